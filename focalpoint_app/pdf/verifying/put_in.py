"""Known words that were put where this document has none: letters are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from focalpoint_app.pdf.verifying.paper_trail import PaperTrail
from focalpoint_app.pdf.verifying.plain_text import plain

Letters = Counter[str]


class Stretch(NamedTuple):
    """From one question to the next: runs of the pages, and what the data print as."""

    start: int
    end: int
    paragraphs: Sequence[str]


def put_in(
    trail: PaperTrail, stretches: Sequence[Stretch], repeated: str
) -> Iterator[str]:
    """Runs that make a stretch say more than the data do.

    Order does not matter: a line is drawn in parts, and columns lie side by side.
    ``repeated`` is what may stand again at the head of a page.
    """
    for stretch in stretches:
        yield from _surplus(trail, stretch, _left(trail, stretch))
    for _, run in trail.strays:
        if run not in repeated and letters(run):
            yield run


def letters(text: str) -> Letters:
    """Figures and signs are the pages' own too: numbers of lists and of pages."""
    return Counter(filter(str.isalpha, plain(text)))


def _left(trail: PaperTrail, stretch: Stretch) -> Letters:
    """On the pages, once all that the data print as is taken away."""
    found = letters("".join(trail.runs[stretch.start : stretch.end]))
    return found - letters("".join(map(plain, stretch.paragraphs)))


def _surplus(trail: PaperTrail, stretch: Stretch, left: Letters) -> Iterator[str]:
    """The runs that the surplus can be; those that no answer has taken first."""
    places = range(stretch.start, stretch.end)
    for place in sorted(places, key=trail.is_used):
        said = letters(trail.runs[place])
        if said and not said - left:
            left -= said
            yield trail.runs[place]
    if left:
        yield "".join(left.elements())


def stretches(
    trail: PaperTrail, ends: Sequence[tuple[int, str]], body: Sequence[str], last: int
) -> list[Stretch]:
    """Cut after each question's wording; ``ends`` are (run behind it, wording).

    ``body`` are all paragraphs from the first part's title on, ``last`` the run
    where its pages end.
    """
    cuts = [(trail.page_start(ends[0][0] - 1), 0)] if ends else []
    reached = 0
    for place, wording in ends:
        if wording in body[reached:]:
            reached = body.index(wording, reached) + 1
            cuts.append((place, reached))
    cuts.append((last, len(body)))
    return [
        Stretch(start, end, body[first:then])
        for (start, first), (end, then) in pairwise(cuts)
    ]
