"""Words whose language is known, and words of which only the letters are known."""

import pytest

from focalpoint_app.document.answer_table import row_cell
from focalpoint_app.document.blocks import plain_text
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import NOT_COLLECTED, Row
from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import choice_question, texts

ARABIC, FRENCH = Wording(Catalogue("ar")), Wording(Catalogue("fr"))
NOTE = Column("note", Kind.TEXT, texts("Note"))


@pytest.mark.parametrize(
    ("wording", "text", "language"),
    [
        (FRENCH, "5 و6 و15", "ar"),
        (FRENCH, "تصنيف (ICCS) للجرائم", "ar"),
        (FRENCH, "Ministère (وزارة العدل)", "fr"),
        (FRENCH, "12 000", "fr"),
        (ARABIC, "Ministry of Justice (Treaties)", None),
        (ARABIC, "CITES تصاريح", "ar"),
        (ARABIC, "12 000", "ar"),
    ],
)
def test_a_cell_has_the_language_of_its_letters(
    wording: Wording, text: str, language: str | None
) -> None:
    cell = row_cell(NOTE, Row("r", {"note": text}), (wording,))

    assert [paragraph.language for paragraph in cell.paragraphs] == [language]


def test_own_words_are_said_once_in_two_languages() -> None:
    cell = row_cell(NOTE, Row("r", {"note": "نص"}), (FRENCH, ARABIC))

    assert len(cell.paragraphs) == 1


def test_what_the_program_says_in_a_cell_is_in_its_language() -> None:
    for note in (None, NOT_COLLECTED):
        cells = {} if note is None else {"note": note}
        cell = row_cell(NOTE, Row("r", cells), (FRENCH,))
        assert [paragraph.language for paragraph in cell.paragraphs] == ["fr"]


def test_a_title_in_another_language_keeps_its_direction() -> None:
    own = FRENCH.run({"fr": "Loi", "ar": "قانون"}, bold=True)
    other = FRENCH.run({"ar": "قانون"})

    assert (own.language, own.isolated, own.bold) == ("fr", False, True)
    assert (other.language, other.isolated) == ("ar", True)
    assert plain_text((other,)) == "قانون"


@pytest.mark.parametrize(
    ("tags", "said"), [((), "mandatory"), (("either",), "one of these is mandatory")]
)
def test_of_two_models_neither_is_called_mandatory_by_itself(
    tags: tuple[str, ...], said: str
) -> None:
    asked = choice_question(tags=tags)

    assert Wording(Catalogue("en")).obligation(asked) == said
