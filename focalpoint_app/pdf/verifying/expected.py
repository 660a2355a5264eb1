"""What the pages of a submission must say, as the data inside have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """One answer.  ``wording`` is its question's in the document's language; where
    that is empty, the answer may stand anywhere.

    ``texts`` are paragraphs to be found in order, a language each; ``languages`` name
    these where they say in which direction they were set.  ``rows`` are the cells of
    a table.  ``is_known`` False: what it prints as is not known here.
    ``is_prose``: it is told from others wherever it stands.  ``worded`` are those of
    its words that a questionnaire has, ``instead`` those of other answers to it.
    """

    question: str
    wording: str = ""
    is_main: bool = False
    texts: tuple[Paragraphs, ...] = ()
    languages: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_known: bool = True
    is_prose: bool = False
    worded: frozenset[str] = frozenset()
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """What a page says of the data, or, where it was changed, ``instead`` of it."""

    truth: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``page_label`` has the gaps ``{page}`` and ``{pages}``; ``foot`` is what stands
    beside it.
    """

    cover: tuple[Either, ...] = ()
    heads: tuple[Either, ...] = ()
    page_label: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Printing:
    """How this version prints the data: ``body`` is every paragraph from the first
    part's title to before the sign-off, ``heads`` what tables repeat on a new page.

    ``stamp`` is that of a file so printed, empty where it cannot be told;
    ``abreast``: two languages stand side by side.
    """

    stamp: str = ""
    body: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    abreast: bool = False


@dataclass(frozen=True, slots=True)
class Expectation:
    """Answers in the order of printing; ``known`` is all else that such pages say,
    empty where that cannot be told.  ``is_sure`` False: the questionnaire may have
    been worded otherwise, and is known as far as the pages have its words.
    """

    answers: tuple[ExpectedAnswer, ...]
    known: tuple[str, ...] = ()
    printing: Printing = Printing()
    surroundings: Surroundings = Surroundings()
    is_sure: bool = True


Says = Callable[[str], bool]
"""Whether the pages have these words on one line."""

Expecting = Callable[[bytes, str, Says], Expectation]
"""From the data inside, the document's language, and what else its pages say."""
