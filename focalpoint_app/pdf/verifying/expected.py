"""What the pages of a submission must say, as the data inside have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """One answer.  ``wording`` is its question's in the document's language; where
    that is empty, the answer may stand anywhere.

    ``texts`` are paragraphs to be found in order, a language each; ``rows`` the
    cells of a table.  ``is_known`` False: what it prints as is not known here.
    """

    question: str
    wording: str = ""
    is_main: bool = False
    texts: tuple[Paragraphs, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Expectation:
    """Answers in the order of printing; ``known`` is all else that such pages say,
    empty where that cannot be told.
    """

    answers: tuple[ExpectedAnswer, ...]
    known: tuple[str, ...] = ()


Says = Callable[[str], bool]
"""Whether the pages have these words on one line."""

Expecting = Callable[[bytes, str, Says], Expectation]
"""From the data inside, the document's language, and what else its pages say."""
