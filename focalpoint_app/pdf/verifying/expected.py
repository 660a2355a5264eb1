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
    ``body`` every paragraph from the first part's title to before the sign-off, and
    ``heads`` what tables repeat on a new page: empty where that cannot be told.

    ``abreast``: two languages stand side by side.
    """

    answers: tuple[ExpectedAnswer, ...]
    known: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    abreast: bool = False


Says = Callable[[str], bool]
"""Whether the pages have these words on one line."""

Expecting = Callable[[bytes, str, Says], Expectation]
"""From the data inside, the document's language, and what else its pages say."""
