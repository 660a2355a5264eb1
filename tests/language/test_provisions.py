import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.language.digits import Digits
from focalpoint_app.language.provision_forms import FORMS
from focalpoint_app.language.provisions import (
    is_provision,
    short_provision,
    written_decision,
    written_provision,
    written_resolution,
)

RLM = "\u200f"


@pytest.mark.parametrize(
    ("provision", "listed", "prose"),
    [
        ("5", "المادة 5", "المادة 5"),
        ("5(3)", "المادة 5 (3)", "الفقرة 3 من المادة 5"),
        ("5(1)(a)(i)", "المادة 5 (1) (أ) '1'", "الفقرة 1 (أ) '1' من المادة 5"),
        ("15(2)(c)(ii)", "المادة 15 (2) (ج) '2'", "الفقرة 2 (ج) '2' من المادة 15"),
        ("2(b)", "المادة 2 (ب)", "الفقرة (ب) من المادة 2"),
        ("2(i)", "المادة 2 (ط)", "الفقرة (ط) من المادة 2"),
        ("3(d)(iii)", "المادة 3 (د) '3'", "الفقرة (د) '3' من المادة 3"),
        ("6(2)(e)", "المادة 6 (2) (هـ)", "الفقرة 2 (هـ) من المادة 6"),
        ("", "", ""),
    ],
)
def test_arabic_names_a_provision_in_lists_and_in_prose(
    provision: str, listed: str, prose: str
) -> None:
    assert written_provision(provision, "ar") == listed
    assert written_provision(provision, "ar", prose=True) == prose


@pytest.mark.parametrize(
    ("provision", "listed", "prose"),
    [
        ("5", "Article 5", "article 5"),
        ("5(1)(a)(i)", "Article 5 (1) (a) (i)", "article 5 (1) (a) (i)"),
        ("", "", ""),
    ],
)
def test_english_spaces_the_parts_of_a_provision(
    provision: str, listed: str, prose: str
) -> None:
    assert written_provision(provision, "en") == listed
    assert written_provision(provision, "en", prose=True) == prose


@pytest.mark.parametrize(
    ("provision", "arabic", "english"),
    [
        ("5", "5", "5"),
        ("5(1)(a)(i)", "5 (1) (أ) '1'", "5 (1) (a) (i)"),
        ("9(2)", RLM + "9 (2)", "9 (2)"),
        ("", "", ""),
    ],
)
def test_the_short_form_leaves_the_word_article_out(
    provision: str, arabic: str, english: str
) -> None:
    assert short_provision(provision, "ar") == arabic
    assert short_provision(provision, "en") == english


@pytest.mark.parametrize(
    ("language", "provision", "listed", "prose", "short"),
    [
        ("fr", "5", "Article 5", "article 5", "5"),
        ("fr", "5(3)", "Article 5, paragraphe 3", "paragraphe 3 de l’article 5",
         "5, par. 3"),
        ("fr", "5(1)(a)(i)", "Article 5, paragraphe 1 a) i)",
         "paragraphe 1 a) i) de l’article 5", "5, par. 1 a) i)"),
        ("fr", "2(b)", "Article 2, alinéa b)", "alinéa b) de l’article 2", "2 b)"),
        ("es", "5(1)(a)(i)", "Artículo 5, párrafo 1 a) i)",
         "artículo 5, párrafo 1 a) i)", "5, párr. 1 a) i)"),
        ("es", "2(b)", "Artículo 2 b)", "artículo 2 b)", "2 b)"),
        ("ru", "5", "Статья 5", "статья 5", "5"),
        ("ru", "5(1)(a)(i)", "Статья 5, пункт 1 (a) (i)",
         "пункт 1 (a) (i) статьи 5", "5, п. 1 (a) (i)"),
        ("ru", "2(b)", "Статья 2, пункт (b)", "пункт (b) статьи 2", "2 (b)"),
        ("zh", "5", "第5条", "第5条", "5"),
        ("zh", "5(1)(a)(i)", "第5条第1款(a)项(i)目", "第5条第1款(a)项(i)目",
         "5(1)(a)(i)"),
        ("zh", "2(b)", "第2条(b)项", "第2条(b)项", "2(b)"),
    ],
)  # fmt: skip
def test_each_language_names_a_provision_its_own_way(
    language: str, provision: str, listed: str, prose: str, short: str
) -> None:
    def bare(text: str) -> str:
        return text.replace("\u00a0", " ")

    assert bare(written_provision(provision, language)) == listed
    assert bare(written_provision(provision, language, prose=True)) == prose
    assert bare(short_provision(provision, language)) == short


def test_a_language_of_no_form_of_its_own_writes_as_english_does() -> None:
    assert written_provision("5(1)", "de") == "Article 5 (1)"


def test_arabic_indic_digits_reach_provisions() -> None:
    written = written_provision("15(2)(c)(ii)", "ar", digits=Digits.ARABIC_INDIC)
    assert written == "المادة ١٥ (٢) (ج) '٢'"


@pytest.mark.parametrize(
    "text", ["5(1)(a)(i)", "2(j)", "15(2)(c)(ii)", "23(b)", "5", "3(d)(iii)", "10(12)"]
)
def test_a_provision_is_recognized(text: str) -> None:
    assert is_provision(text)


@pytest.mark.parametrize(
    "text",
    ["", "0", "5.1", "5 (1)", "5(1)(1)", "5(a)(b)", "5(1)(a)(iiii)", "5(A)", "x(1)"],
)
def test_what_is_no_provision_is_refused_and_written_unchanged(text: str) -> None:
    assert not is_provision(text)
    assert written_provision(text, "ar") == text
    assert short_provision(text, "en") == text


@given(st.text(alphabet="0123(ivxab)", max_size=12), st.sampled_from(sorted(FORMS)))
def test_every_recognized_provision_can_be_written(text: str, language: str) -> None:
    if is_provision(text):
        written = written_provision(text, language, prose=True)
        assert text.split("(")[0] in written
        assert "{" not in written + short_provision(text, language)


def test_arabic_turns_the_numbers_of_session_documents_round() -> None:
    assert written_resolution("9/1", "ar") == "القرار 1/9"
    assert written_decision("3/4", "ar") == "المقرر 4/3"
    assert written_resolution("9/1", "en") == "resolution 9/1"
    assert written_decision("3/4", "en") == "decision 3/4"


@pytest.mark.parametrize(
    ("language", "resolution", "decision"),
    [
        ("fr", "résolution 9/1", "décision 9/1"),
        ("es", "resolución 9/1", "decisión 9/1"),
        ("ru", "резолюция 9/1", "решение 9/1"),
        ("zh", "第9/1号决议", "第9/1号决定"),
    ],
)
def test_other_languages_leave_session_numbers_as_they_are(
    language: str, resolution: str, decision: str
) -> None:
    assert written_resolution("9/1", language) == resolution
    assert written_decision("9/1", language) == decision
