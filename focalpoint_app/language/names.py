"""Names of languages in themselves, and the choice of the window's language."""

import locale
import re
from collections.abc import Mapping, Sequence

LANGUAGE_NAMES = {
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
"""The official languages of the United Nations, in their Arabic order."""

OFFICIAL_LANGUAGES = tuple(LANGUAGE_NAMES)
"""What documents are written in, and what is asked in a questionnaire."""

WINDOW_LANGUAGES = OFFICIAL_LANGUAGES
"""What the window speaks: those with a whole catalogue."""

_ON_WINDOWS = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "russian": "ru",
    "spanish": "es",
}
LANGUAGE_VARIABLE = "FOCALPOINT_LANGUAGE"


def language_name(language: str) -> str:
    """The language's name in itself; the bare tag where it is not known."""
    if language in LANGUAGE_NAMES:
        return LANGUAGE_NAMES[language]
    from babel import Locale, UnknownLocaleError  # 20 ms, and seldom needed

    try:
        found = Locale.parse(language, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return language
    return found or language


def language_within(language: str) -> str:
    """The same within a sentence, where half of them have a small letter."""
    name = language_name(language)
    return name if language == "en" else name[:1].lower() + name[1:]


def preferred_language(
    environ: Mapping[str, str],
    locale: str | None,
    available: Sequence[str] = WINDOW_LANGUAGES,
) -> str:
    """FOCALPOINT_LANGUAGE, then the locale (``ar_EG.UTF-8``), then English."""
    for wanted in (environ.get(LANGUAGE_VARIABLE), locale):
        language = _bare(wanted or "")
        if language in available:
            return language
    return "en"


def system_locale(environ: Mapping[str, str]) -> str | None:
    """What messages are to be in, even where that locale is not installed."""
    named = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), None) or locale.getlocale()[0]


def _bare(tag: str) -> str:
    """``ar`` of ``ar_EG.UTF-8``, and of Windows' ``Arabic_Egypt``."""
    first = re.split(r"[-_. (]", tag.strip(), maxsplit=1)[0].lower()
    return _ON_WINDOWS.get(first, first)
