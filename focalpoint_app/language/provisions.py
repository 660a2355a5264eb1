"""How a language writes a provision (``5(1)(a)(i)``) and a resolution's number."""

import re
from collections.abc import Iterator
from itertools import pairwise

from focalpoint_app.language.digits import Digits, written_digits
from focalpoint_app.language.isolates import RIGHT_TO_LEFT_MARK, direction_of, is_rtl
from focalpoint_app.language.provision_forms import (
    ARABIC_LETTERS as ARABIC_LETTERS,
)
from focalpoint_app.language.provision_forms import ROMAN, Form, Forms, forms_of

_PROVISION = re.compile(r"[1-9]\d{0,2}(\([1-9]\d?\))?(\([a-z]\)(\([ivx]{1,5}\))?)?")
_SEGMENT = re.compile(r"\((\w+)\)")


def is_provision(text: str) -> bool:
    """Whether it is written as ids are: article, then paragraph, letter, numeral."""
    if not _PROVISION.fullmatch(text):
        return False
    segments = _SEGMENT.findall(text)
    return not _ends_in_numeral(segments) or segments[-1] in ROMAN


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
    forms = forms_of(language)
    text = _written(provision, forms.prose if prose else forms.heading, forms)
    return _in_digits(text, language, digits)


def short_provision(
    provision: str, language: str, *, digits: Digits = Digits.LATIN
) -> str:
    """Without the word for *article*, for rows and badges: ``5 (1) (أ) '1'``."""
    if not is_provision(provision):
        return provision
    forms = forms_of(language)
    text = _written(provision, forms.short, forms)
    if is_rtl(language) and "(" in text and direction_of(text) is None:
        text = RIGHT_TO_LEFT_MARK + text  # else 5 (1) would read as (1) 5
    return _in_digits(text, language, digits)


def written_resolution(
    number: str, language: str, *, digits: Digits = Digits.LATIN
) -> str:
    """``9/1`` as *resolution 9/1*, in Arabic القرار 1/9."""
    form = forms_of(language).resolution
    return _in_digits(form.format(_session_number(number, language)), language, digits)


def written_decision(
    number: str, language: str, *, digits: Digits = Digits.LATIN
) -> str:
    """``3/4`` as *decision 3/4*, in Arabic المقرر 4/3."""
    form = forms_of(language).decision
    return _in_digits(form.format(_session_number(number, language)), language, digits)


def _session_number(number: str, language: str) -> str:
    return "/".join(reversed(number.split("/"))) if language == "ar" else number


def _in_digits(text: str, language: str, digits: Digits) -> str:
    return written_digits(text, digits) if language == "ar" else text


def _written(provision: str, form: Form, forms: Forms) -> str:
    article, *_ = provision.split("(", 1)
    rest = "".join(_segments(_SEGMENT.findall(provision), form, forms))
    if not rest:
        return form.alone.format(article)
    return form.within.format(article=article, rest=rest)


def _segments(segments: list[str], form: Form, forms: Forms) -> Iterator[str]:
    for after, segment in pairwise(["", *segments]):
        if segment.isdigit():
            yield form.paragraph.format(segment)
        elif after.isalpha():
            yield form.numeral.format(forms.numerals[ROMAN.index(segment)])
        else:
            letter = forms.letters[ord(segment) - ord("a")]
            yield (form.letter if after else form.lone).format(letter)


def _ends_in_numeral(segments: list[str]) -> bool:
    """``(i)`` is a numeral after a letter and a letter everywhere else."""
    return len(segments) > 1 and segments[-2].isalpha()
