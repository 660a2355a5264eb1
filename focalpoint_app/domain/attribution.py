"""Who wrote what: each sentence of an answer with where it came from.

Worked out from the answer's own history: a sentence keeps the origin it had when
it first stood in the answer, whatever is changed around it, taken out or restored;
so do the parts of one that was split, and one that was made of several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from focalpoint_app.domain.merge.sentences import key_of, sentences, words

ALIKE = 0.6
"""Share of words in common from which a sentence counts as the same one, edited;
of the shorter one's words, where one is a part of the other."""
_RUN = 8
"""Letters of words in a row, two at least, from which they count as a part: "of the"
says nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """``contribution`` it came from, empty where ``author`` wrote it here.

    ``editors``: authors who changed its words later, in order.  ``others``:
    contributions besides, where several sentences were made one.
    """

    author: str
    contribution: str = ""
    editors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def contributions(self) -> tuple[str, ...]:
        return tuple(each for each in (self.contribution, *self.others) if each)


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence of the answer, with the blanks that follow it."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a text: ``parents`` are ids of earlier ones.

    ``text`` is None where it was expunged.  ``sources``: contributions that went
    into it, each with the text it said.
    """

    id: str
    author: str
    text: str | None
    parents: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Known:
    """What stood in a version, and all that ever stood before it."""

    spans: tuple[Span, ...]
    memory: Mapping[str, Origin]


def attributed(versions: Iterable[Version]) -> tuple[Span, ...]:
    """The last version's sentences; parents come before their children."""
    known: dict[str, _Known] = {}
    last: tuple[Span, ...] = ()
    for version in versions:
        before = [known[each] for each in version.parents if each in known]
        found = _known(version, before)
        known[version.id] = found
        last = found.spans
    return last


def contributors(spans: Sequence[Span]) -> tuple[str, ...]:
    """The contributions that are in a text, each once, in its order."""
    named = (each for span in spans for each in span.origin.contributions)
    return tuple(dict.fromkeys(named))


def _known(version: Version, before: Sequence[_Known]) -> _Known:
    memory = _remembered(before)
    if version.text is None:
        return _Known(before[0].spans if before else (), memory)
    said = _said(version.sources, version.author)
    spans = _spans(version, memory, said, before)
    new = {key_of(span.text): span.origin for span in spans}
    return _Known(spans, {**new, **memory})


def _remembered(before: Sequence[_Known]) -> dict[str, Origin]:
    found: dict[str, Origin] = {}
    for each in before:
        for key, origin in each.memory.items():
            found.setdefault(key, origin)
    return found


def _said(sources: Mapping[str, str], author: str) -> dict[str, Origin]:
    found: dict[str, Origin] = {}
    for contribution, text in sources.items():
        for sentence in sentences(text):
            found.setdefault(key_of(sentence), Origin(author, contribution))
    return found


def _spans(
    version: Version,
    memory: Mapping[str, Origin],
    said: Mapping[str, Origin],
    before: Sequence[_Known],
) -> tuple[Span, ...]:
    """Known sentences first; what is left is held against what is there no more."""
    pieces = sentences(version.text or "")
    told, gone = _candidates(said), _candidates(_gone(pieces, before))
    found: list[Span] = []
    for piece in pieces:
        key = key_of(piece)
        origin = memory.get(key) or said.get(key)
        if origin is None:
            origin = _made_of(piece, told) or _made_of(piece, gone)
            origin = origin and _edited(origin, version.author)
        found.append(Span(piece, origin or Origin(version.author)))
    return tuple(found)


def _gone(pieces: Iterable[str], before: Iterable[_Known]) -> dict[str, Origin]:
    """Sentences that stood here until now, wherever: they may have been moved."""
    stays = {key_of(piece) for piece in pieces}
    old = ((key_of(span.text), span.origin) for each in before for span in each.spans)
    return {key: origin for key, origin in old if key not in stays}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What a sentence may have been made of; ``count`` tells soon that it was not."""

    words: tuple[str, ...]
    count: Counter[str]
    origin: Origin


def _candidates(known: Mapping[str, Origin]) -> tuple[_Candidate, ...]:
    found = ((_bare(key), origin) for key, origin in known.items())
    return tuple(_Candidate(bare, Counter(bare), origin) for bare, origin in found)


def _bare(piece: str) -> tuple[str, ...]:
    """Words alone: a part that was split off has another stop and another capital."""
    keys = (key_of(word).casefold() for word in words(piece))
    return tuple(each for each in keys if any(map(str.isalnum, each)))


def _made_of(piece: str, candidates: Sequence[_Candidate]) -> Origin | None:
    """The candidate with most of its words, then those that what is left has whole."""
    left, found = _bare(piece), list[Origin]()
    while nearest := _nearest(left, candidates, whole=bool(found)):
        candidate, left = nearest
        found.append(candidate.origin)
    if not found:
        return None
    first = next((each for each in found if each.contribution), found[0])
    named = dict.fromkeys(each for one in found for each in one.contributions)
    others = tuple(each for each in named if each != first.contribution)
    return replace(first, others=others)


def _nearest(
    wanted: tuple[str, ...], candidates: Sequence[_Candidate], *, whole: bool
) -> tuple[_Candidate, tuple[str, ...]] | None:
    """With the words that it leaves; ``whole``: a part of the candidate will not do."""
    count, most, nearest = Counter(wanted), 0, None
    for each in candidates:
        shorter = len(each.words) if whole else min(len(wanted), len(each.words))
        if not shorter or (count & each.count).total() < ALIKE * shorter:
            continue
        shared = _shared(wanted, each.words, shorter)
        if len(shared) > most:
            left = tuple(w for place, w in enumerate(wanted) if place not in shared)
            most, nearest = len(shared), (each, left)
    return nearest


def _shared(
    wanted: tuple[str, ...], other: tuple[str, ...], shorter: int
) -> frozenset[int]:
    """Places of the words in common; none where they are too few."""
    matcher = SequenceMatcher(None, wanted, other, autojunk=False)
    blocks = matcher.get_matching_blocks()
    if matcher.ratio() < ALIKE:
        runs = [block for block in blocks if block.size > 1]
        blocks = [b for b in runs if len("".join(wanted[b.a : b.a + b.size])) >= _RUN]
    places = frozenset(n for b in blocks for n in range(b.a, b.a + b.size))
    return places if len(places) >= ALIKE * shorter else frozenset()


def _edited(origin: Origin, author: str) -> Origin:
    if origin.editors[-1:] == (author,) or (
        origin.author == author and not origin.contribution
    ):
        return origin
    return replace(origin, editors=(*origin.editors, author))
