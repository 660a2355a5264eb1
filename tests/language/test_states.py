import pytest

from focalpoint_app.language.alphabetical import alphabetical
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.language.states import (
    FICTIONAL_STATE,
    is_state,
    state_name,
    states,
)


def test_all_members_and_observers_are_there() -> None:
    """193 Members, the Holy See, Palestine, Cook Islands and Niue."""
    assert {len(states(language)) for language in OFFICIAL_LANGUAGES} == {197}


def test_no_two_states_share_a_name() -> None:
    for language in OFFICIAL_LANGUAGES:
        names = [state.name for state in states(language)]
        assert len({*names}) == len(names)


@pytest.mark.parametrize(
    ("code", "arabic", "english"),
    [
        ("KEN", "كينيا", "Kenya"),
        ("CIV", "كوت ديفوار", "Côte d’Ivoire"),
        ("SYR", "الجمهورية العربية السورية", "Syrian Arab Republic"),
        ("PSE", "دولة فلسطين", "State of Palestine"),
        ("XAA", "جمهورية المثال", "Republic of Exemplia"),
    ],
)
def test_states_bear_their_united_nations_names(
    code: str, arabic: str, english: str
) -> None:
    assert state_name(code, "ar") == arabic
    assert state_name(code, "en") == english


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "Kenya"), ("es", "Kenya"), ("ru", "Кения"), ("zh", "肯尼亚")],
)
def test_every_official_language_has_its_own_name(language: str, name: str) -> None:
    assert state_name("KEN", language) == name


def test_a_language_without_names_gets_the_english_ones() -> None:
    assert state_name("KEN", "de") == "Kenya"


def test_the_fictional_state_is_known_but_not_offered() -> None:
    assert is_state(FICTIONAL_STATE)
    assert FICTIONAL_STATE not in [state.code for state in states("ar")]


def test_an_unknown_code_is_no_state() -> None:
    assert not is_state("ZZZ")
    with pytest.raises(KeyError):
        state_name("ZZZ", "ar")


def test_article_hamza_and_accents_do_not_count_in_the_alphabet() -> None:
    assert alphabetical("الأردن") == "اردن"
    assert alphabetical("Éire") == "eire"
    assert sorted(["Йемен", "Катар", "Исландия"], key=alphabetical)[1] == "Йемен"
    codes = [state.code for state in states("ar")]
    assert codes.index("JOR") < codes.index("ESP") < codes.index("BHR")
    names = [state.code for state in states("en")]
    assert names.index("CRI") < names.index("CIV") < names.index("HRV")


def test_chinese_names_go_by_their_sound() -> None:
    names = [state.name for state in states("zh")]
    by_sound = ["阿尔巴尼亚", "安道尔", "秘鲁", "冰岛", "法国", "斐济", "芬兰", "南非",
                "瑙鲁", "尼泊尔", "日本", "乌干达", "智利", "中国"]  # fmt: skip
    assert [each for each in names if each in by_sound] == by_sound
    assert (names[0], names[-1]) == ("阿尔巴尼亚", "中国")
