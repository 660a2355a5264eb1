"""Lines that mix directions, made the same way each time."""

from collections.abc import Iterator
from random import Random

from tests.pdf.paragraphs import HARD, questionnaire_paragraphs

_LONGEST = 7  # words: they fit on one line of a page
_PARTS = (
    "المادة", "القانون", "«الجماعة", "المنظمة»", "(أ)", "(ب)،", "[نص]", "نعم/لا:",
    "كلَّ", "UNTOC", "Ministry of Justice", "(participation)", "[criminal group]",
    "focal@a.org", "https://a.org/b?c=5", "5(1)(a)(i)", "\u20685 (1) (أ) '1'\u2069",
    "\u206812(1)(a)\u2069", "\u2067نص abc\u2069", "\u2066abc نص 5\u2069", "(5)",
    "14/2018", "45.7%", "+999 1 234-5678", "2010-01-31", "1,234.5", "٤٥٫٧٪",
    "٢٠١٨،", "٣-٢", "№ 5", "€ 20", "-7", "3-2.", "ISO 27001", "\u200f(x)",
    "a\u200e!", "—", "–", "؟", "؛", "...", "Конвенция", "公约", "، و", '"نص"', "'a'",
)  # fmt: skip


def lines() -> list[str]:
    """A few hundred, of our paragraphs in pieces and of parts put together."""
    paragraphs = (*HARD, *questionnaire_paragraphs(60))
    pieces = [piece for text in paragraphs for piece in _pieces(text)]
    random = Random(5)
    mixed = [
        " ".join(random.choices(_PARTS, k=random.randint(2, _LONGEST - 1)))
        for _ in range(300)
    ]
    return list(dict.fromkeys([*pieces, *mixed]))


def _pieces(text: str) -> Iterator[str]:
    words = text.split()
    for start in range(0, len(words), _LONGEST):
        yield " ".join(words[start : start + _LONGEST])
