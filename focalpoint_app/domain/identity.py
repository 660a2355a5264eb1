"""Words that may identify victims, witnesses or suspects: a warning, no proof."""

import re
from collections.abc import Iterator

from focalpoint_app.domain.identity_names import ARABIC, CHINESE, LATIN, RUSSIAN

_UNSEEN = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u2066-\u2069]")
"""Harakat, tatweel, joiners and isolates, which names are written with or without."""
_BLANKS = re.compile(r"(\s)\s+")
"""Long runs of them are what the patterns are slow on."""

_DIGIT = "[\\d٠-٩]"
_NUMBER_WORD = (
    "الرقم الوطني|رقم الهوية|الرقم القومي|السجل المدني|رقم جواز(?: السفر)?|"
    "جواز (?:السفر|سفر) رقم|رقم الهاتف|هاتف رقم|"
    r"[Pp]assport|[Ii]dentity card|[Ii]dentity|[Nn]ational number|\bID|[Pp]hone|"
    "[Pp]asseport|[Cc]arte d[’']identité|[Tt]éléphone|"
    r"[Pp]asaporte|\bDNI|\bNIE|[Tt]eléfono|"
    r"[Пп]аспорт\w*|[Тт]елефон\w*|СНИЛС|"
    "护照号码?|身份证号码?|电话号?码?"
)
_SIGN = r"[\s:：#№]|[Nn][°ºo]\.?|[Nn]\.º|[Nn]umber|numéro|número|номер|серии|رقم"
_NUMBERED = re.compile(
    rf"(?:{_NUMBER_WORD})(?:{_SIGN})*[A-ZА-Я]{{0,3}} ?{_DIGIT}{{1,2}}"
    r"[A-Z]{0,2}[\d٠-٩ -]{3,}"
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]{0,4}\d{10,26}\b")
_MONEY = "دولار|دينار|ريال|درهم|جنيه|ليرة|يورو|فرنك|dollar|euro|USD|EUR|dinar|dirham"
_LONG_NUMBER = re.compile(
    r"(?<!القضية رقم )(?<!الدعوى رقم )(?<!ase [Nn]o\. )"
    rf"(?<![\w/.:=-]){_DIGIT}{{9,16}}(?![\w/.-])(?!\s*(?:{_MONEY}))"
)
_BIRTH = (
    r"المولودة? (?:في|بتاريخ)|تاريخ (?:الميلاد|الولادة):?|"
    r"\b[Bb]orn on|[Dd]ate of birth:?|\b[Nn]ée? le|[Nn]acid[oa] el|"
    r"родил(?:ся|ась)|дата рождения:?|出生于|出生日期[:：]?"
)
_DATE = re.compile(rf"{_DIGIT}{{1,4}}\s*[./年-]\s*{_DIGIT}{{1,2}}\s*[./月-]\s*{_DIGIT}")
_WORDED_DATE = re.compile(
    rf"{_DIGIT}{{1,2}}(?:er|st|nd|rd|th|[º°])?\s+(?:de\s+)?\w{{3,10}}"
    rf"\s+(?:de\s+)?{_DIGIT}{{4}}"
)
_BORN = re.compile(rf"(?:{_BIRTH})\s*(?:{_DATE.pattern}|{_WORDED_DATE.pattern})")
_FIVE_DIGITS = re.compile("[0-9٠-٩](?:[ -]?[0-9٠-٩]){4}")
_NAMES = (ARABIC, LATIN, RUSSIAN, CHINESE)
_NUMBERS = (_NUMBERED, _ACCOUNT, _LONG_NUMBER)


def may_identify(text: str) -> str:
    """The first passage that looks like a person's name or number, or ``""``."""
    plain = _BLANKS.sub(r"\1", _UNSEEN.sub("", text))
    for pattern in _worth_seeking(plain):
        found = pattern.search(plain)
        if found:
            return found[0].strip()
    return ""


def _worth_seeking(text: str) -> Iterator[re.Pattern[str]]:
    """Digits are found quickly and seldom there; words are dearer to look for."""
    yield from _NAMES
    if _FIVE_DIGITS.search(text):
        yield from _NUMBERS
    if _DATE.search(text) or _WORDED_DATE.search(text):
        yield _BORN
