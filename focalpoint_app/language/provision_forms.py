"""How each language names provisions and session documents, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase

ARABIC_LETTERS = (
    "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض",
)  # fmt: skip
"""Letters of lists in United Nations Arabic, a to z."""

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a provision; each text has the gap ``{}``.

    ``alone`` takes the article, ``within`` the article as ``{article}`` and the
    rest as ``{rest}``.  ``lone`` is a letter right under the article, ``letter``
    one under a paragraph.
    """

    alone: str
    within: str
    paragraph: str
    lone: str
    letter: str
    numeral: str


@dataclass(frozen=True, slots=True)
class Forms:
    """A language's own: in headings and lists, in a sentence, in rows and badges.

    ``letters`` stand for a to z, ``numerals`` for i to xii.
    """

    heading: Form
    prose: Form
    short: Form
    resolution: str
    decision: str
    letters: tuple[str, ...] = tuple(ascii_lowercase)
    numerals: tuple[str, ...] = ROMAN


_ARABIC = Form(
    "المادة {}", "المادة {article}{rest}", " ({})", " ({})", " ({})", " '{}'"
)
_ENGLISH = Form("Article {}", "Article {article}{rest}", *[" ({})"] * 4)
_CHINESE = Form("第{}条", "第{article}条{rest}", "第{}款", "({})项", "({})项", "({})目")

FORMS: Mapping[str, Forms] = {
    "ar": Forms(
        _ARABIC,
        Form(
            "المادة {}", "الفقرة{rest} من المادة {article}",
            " {}", " ({})", " ({})", " '{}'",
        ),
        Form("{}", "{article}{rest}", " ({})", " ({})", " ({})", " '{}'"),
        "القرار {}", "المقرر {}",
        ARABIC_LETTERS, tuple(str(place) for place in range(1, len(ROMAN) + 1)),
    ),
    "en": Forms(
        _ENGLISH,
        Form("article {}", "article {article}{rest}", *[" ({})"] * 4),
        Form("{}", "{article}{rest}", *[" ({})"] * 4),
        "resolution {}", "decision {}",
    ),
    "fr": Forms(
        Form(
            "Article {}", "Article {article}{rest}",
            ", paragraphe\u00a0{}", ", alinéa\u00a0{})", "\u00a0{})", "\u00a0{})",
        ),
        Form(
            "article {}", "{rest} de l’article\u00a0{article}",
            "paragraphe\u00a0{}", "alinéa\u00a0{})", "\u00a0{})", "\u00a0{})",
        ),
        Form(
            "{}", "{article}{rest}",
            ", par.\u00a0{}", "\u00a0{})", "\u00a0{})", "\u00a0{})",
        ),
        "résolution {}", "décision {}",
    ),
    "es": Forms(
        Form(
            "Artículo {}", "Artículo {article}{rest}",
            ", párrafo\u00a0{}", "\u00a0{})", "\u00a0{})", "\u00a0{})",
        ),
        Form(
            "artículo {}", "artículo {article}{rest}",
            ", párrafo\u00a0{}", "\u00a0{})", "\u00a0{})", "\u00a0{})",
        ),
        Form(
            "{}", "{article}{rest}",
            ", párr.\u00a0{}", "\u00a0{})", "\u00a0{})", "\u00a0{})",
        ),
        "resolución {}", "decisión {}",
    ),
    "ru": Forms(
        Form(
            "Статья {}", "Статья {article}{rest}",
            ", пункт\u00a0{}", ", пункт\u00a0({})", "\u00a0({})", "\u00a0({})",
        ),
        Form(
            "статья {}", "{rest} статьи\u00a0{article}",
            "пункт\u00a0{}", "пункт\u00a0({})", "\u00a0({})", "\u00a0({})",
        ),
        Form(
            "{}", "{article}{rest}",
            ", п.\u00a0{}", "\u00a0({})", "\u00a0({})", "\u00a0({})",
        ),
        "резолюция {}", "решение {}",
    ),
    "zh": Forms(
        _CHINESE,
        _CHINESE,
        Form("{}", "{article}{rest}", *["({})"] * 4),
        "第{}号决议", "第{}号决定",
    ),
}  # fmt: skip
"""The six official languages; another is written as English."""


def forms_of(language: str) -> Forms:
    return FORMS.get(language, FORMS["en"])
