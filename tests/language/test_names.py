import subprocess
import sys

import pytest

from focalpoint_app.language.names import (
    OFFICIAL_LANGUAGES,
    language_name,
    language_within,
    preferred_language,
    system_locale,
)


def test_within_a_sentence_most_languages_begin_small() -> None:
    within = [language_within(each) for each in OFFICIAL_LANGUAGES]

    assert within == ["العربية", "中文", "English", "français", "русский", "español"]


@pytest.mark.parametrize(
    ("variable", "locale", "expected"),
    [
        ("ar", "en_GB.UTF-8", "ar"),
        ("en", "ar_EG.UTF-8", "en"),
        ("AR-eg", None, "ar"),
        (None, "ar_EG.UTF-8", "ar"),
        (None, "de_DE", "en"),
        ("tlh", "ar", "ar"),
        ("", None, "en"),
        (None, "C", "en"),
        (None, "Arabic_Egypt.1256", "ar"),
    ],
)
def test_the_variable_goes_before_the_locale_and_english_last(
    variable: str | None, locale: str | None, expected: str
) -> None:
    environ = {} if variable is None else {"FOCALPOINT_LANGUAGE": variable}
    assert preferred_language(environ, locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("Chinese (Simplified)_China.936", "zh"),
        ("Russian_Russia.1251", "ru"),
        ("fr_CH.UTF-8", "fr"),
        ("Spanish_Mexico.1252", "es"),
        ("zh-Hans-CN", "zh"),
    ],
)
def test_a_locale_names_an_official_language(locale: str, expected: str) -> None:
    assert preferred_language({}, locale, OFFICIAL_LANGUAGES) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "ar_EG.UTF-8"}, "ar_EG.UTF-8"),
        ({"LANG": "ar_EG.UTF-8", "LC_ALL": "C"}, "C"),
        ({"LANG": "ar_EG.UTF-8", "LC_MESSAGES": "en_US", "LC_ALL": ""}, "en_US"),
    ],
)
def test_the_locale_counts_even_where_it_is_not_installed(
    environ: dict[str, str], expected: str
) -> None:
    assert system_locale(environ) == expected


@pytest.mark.parametrize(
    ("language", "name"),
    [("ar", "العربية"), ("en", "English"), ("pt", "português"), ("x-none", "x-none")],
)
def test_languages_are_named_in_themselves(language: str, name: str) -> None:
    assert language_name(language) == name


def test_importing_the_room_does_not_import_babel() -> None:
    """The window's first paint has no time for it."""
    program = (
        "import sys\n"
        "from focalpoint_app.language import catalogue, dates, labels, names\n"
        "from focalpoint_app.language import provisions, sentences, states\n"
        "catalogue.Catalogue('en')('x'); states.states('ar')\n"
        "sys.exit('babel' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
