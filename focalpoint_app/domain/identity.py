"""Words that may identify victims, witnesses or suspects: a warning, no proof."""

import re

_UNSEEN = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u2066-\u2069]")
"""Harakat, tatweel, joiners and isolates, which names are written with or without."""

_PERSON = (
    "المجني عليها|المجني عليه|المجني عليهما|الضحية|الضحيتين|الضحيتان|الشاهدة|الشاهد|"
    "الشاهدين|الشاهدان|المتهمة|المتهم|المتهمين|المتهمان|المشتبه فيه|المشتبه فيها|"
    "المشتبه به|المشتبه بها|المحكوم عليه|المحكوم عليها|المدعوة|المدعو"
)
_ANYONE = f"{_PERSON}|شخص|الشخص|امرأة|المرأة|طفلة?|الطفلة?|القاصرة?|قاصرة?"
_WORD = "[\u0621-\u064a]{2,}"
_NO_NAME = r"(?!(?:ال|لل|بال|وال|كال)\w|(?:إلى|الى|من|في|على|عن|أن|كي|أو|ثم|بعد|قبل)\b)"
"""An article or a particle: "invited to take part", not "called Salim Barakat"."""

# Given names that are no other word of legal Arabic; three words rarely are a
# name by chance, so without one of these or a lineage initials must decide.
_GIVEN = (
    "محمد|أحمد|محمود|مصطفى|خالد|عمر|عثمان|يوسف|إبراهيم|ابراهيم|إسماعيل|اسماعيل|"
    "حسين|ياسر|طارق|سامي|سمير|رامي|أيمن|أسامة|حمزة|بلال|زياد|طلال|فيصل|فهد|"
    "عبد|أبو|فاطمة|عائشة|مريم|خديجة|زينب|سارة|ليلى|سلمى|رنا|لينا|هند|ريم|سعاد|"
    "سميرة|نادية"
)
_CALLED = "المدعوة|المدعو|يدعى|تدعى|اسمه|اسمها|المسمى|المسماة"
_NAMED = re.compile(
    rf"\b(?:{_PERSON})\s+(?:[\u0621-\u064a]\s*\.\s*){{2,}}"
    rf"|\b(?:{_PERSON})\s+(?:{_GIVEN})\s+{_WORD}"
    rf"|\b(?:{_PERSON})\s+{_WORD}\s+(?:بن|بنت|ابن|ابنة)\s+{_WORD}"
    rf"|\b(?:{_ANYONE})\s+و?(?:{_CALLED})\s+{_NO_NAME}{_WORD}\s+{_WORD}"
    rf"|\b(?:المدعوة|المدعو)\s+{_NO_NAME}{_WORD}\s+{_WORD}"
    r"|\b[Tt]he (?:victim|witness|accused|suspect|defendant),?\s+"
    r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z][\w'’-]+\s+[A-Z][\w'’-]+"
    r"|\b(?:Mr|Mrs|Ms)\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
_NUMBER_WORD = (
    "الرقم الوطني|رقم الهوية|الرقم القومي|السجل المدني|رقم جواز السفر|جواز السفر رقم|"
    "رقم الهاتف|هاتف رقم|[Pp]assport [Nn]o\\.?|[Ii]dentity (?:card )?[Nn]o\\.?|"
    "[Nn]ational (?:ID|number)|[Pp]hone"
)
_NUMBERED = re.compile(
    rf"(?:{_NUMBER_WORD})[\s:№#]*[A-Z]{{0,3}} ?[\d٠-٩][\d٠-٩ -]{{4,}}"
)
_MONEY = "دولار|دينار|ريال|درهم|جنيه|ليرة|يورو|فرنك|dollar|euro|USD|EUR|dinar|dirham"
_LONG_NUMBER = re.compile(
    rf"(?<![\w/.:=-])[\d٠-٩]{{9,16}}(?![\w/.-])(?!\s*(?:{_MONEY}))"
)


def may_identify(text: str) -> str:
    """The first passage that looks like a person's name or number, or ``""``."""
    plain = _UNSEEN.sub("", text)
    for pattern in (_NAMED, _NUMBERED, _LONG_NUMBER):
        found = pattern.search(plain)
        if found:
            return found[0].strip()
    return ""
