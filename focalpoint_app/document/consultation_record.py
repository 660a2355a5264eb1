"""The consultation as a document: who was asked, who answered, what was used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
)
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import PLAIN, Paper
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.consulted import Consulted, InputLine, InstitutionLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.language.stakeholder_words import CATEGORIES

STANDINGS: Mapping[str, str] = {
    "official": N_("official"),
    "working": N_("working level"),
    "personal": N_("personal view"),
    "oral": N_("oral"),
}
"""By the values of ``domain.consultation.Standing``."""

_NONE = "–"
_Row = tuple[str | int, ...]


Naming = Callable[[str], str]
"""A question's id as its reader knows the question."""


def consultation_record(
    consulted: Consulted, tr: Catalogue, named: Naming, paper: Paper = PLAIN
) -> Document:
    """A document of its own, with the sources of input as its annex."""
    wording = Wording(tr)
    blocks = tuple(record_part(consulted, wording, named))
    name = tr("Consultation record")
    return framed(name, consulted.state, blocks, wording, paper)


def record_part(
    consulted: Consulted, wording: Wording, named: Naming, *, new_page: bool = False
) -> Iterator[Block]:
    """All of it, as a section of its own."""
    name = wording.tr("Consultation record")
    yield heading(wording, name, 1, new_page=new_page)
    yield from consultation_part(consulted, wording)
    yield from sources_of_input(consulted, wording, named)


def consultation_part(consulted: Consulted, wording: Wording) -> Iterator[Block]:
    """Institutions, categories, and the people who contributed."""
    tr = wording.tr
    yield heading(wording, tr("Who was asked and who answered"), 2)
    yield _institutions(consulted.institutions, wording)
    yield heading(wording, tr("By category"), 2)
    yield _categories(consulted.institutions, wording)
    yield heading(wording, tr("Women and men among the contributors"), 2)
    told = tr(
        "Women: {women}. Men: {men}. Replies that give no numbers: {uncounted}.",
        women=consulted.women,
        men=consulted.men,
        uncounted=consulted.uncounted,
    )
    yield wording.paragraph(told)


def sources_of_input(
    consulted: Consulted, wording: Wording, named: Naming
) -> Iterator[Block]:
    """By question, whose contributions the national answer took over."""
    tr = wording.tr
    yield heading(wording, tr("Sources of input"), 2)
    if not consulted.inputs:
        yield wording.paragraph(tr("No contribution has entered an answer yet."))
        return
    for question, inputs in consulted.inputs:
        yield wording.label(named(question))
        items = (_input(each, wording) for each in inputs)
        yield ListBlock(tuple(ListItem("•", (each,)) for each in items))


def _input(line: InputLine, wording: Wording) -> Paragraph:
    told = [wording.tr(STANDINGS[line.standing]), _date(line.date, wording)]
    details = wording.marks.comma.join(told)
    name = Run(_name(line.name, wording), wording.language, isolated=True)
    rest = Run(f"{wording.marks.comma}{details}", wording.language)
    return Paragraph((name, rest), language=wording.language)


def _institutions(lines: Sequence[InstitutionLine], wording: Wording) -> Table:
    """Three dates written out would leave no room beside the numbers."""
    tr = wording.tr
    head = (
        tr("Institution"), tr("Asked on"), tr("Due on"), tr("Answered on"),
        tr("Standing"), tr("Questions"), tr("Answers"), tr("Used"),
    )  # fmt: skip
    body: list[_Row] = [
        (
            _name(line.name, wording),
            *(day or _NONE for day in (line.asked, line.due, line.answered)),
            tr(STANDINGS[line.standing]) if line.standing else _NONE,
            *(line.questions, line.answers, line.used),
        )
        for line in lines
    ]
    return _table(head, body, (2.6, 1.5, 1.5, 1.5, 1.4, 1.1, 1.1, 1.1), wording)


def _categories(lines: Sequence[InstitutionLine], wording: Wording) -> Table:
    tr = wording.tr
    head = (tr("Category"), tr("Institutions asked"), tr("Institutions that answered"),
            tr("Answers"), tr("Used"))  # fmt: skip
    body: list[_Row] = []
    for category, name in CATEGORIES.items():
        mine = [line for line in lines if line.category == category]
        answered = [line for line in mine if line.answered]
        said = sum(line.answers for line in mine)
        used = sum(line.used for line in mine)
        body.append((tr(name), len(mine), len(answered), said, used))
    return _table(head, body, (3, 1.4, 1.6, 1.2, 1.2), wording)


def _table(
    head: tuple[str, ...],
    body: Sequence[_Row],
    widths: tuple[float, ...],
    wording: Wording,
) -> Table:
    numeric = [isinstance(each, int) for each in (body or [head])[0]]
    titles = zip(head, numeric, strict=True)
    rows = (
        tuple(_title(text, wording, numeric=each) for text, each in titles),
        *(tuple(_cell(each, wording) for each in row) for row in body),
    )
    return Table(rows, widths, language=wording.language)


def _title(text: str, wording: Wording, *, numeric: bool) -> Cell:
    said = wording.paragraph(text, bold=True)
    return Cell((said,), header=True, numeric=numeric)


def _cell(text: str | int, wording: Wording) -> Cell:
    if isinstance(text, int):
        return Cell((wording.paragraph(wording.tr.number(text)),), numeric=True)
    return Cell((wording.unworded(text),))


def _name(name: str, wording: Wording) -> str:
    return name or wording.tr("Anonymous contributor")


def _date(date: str, wording: Wording) -> str:
    return written_date(date, wording.language, wording.tr.digits) if date else _NONE
