"""What somebody wrote stays what they wrote: no reader of ours takes it for orders."""

from __future__ import annotations

import ast
from contextlib import closing
from dataclasses import replace
from html import unescape
from pathlib import Path
from string import Template

import fitz
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.stakeholders_csv import (
    read_stakeholders,
    write_stakeholders,
)
from focalpoint_app.exchange.web_entry import EntryField, EntryPage, html_page
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.controls.labels import bold_label, plain_label, soft_label
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.comparison import as_html, compared
from focalpoint_app.language.places import bundled
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.documents import (
    Kind,
    Wish,
    composed,
    printed,
    working_view,
)
from tests.exchange.requests import REQUEST
from tests.gui.small_review import MAIN, NARRATIVE, small_desk

GUI = Path(__file__).parents[2] / "focalpoint_app" / "gui"
ORDERS = (
    "<b>bold</b>",
    "<a href='https://evil.example/'>here</a>",
    '<img src="file:///etc/passwd">',
    "<para><font size=99>x</font></para>",
    "&lt;&amp;&#x41;",
    "</script><script>alert(1)</script>",
    "'; DROP TABLE fields; --",
    '"); DELETE FROM revisions; --',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "%s {0} {question} ${title} $items",
    "\\input{/etc/passwd}",
    "(x) Tj /F1 12 Tf",
)
WRITTEN = st.lists(
    st.one_of(st.sampled_from(ORDERS), st.text("<>&'\"/=ab \u0627", max_size=12)),
    min_size=1, max_size=4,
).map("".join)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return small_desk(tmp_path)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_no_order_reaches_the_pages(desk: Desk, tmp_path: Path) -> None:
    with closing(desk):
        desk.choose(MAIN, "yes")
        desk.write(NARRATIVE, "en", "\n".join(ORDERS))
        wish = Wish(Kind.ARTICLE, "en", article="untoc.5")
        done = printed(composed(working_view(desk), wish), tmp_path / "out.pdf")
    with fitz.open(done.path) as pdf:
        shown = squeezed("".join(page.get_text() for page in pdf))
        links = {link.get("uri") for page in pdf for link in page.get_links()}
        images = [image for page in pdf for image in page.get_images()]
    for each in ORDERS:
        assert squeezed(each) in shown, each
    assert [each for each in links if each and each not in shown] == []
    assert images == []


def test_no_order_reaches_the_store(desk: Desk) -> None:
    @settings(max_examples=15)
    @given(text=WRITTEN.filter(str.strip))
    def keeps(text: str) -> None:
        desk.write(NARRATIVE, "en", text)
        desk.seal()
        desk.search(text)
        value = desk.answer(NARRATIVE).value
        assert isinstance(value, TextValue)
        assert value.texts["en"] == text

    with closing(desk):
        keeps()
        assert desk.workspace.verify_chain(desk.review.id) == ()


@given(text=WRITTEN)
def test_no_order_reaches_the_page_of_entries(text: str) -> None:
    template = (bundled("resources") / "web" / "entry.html").read_text(encoding="utf-8")
    words = {*Template(template).get_identifiers(), "copy", "entered", "characters"}
    words -= {"title", "language", "direction", "digest", "items"}
    page = EntryPage(
        text, "ar", "rtl", text, dict.fromkeys(words, text),
        (EntryField(1, "untoc.5", text, text, text),),
    )  # fmt: skip
    written, plain = html_page(page, template), html_page(page, "$items")
    inside = plain.partition('id="a1-text">')[2].partition("</pre>")[0]
    assert unescape(inside) == text
    assert written.count("<script") == template.count("<script")
    assert "<img" not in written
    assert "<a href" not in written


@given(text=WRITTEN)
def test_no_cell_of_a_list_is_a_formula(text: str) -> None:
    asked = Stakeholder("0" * 8, f"x{text}", Category.GOVERNMENT, marking=text)
    content = write_stakeholders([asked], "en")
    (back,) = read_stakeholders(content)
    assert back.marking == " ".join(text.split())
    for line in content.decode("utf-8-sig").splitlines()[1:]:
        assert not line.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ORDERS)
def test_no_cell_of_a_sheet_is_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sheet.xlsx"
    draft = {"value": {REQUEST.language: text}}
    questions = (
        replace(each, draft=draft) for each in REQUEST.questions if each.kind == "text"
    )
    asked = replace(REQUEST, recipient=text, letter=text, questions=tuple(questions))
    path.write_bytes(write_excel(asked))
    cells = [
        cell for sheet in load_workbook(path) for row in sheet for cell in row
        if cell.value is not None
    ]  # fmt: skip
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


@given(text=WRITTEN)
def test_a_tip_shows_what_was_written(qapp: object, text: str) -> None:
    document = QTextDocument()
    told = plain_tip(text)
    if GuiQt.mightBeRichText(told):
        document.setHtml(told)
        assert squeezed(document.toPlainText()) == squeezed(text)
    else:
        assert told == text


@given(text=WRITTEN)
def test_a_comparison_shows_what_was_written(qapp: object, text: str) -> None:
    document = QTextDocument()
    document.setHtml(as_html(compared("", text), "green", "red"))
    assert squeezed(document.toPlainText()) == squeezed(text)


def test_labels_take_no_markup(qtbot: QtBot) -> None:
    prepared([], "light")
    for made in (plain_label, soft_label, bold_label):
        for wrap in (False, True):
            label = made(wrap=wrap)
            qtbot.addWidget(label)
            assert label.textFormat() is GuiQt.TextFormat.PlainText


def test_every_label_of_the_window_says_whether_it_takes_markup() -> None:
    """A label that decides by itself would show a picture that an answer names."""
    undecided = [
        path.relative_to(GUI).as_posix()
        for path in GUI.rglob("*.py")
        if path.name != "frame.py"  # Our name, before `Qt` may be named.
        and "QLabel(" in (text := path.read_text(encoding="utf-8"))
        and "setTextFormat" not in text
        and "setPixmap" not in text
    ]
    assert undecided == []


def test_every_tip_of_the_window_is_ours_or_plain() -> None:
    loose = {
        f"{path.relative_to(GUI).as_posix()}: {ast.unparse(argument)}"
        for path in GUI.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _name(call) == "setToolTip"
        for argument in [call.args[-1]]
        if not _is_safe(argument)
    }
    assert loose <= OWN_WORDS


# Names of controls and of their states: sentences of ours, numbers filled in.
OWN_WORDS = {
    "controls/buttons.py: f'{words} ({keys})' if keys else words",
    "controls/buttons.py: hint or words",
    "controls/buttons.py: f'{self._title}: {words}'",
    "controls/surfaces.py: word",
    "questionnaire/contributions/who_said.py: '' if is_answered else none",
    "shell/foot.py: words",
    "shell/header.py: '\\n'.join((in_language(t, tr.language) for t in titles))",
}


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _is_safe(argument: ast.expr) -> bool:
    called = argument.func if isinstance(argument, ast.Call) else None
    if isinstance(argument, ast.IfExp):
        return _is_safe(argument.body) and _is_safe(argument.orelse)
    is_word = isinstance(argument, ast.Constant)
    return is_word or (
        isinstance(called, ast.Name) and called.id in ("tr", "plain_tip")
    )
