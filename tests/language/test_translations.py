"""Every visible sentence is translated in the commit that brings it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from focalpoint_app.language.extract import KEYWORDS, extracted, speaking, update
from focalpoint_app.language.places import bundled

FOLDER = bundled("resources") / "translations"
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
GAP = re.compile(r"\{[^}]*\}")
CHINESE = "[\u4e00-\u9fff]"
COUNTED_WITHOUT_ITS_NUMBER = {"{n}"}
"""Arabic's forms for none, one and two say the number in words."""


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted()


def translated(language: str) -> Catalog:
    return read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()))


def forms(message: Message) -> tuple[str, ...]:
    texts = message.string or ""
    return (texts,) if isinstance(texts, str) else tuple(texts)


def source(message: Message) -> str:
    """Its English, the plural where it is counted: that one has the number."""
    return message.id if isinstance(message.id, str) else message.id[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_program_is_translated(
    template: Catalog, language: str
) -> None:
    catalogue = translated(language)
    missing = [
        message.id
        for message in template
        if message.id and not _is_translated(catalogue, message)
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_gaps_of_its_sentence(language: str) -> None:
    wrong = [
        text
        for message in translated(language)
        if message.id
        for text in forms(message)
        if _gaps_differ(message, text)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_outlives_its_sentence(template: Catalog, language: str) -> None:
    known = {(message.context, message.id) for message in template}
    found = {(message.context, message.id) for message in translated(language)}
    assert found - known == set()


@pytest.mark.parametrize(
    ("language", "unusual"),
    [
        ("fr", r"\w'\w| [:;?!»]|« |\w[;?!»]"),
        ("es", r"[\"“”]| [:;?!]"),
        ("ru", r"[\"“”ё]| [:;?!]"),
        ("zh", f"{CHINESE} [{{A-Za-z0-9]|[}}A-Za-z0-9] {CHINESE}|{CHINESE}[,;:?!]"),
    ],
)
def test_signs_stand_as_the_language_sets_them(language: str, unusual: str) -> None:
    """No-break blanks in French, none between Chinese and what is put into it."""
    found = [
        text
        for message in translated(language)
        for text in forms(message)
        if message.id and re.search(unusual, text)
    ]
    assert found == []


def test_a_sentence_is_a_literal_or_comes_from_a_table() -> None:
    """A sentence put together at run time never finds its translation."""
    composed = [
        f"{path.name}:{call.lineno}"
        for path in speaking()
        for call in _calls(path)
        if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert composed == []


def test_updating_adds_new_sentences_and_drops_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "ar.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\n'
        'msgid "Old"\nmsgstr "قديم"\n\nmsgid "Kept"\nmsgstr "باقٍ"\n',
        encoding="utf-8",
    )
    template = Catalog()
    template.add("Kept")
    template.add("New")
    update(path, template)
    found = {each.id: each.string for each in read_po(BytesIO(path.read_bytes()))}
    assert {key: found[key] for key in found if key} == {"Kept": "باقٍ", "New": ""}


def _is_translated(catalogue: Catalog, message: Message) -> bool:
    found = catalogue.get(message.id, message.context)
    return found is not None and not found.fuzzy and all(forms(found))


def _gaps_differ(message: Message, text: str) -> bool:
    counted = not isinstance(message.id, str)
    wanted, given = Counter(GAP.findall(source(message))), Counter(GAP.findall(text))
    if not counted:
        return wanted != given
    missing = set(wanted - given)
    return bool(given - wanted) or not missing <= COUNTED_WITHOUT_ITS_NUMBER


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in KEYWORDS:
            yield node


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
