"""Words that may identify victims, witnesses or suspects: a warning, no proof."""

import re

_PERSON_AR = (
    "المجني عليها|المجني عليه|الضحية|الضحيتين|الشاهدة|الشاهد|المتهمة|المتهم|"
    "المشتبه فيه|المشتبه به|المدعوة|المدعو"
)
# A person word, then two names: three Arabic words rarely are one by chance, so
# initials ("أ. ب.") and the customary particles decide.
_NAMED = re.compile(
    rf"(?:{_PERSON_AR})\s+(?:[\u0621-\u064a]\s*\.\s*){{2,}}"
    rf"|(?:المدعوة?|واسمها|واسمه|المسماة|المسمى)\s+[\u0621-\u064a]{{2,}}\s+[\u0621-\u064a]{{2,}}"
    r"|\b(?i:the victim|the witness|the accused|the suspect|the defendant),?\s+"
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
_LONG_NUMBER = re.compile(r"(?<![\w/.:=-])[\d٠-٩]{9,16}(?![\w/.-])")


def may_identify(text: str) -> str:
    """The first passage that looks like a person's name or number, or ``""``."""
    for pattern in (_NAMED, _NUMBERED, _LONG_NUMBER):
        found = pattern.search(text)
        if found:
            return found[0].strip()
    return ""
