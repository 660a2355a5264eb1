import re
from pathlib import Path

import pytest

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import Digits
from focalpoint_app.language.messages import (
    CatalogueError,
    Wordings,
    compile_catalogue,
    shared_translations,
)

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : \
n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);\\n"

msgid "Cited: {law}"
msgstr "ذُكر: {law}"

msgid "{n} day left"
msgid_plural "{n} days left"
msgstr[0] "لم يبقَ يوم"
msgstr[1] "بقي يوم واحد"
msgstr[2] "بقي يومان"
msgstr[3] "بقيت {n} أيام"
msgstr[4] "بقي {n} يوماً"
msgstr[5] "بقي {n} يوم"

msgctxt "button"
msgid "Open"
msgstr "افتح"

#, fuzzy
msgid "Guessed"
msgstr "مظنون"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ar.po").write_text(PO, encoding="utf-8")
    return tmp_path


@pytest.fixture
def tr(folder: Path) -> Catalogue:
    return Catalogue("ar", folder=folder)


def test_a_text_in_an_arabic_gap_is_isolated(tr: Catalogue) -> None:
    assert tr("Cited: {law}", law="Law 5 (1)") == "ذُكر: \u2068Law 5 (1)\u2069"


def test_a_gap_in_english_is_isolated_only_around_right_to_left_text() -> None:
    tr = Catalogue("en")
    assert tr("Cited: {law}", law="Law 5") == "Cited: Law 5"
    assert tr("Cited: {law}", law="القانون 5") == "Cited: \u2068القانون 5\u2069"


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "لم يبقَ يوم"),
        (1, "بقي يوم واحد"),
        (2, "بقي يومان"),
        (5, "بقيت 5 أيام"),
        (41, "بقي 41 يوماً"),
        (100, "بقي 100 يوم"),
    ],
)
def test_arabic_counts_in_six_forms(tr: Catalogue, n: int, expected: str) -> None:
    assert tr.counted("{n} day left", "{n} days left", n) == expected


def test_english_counts_in_two_forms() -> None:
    tr = Catalogue("en")
    assert tr.counted("{n} day left", "{n} days left", 1) == "1 day left"
    assert tr.counted("{n} day left", "{n} days left", 41) == "41 days left"


def test_counts_follow_the_digit_setting(folder: Path) -> None:
    tr = Catalogue("ar", Digits.ARABIC_INDIC, folder)
    assert tr.counted("{n} day left", "{n} days left", 41) == "بقي ٤١ يوماً"


def test_a_negative_number_keeps_its_sign_in_front(tr: Catalogue) -> None:
    assert tr("Cited: {law}", law=-5) == "ذُكر: \u2068-5\u2069"


def test_context_tells_like_words_apart(tr: Catalogue) -> None:
    assert tr.context("button", "Open") == "افتح"
    assert tr("Open") == "Open"


def test_a_sentence_without_translation_is_given_in_english(tr: Catalogue) -> None:
    assert tr("Unknown {what}", what="x") == "Unknown \u2068x\u2069"


def test_a_fuzzy_translation_is_not_shown(tr: Catalogue) -> None:
    assert tr("Guessed") == "Guessed"


def test_a_gap_without_a_value_is_a_bug(tr: Catalogue) -> None:
    with pytest.raises(KeyError):
        tr("Cited: {law}", other="x")


def test_braces_inside_a_value_are_not_gaps(tr: Catalogue) -> None:
    assert tr("Cited: {law}", law="{law}") == "ذُكر: \u2068{law}\u2069"


def test_a_compiled_catalogue_says_the_same(folder: Path) -> None:
    before = Catalogue("ar", folder=folder)("Cited: {law}", law="x")
    compile_catalogue(folder / "ar.po")
    assert Catalogue("ar", folder=folder)("Cited: {law}", law="x") == before


def test_a_compiled_catalogue_serves_without_its_source(folder: Path) -> None:
    compile_catalogue(folder / "ar.po")
    (folder / "ar.po").unlink()
    assert Catalogue("ar", folder=folder).context("button", "Open") == "افتح"


def test_a_compiled_catalogue_says_no_time_of_its_own(folder: Path) -> None:
    """Else a wheel built a minute later is another wheel."""
    content = compile_catalogue(folder / "ar.po").read_bytes()
    dates = re.findall(rb"Date: (2\d{3}-\d\d-\d\d \d\d:\d\d)", content)
    assert dates == [b"2025-01-01 00:00"]


def test_a_stale_compiled_catalogue_is_passed_over(folder: Path) -> None:
    compile_catalogue(folder / "ar.po")
    (folder / "ar.po").write_text(PO.replace("افتح", "فتح"), encoding="utf-8")
    assert Catalogue("ar", folder=folder).context("button", "Open") == "فتح"


def test_a_catalogue_is_read_once_while_its_file_stays(folder: Path) -> None:
    first = shared_translations(folder / "ar.po")
    assert shared_translations(folder / "ar.po") is first
    changed = PO.replace("افتح", "افتحوا")
    (folder / "ar.po").write_text(changed, encoding="utf-8")
    assert Catalogue("ar", folder=folder).context("button", "Open") == "افتحوا"


def test_wordings_are_found_by_context_only(folder: Path) -> None:
    wordings = Wordings(folder / "ar.po")
    assert wordings.text("button", "Open") == "افتح"
    assert wordings.text("menu", "Open") == ""


def test_a_file_that_is_no_catalogue_is_told_with_its_line(folder: Path) -> None:
    broken = PO + '\nmsgid "x"\nmsgstr "y"\nnonsense\n'
    (folder / "ar.po").write_text(broken, encoding="utf-8")
    with pytest.raises(CatalogueError) as refused:
        Wordings(folder / "ar.po")
    assert refused.value.line == broken.splitlines().index("nonsense") + 1


def test_a_catalogue_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "ar.po").write_bytes(PO.encode("utf-8") + b'\nmsgid "\xff"\n')
    with pytest.raises(CatalogueError):
        Wordings(folder / "ar.po")


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xde\x12\x04\x95\0\0\0\0\xff"])
def test_a_damaged_compiled_catalogue_is_told(folder: Path, content: bytes) -> None:
    (folder / "ar.mo").write_bytes(content)
    with pytest.raises(CatalogueError):
        Wordings(folder / "ar.po")
