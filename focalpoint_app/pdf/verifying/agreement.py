"""Whether the pages say what the data inside say; read from the pages alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from focalpoint_app.pdf.verifying.along import Spoken
from focalpoint_app.pdf.verifying.expected import Expectation, Expecting, Printing
from focalpoint_app.pdf.verifying.lacking import lacking
from focalpoint_app.pdf.verifying.paper_trail import PaperTrail
from focalpoint_app.pdf.verifying.plain_text import plain
from focalpoint_app.pdf.verifying.put_in import Stretch, put_in, stretches
from focalpoint_app.pdf.verifying.regions import Region, regions
from focalpoint_app.pdf.verifying.runs import Shown
from focalpoint_app.pdf.verifying.surroundings import contradictions

_MOST_TOLD = 50
_LONGEST_TOLD = 80  # characters


class Kind(StrEnum):
    """MISSING: the data's answer is not on the pages; ADDED: they say what no data
    and no questionnaire has; DISGUISED: letters are drawn otherwise than they say.
    UNKNOWN: one of the last two where another version of the program set the pages.
    """

    MISSING = "missing"
    ADDED = "added"
    DISGUISED = "disguised"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """``question`` is empty for an addition; ``text`` the first words of it."""

    kind: Kind
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """``compared`` and ``unknown`` are ids of questions, in the order of printing.

    ``unknown``: how the answer prints is not known to this version of the program.
    ``word_by_word``: all between and around the answers was compared too.
    """

    compared: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    word_by_word: bool = False

    @property
    def agrees(self) -> bool | None:
        """None where nothing could be compared, or words stand there that another
        version of the program may have set.
        """
        kinds = {each.kind for each in self.differences}
        if kinds - {Kind.UNKNOWN}:
            return False
        return True if self.compared and not kinds else None


NOT_COMPARED = Agreement()
_KINDS = (Kind.UNKNOWN, Kind.DISGUISED)  # another version may have other fonts


@dataclass(frozen=True, slots=True)
class Print:
    """A file's pages with the data inside.  ``language`` is the document's own,
    ``stamp`` that of the wording by which it says that it was made; ``disguised`` is
    drawn otherwise than it says.
    """

    pages: Sequence[Sequence[Shown]]
    data: bytes
    language: str
    stamp: str = ""
    disguised: str = ""

    @property
    def digest(self) -> str:
        return sha256(self.data).hexdigest()


def agreement(paper: Print, expecting: Expecting) -> Agreement:
    """Compare each answer with the runs that follow its question's wording.

    ``expecting`` knows how the data print.  Where the same version of the program
    has set the pages, whatever else stands there is compared too.
    """
    trail = PaperTrail(paper.pages)
    expectation = expecting(paper.data, paper.language, trail.says)
    places = list(regions(trail, expectation))
    lacks = list(lacking(trail, places))
    doubted = {each.question for each in lacks if each.is_doubted}
    missing = [
        _told(Kind.MISSING, each.question, each.text)
        for each in lacks
        if not each.is_doubted
    ]
    answers = expectation.answers
    doubted |= {each.question for each in answers if not each.is_known}
    return Agreement(
        tuple(each.question for each in answers if each.question not in doubted),
        tuple(each.question for each in answers if each.question in doubted),
        (*missing, *_more(paper, trail, places, expectation))[:_MOST_TOLD],
        word_by_word=_is_ours(paper, expectation) is True,
    )


def _is_ours(paper: Print, expectation: Expectation) -> bool | None:
    """Whether this version of the program has set the pages; None: nobody says."""
    if not expectation.is_sure:
        return False
    stamp = expectation.printing.stamp
    return stamp == paper.stamp if stamp else None


def _more(
    paper: Print, trail: PaperTrail, places: list[Region], expectation: Expectation
) -> Iterator[Difference]:
    """What the pages say or show besides the data."""
    is_ours = _is_ours(paper, expectation)
    kind = Kind.UNKNOWN if is_ours is False else Kind.ADDED
    for run in _added(trail, places, expectation.known):
        yield _told(kind, "", run)
    if expectation.printing.stamp and paper.disguised:
        yield _told(_KINDS[bool(is_ours)], "", paper.disguised)
    if is_ours:
        yield from _word_by_word(paper, trail, places, expectation)


def _added(
    trail: PaperTrail, places: list[Region], known: tuple[str, ...]
) -> Iterator[str]:
    """Runs between the first question and the last that nothing accounts for."""
    anchored = [each for each in places if each.start]
    if not known or not anchored:
        return
    cells = (cell for each in places for row in each.expected.rows for cell in row)
    everything = "\n".join(map(plain, (*known, *cells)))
    start, end = anchored[0].start, anchored[-1].start
    strays = [run for place, run in trail.strays if start <= place <= end]
    for run in (*trail.unused(start, end), *strays):
        if _has_words(run) and run not in everything:
            yield run


def _word_by_word(
    paper: Print,
    trail: PaperTrail,
    places: list[Region],
    expectation: Expectation,
) -> Iterator[Difference]:
    """Other words on the cover, in heads and feet; words of elsewhere between answers
    and behind them.
    """
    for said in contradictions(paper.pages, expectation.surroundings):
        yield _told(Kind.ADDED, "", said)
    for each in places:
        asked = Spoken(each.expected.wording, paper.language)
        if each.start and not trail.stands(asked, each.start):
            yield _told(Kind.ADDED, each.expected.question, asked.text)
    printing = expectation.printing
    found = _stretches(trail, places, printing, paper.digest)
    for run in put_in(trail, found, "\n".join(map(plain, printing.heads))):
        yield _told(Kind.ADDED, "", run)


def _stretches(
    trail: PaperTrail, places: list[Region], printing: Printing, digest: str
) -> list[Stretch]:
    ends = [
        (each.start, each.expected.wording)
        for each in places
        if each.start and each.expected.is_main
    ]
    if not ends:
        return []
    last = trail.first_page_with(digest, ends[-1][0])
    # Side by side, neither column's stretches end where the other's do.
    if printing.abreast:
        start = trail.page_start(ends[0][0] - 1)
        return [Stretch(start, last, printing.body)]
    return stretches(trail, ends, printing.body, last)


def _has_words(run: str) -> bool:
    return sum(map(str.isalpha, run)) > 1


def _told(kind: Kind, question: str, text: str) -> Difference:
    shortened = text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"
    return Difference(kind, question, shortened)
