"""Whether the pages say what the data inside say; read from the pages alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from focalpoint_app.pdf.verifying.expected import (
    Expectation,
    ExpectedAnswer,
    Expecting,
    Printing,
)
from focalpoint_app.pdf.verifying.paper_trail import PaperTrail, plain, plain_paragraph
from focalpoint_app.pdf.verifying.put_in import Stretch, put_in, stretches
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
class _Region:
    """The runs where an answer is to be found."""

    expected: ExpectedAnswer
    start: int
    end: int


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
    regions = list(_regions(trail, expectation.answers))
    missing = [
        each
        for looked_for in (_missing_texts, _missing_cells)
        for each in looked_for(trail, regions)
    ]
    stamp = expectation.printing.stamp
    is_ours = stamp in ("", paper.stamp)
    kind = Kind.ADDED if is_ours else Kind.UNKNOWN
    added = [_told(kind, "", run) for run in _added(trail, regions, expectation.known)]
    if stamp and paper.disguised:
        added.append(_told(_KINDS[is_ours], "", paper.disguised))
    if stamp and is_ours:
        added += _word_by_word(paper, trail, regions, expectation)
    answers = expectation.answers
    return Agreement(
        tuple(each.question for each in answers if each.is_known),
        tuple(each.question for each in answers if not each.is_known),
        (*missing, *added)[:_MOST_TOLD],
        word_by_word=bool(stamp) and is_ours,
    )


def _regions(trail: PaperTrail, answers: Sequence[ExpectedAnswer]) -> Iterator[_Region]:
    """Main questions first: their wordings are each said once, in order."""
    groups = list(_grouped(answers))
    starts: list[tuple[int, int] | None] = []
    reached = 0
    for group in groups:
        main = group[0]
        found = None
        if main.is_main and main.wording:
            found = trail.find(plain(main.wording), reached, len(trail))
            reached = found[1] if found else reached
        starts.append(found)
    for place, group in enumerate(groups):
        later = (start[0] for start in starts[place + 1 :] if start)
        yield from _group_regions(trail, group, starts[place], next(later, len(trail)))


def _grouped(answers: Sequence[ExpectedAnswer]) -> Iterator[list[ExpectedAnswer]]:
    """A main question with its companions."""
    group: list[ExpectedAnswer] = []
    for answer in answers:
        if answer.is_main and group:
            yield group
            group = []
        group.append(answer)
    if group:
        yield group


def _group_regions(
    trail: PaperTrail,
    group: list[ExpectedAnswer],
    start: tuple[int, int] | None,
    end: int,
) -> Iterator[_Region]:
    """Each from its own wording to the next; anywhere where it has none here."""
    reached = start[1] if start else 0
    places: list[tuple[int, int] | None] = []
    for answer in group:
        if answer is group[0] and start:
            places.append(start)
            continue
        found = None
        if answer.wording and start:
            found = trail.find(plain(answer.wording), reached, end)
            reached = found[1] if found else reached
        places.append(found)
    for answer, place, rest in zip(
        group, places, (places[n + 1 :] for n in range(len(group))), strict=True
    ):
        if place is None:
            yield _Region(answer, 0, len(trail))
        else:
            later = (each[0] for each in rest if each)
            yield _Region(answer, place[1], next(later, end))


def _missing_texts(
    trail: PaperTrail, regions: Sequence[_Region]
) -> Iterator[Difference]:
    """What may stand anywhere takes only what the others have left."""
    for region in sorted(regions, key=lambda region: region.start == 0):
        for paragraphs in region.expected.texts:
            reached = region.start
            for paragraph in paragraphs:
                found = trail.find(plain_paragraph(paragraph), reached, region.end)
                if found is None or not _is_between(trail, region, found):
                    yield _told(Kind.MISSING, region.expected.question, paragraph)
                if found is not None:
                    reached = found[1]


def _is_between(trail: PaperTrail, region: _Region, found: tuple[int, int]) -> bool:
    """Below its question's wording and above the next, as the eye sees the page."""
    first, last = found[0], found[1] - 1
    if first > last or not region.start:
        return True
    below = trail.is_above(region.start - 1, first)
    return below and (region.end >= len(trail) or trail.is_above(last, region.end))


def _missing_cells(
    trail: PaperTrail, regions: Sequence[_Region]
) -> Iterator[Difference]:
    """Every cell; of a row and of a column the figures stand in their order, however
    the table was turned.  A table without its question stands behind all of them.
    """
    last = max((region.start for region in regions), default=0)
    for region in regions:
        answer, start = region.expected, region.start or last
        for cell in (cell for row in answer.rows for cell in row):
            if not trail.holds(plain(cell), start, region.end):
                yield _told(Kind.MISSING, answer.question, cell)
        yield from _disordered(trail.from_above(start, region.end), answer)


def _disordered(runs: list[str], answer: ExpectedAnswer) -> Iterator[Difference]:
    for line in (*answer.rows, *zip(*answer.rows, strict=True)):
        figures = [plain(cell) for cell in line if cell.isdigit()]
        if not _is_in_order(figures, runs):
            yield _told(Kind.MISSING, answer.question, " ".join(figures))


def _is_in_order(figures: list[str], runs: list[str]) -> bool:
    rest = iter(runs)
    return all(any(run == figure for run in rest) for figure in figures)


def _added(
    trail: PaperTrail, regions: list[_Region], known: tuple[str, ...]
) -> Iterator[str]:
    """Runs between the first question and the last that nothing accounts for."""
    anchored = [each for each in regions if each.start]
    if not known or not anchored:
        return
    cells = (cell for each in regions for row in each.expected.rows for cell in row)
    everything = "\n".join(map(plain, (*known, *cells)))
    start, end = anchored[0].start, anchored[-1].start
    strays = [run for place, run in trail.strays if start <= place <= end]
    for run in (*trail.unused(start, end), *strays):
        if _has_words(run) and run not in everything:
            yield run


def _word_by_word(
    paper: Print,
    trail: PaperTrail,
    regions: list[_Region],
    expectation: Expectation,
) -> Iterator[Difference]:
    """Other words on the cover, in heads and feet; words of elsewhere between answers
    and behind them.
    """
    for said in contradictions(paper.pages, expectation.surroundings):
        yield _told(Kind.ADDED, "", said)
    printing = expectation.printing
    found = _stretches(trail, regions, printing, paper.digest)
    for run in put_in(trail, found, "\n".join(map(plain, printing.heads))):
        yield _told(Kind.ADDED, "", run)


def _stretches(
    trail: PaperTrail, regions: list[_Region], printing: Printing, digest: str
) -> list[Stretch]:
    ends = [
        (each.start, each.expected.wording)
        for each in regions
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
