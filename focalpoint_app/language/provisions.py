"""How a language writes a provision (``5(1)(a)(i)``) and a resolution's number."""

import re
from itertools import pairwise

from focalpoint_app.language.digits import Digits, written_digits
from focalpoint_app.language.isolates import RIGHT_TO_LEFT_MARK, direction_of

ARABIC_LETTERS = (
    "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض",
)  # fmt: skip
"""Letters of lists in United Nations Arabic, a to z."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_PROVISION = re.compile(r"[1-9]\d{0,2}(\([1-9]\d?\))?(\([a-z]\)(\([ivx]{1,5}\))?)?")
_SEGMENT = re.compile(r"\((\w+)\)")


def is_provision(text: str) -> bool:
    """Whether it is written as ids are: article, then paragraph, letter, numeral."""
    if not _PROVISION.fullmatch(text):
        return False
    segments = _SEGMENT.findall(text)
    return not _ends_in_numeral(segments) or segments[-1] in _ROMAN


def written_provision(
    provision: str,
    language: str,
    *,
    prose: bool = False,
    digits: Digits = Digits.LATIN,
) -> str:
    """A provision named in full, as in headings and lists, or inside a sentence.

    English: ``Article 5 (1) (a) (i)``, in prose ``article 5 (1) (a) (i)``.
    Arabic: ``المادة 5 (1) (أ) '1'``, in prose ``الفقرة 1 (أ) '1' من المادة 5``.
    Empty for a closing page; what is no provision is given back unchanged.
    """
    if not is_provision(provision):
        return provision
    if language != "ar":
        return ("article " if prose else "Article ") + _spaced_latin(provision)
    if prose:
        return written_digits(_arabic_prose(provision), digits)
    return written_digits(f"المادة {_arabic_parts(provision)}", digits)


def short_provision(
    provision: str, language: str, *, digits: Digits = Digits.LATIN
) -> str:
    """Without the word for *article*, for rows and badges: ``5 (1) (أ) '1'``."""
    if not is_provision(provision):
        return provision
    if language != "ar":
        return _spaced_latin(provision)
    text = _arabic_parts(provision)
    if "(" in text and direction_of(text) is None:
        text = RIGHT_TO_LEFT_MARK + text  # else 5 (1) would read as (1) 5
    return written_digits(text, digits)


def written_resolution(
    number: str, language: str, *, digits: Digits = Digits.LATIN
) -> str:
    """``9/1`` as *resolution 9/1*, in Arabic القرار 1/9."""
    return _session_document("resolution", "القرار", number, language, digits)


def written_decision(
    number: str, language: str, *, digits: Digits = Digits.LATIN
) -> str:
    """``3/4`` as *decision 3/4*, in Arabic المقرر 4/3."""
    return _session_document("decision", "المقرر", number, language, digits)


def _session_document(
    english: str, arabic: str, number: str, language: str, digits: Digits
) -> str:
    if language != "ar":
        return f"{english} {number}"
    turned = "/".join(reversed(number.split("/")))
    return written_digits(f"{arabic} {turned}", digits)


def _spaced_latin(provision: str) -> str:
    return provision.replace("(", " (")


def _arabic_parts(provision: str) -> str:
    article, *_ = provision.split("(", 1)
    return " ".join([article, *_arabic_segments(_SEGMENT.findall(provision))])


def _arabic_prose(provision: str) -> str:
    article, *_ = provision.split("(", 1)
    segments = _SEGMENT.findall(provision)
    if not segments:
        return f"المادة {article}"
    written = _arabic_segments(segments)
    if segments[0].isdigit():
        written[0] = segments[0]
    return f"الفقرة {' '.join(written)} من المادة {article}"


def _arabic_segments(segments: list[str]) -> list[str]:
    return [
        _arabic_segment(segment, after) for after, segment in pairwise(["", *segments])
    ]


def _arabic_segment(segment: str, after: str) -> str:
    if segment.isdigit():
        return f"({segment})"
    if after.isalpha():
        return f"'{_ROMAN.index(segment) + 1}'"
    return f"({ARABIC_LETTERS[ord(segment) - ord('a')]})"


def _ends_in_numeral(segments: list[str]) -> bool:
    """``(i)`` is a numeral after a letter and a letter everywhere else."""
    return len(segments) > 1 and segments[-2].isalpha()
