"""What may stand in an answer: plain Unicode, NFC, logical order."""

import re
import unicodedata

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.normal_form import normal_form

HARD_LIMIT = 1_000_000
"""Characters in one field of one language; beyond it nothing is taken."""

_FORBIDDEN = re.compile(
    "[\x00\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]")
_PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")
_OVERRIDES = re.compile("[\u202a-\u202e]")


def clean_text(text: str) -> str:
    """The form in which a typed, pasted or imported text is kept.

    NFC; presentation forms become base letters; line ends become newlines;
    control characters without meaning go.  Marks, joiners and isolates stay.

    Raises:
        AppError: ``text.forbidden_character`` (NUL, lone surrogates,
            noncharacters) or ``text.too_long`` (over ``HARD_LIMIT``).
    """
    refuse_unstorable(text)
    text = _CONTROLS.sub("", _BREAKS.sub("\n", text))
    text = _PRESENTATION.sub(_base_letters, text)
    return normal_form("NFC", text)


def clean_within(text: str, limit: int) -> str:
    """``clean_text`` of at most ``limit`` characters; ``text.too_long`` beyond."""
    cleaned = clean_text(text)
    if len(cleaned) > limit:
        raise AppError("text.too_long", length=len(cleaned), limit=limit)
    return cleaned


def refuse_unstorable(text: str) -> None:
    """Let through only what every store takes; raises as ``clean_text`` does."""
    found = _FORBIDDEN.search(text)
    if found:
        raise AppError("text.forbidden_character", character=f"U+{ord(found[0]):04X}")
    if len(text) > HARD_LIMIT:
        raise AppError("text.too_long", length=len(text), limit=HARD_LIMIT)


def has_direction_override(text: str) -> bool:
    """Holds U+202A-202E: kept, contained to its paragraph, and flagged."""
    return _OVERRIDES.search(text) is not None


def is_blank(text: str) -> bool:
    """Nothing a reader could see: white space and format characters only."""
    return all(c.isspace() or unicodedata.category(c) == "Cf" for c in text)


def _base_letters(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])
