"""Who wrote what: each sentence of an answer with where it came from.

Worked out from the answer's own history: a sentence keeps the origin it had when
it first stood in the answer, whatever is changed around it, taken out or restored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from focalpoint_app.domain.merge.differences import compared
from focalpoint_app.domain.merge.sentences import key_of, sentences, words

ALIKE = 0.6
"""Share of words in common from which a sentence counts as the same one, edited."""


@dataclass(frozen=True, slots=True)
class Origin:
    """``contribution`` it came from, empty where ``author`` wrote it here.

    ``editors``: authors who changed its words later, in order.
    """

    author: str
    contribution: str = ""
    editors: tuple[str, ...] = ()


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
    named = (span.origin.contribution for span in spans)
    return tuple(dict.fromkeys(each for each in named if each))


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
    """Known sentences first; what is left is held against what it took the place of."""
    pieces = sentences(version.text or "")
    found: list[Span] = []
    changed = _replaced(pieces, before)
    for place, piece in enumerate(pieces):
        key = key_of(piece)
        origin = memory.get(key) or said.get(key)
        if origin is None:
            origin = _alike(piece, said) or changed.get(place)
            origin = origin and _edited(origin, version.author)
        found.append(Span(piece, origin or Origin(version.author)))
    return tuple(found)


def _replaced(pieces: tuple[str, ...], before: Sequence[_Known]) -> dict[int, Origin]:
    """Place of a changed sentence to the origin of the one it was made from."""
    found: dict[int, Origin] = {}
    for each in before:
        old = each.spans
        comparison = compared(pieces, tuple(span.text for span in old))
        origins = {key_of(span.text): span.origin for span in old}
        for edit in comparison.edits:
            gone = {key_of(piece): origins[key_of(piece)] for piece in edit.pieces}
            for place in range(edit.start, edit.end):
                origin = _alike(pieces[place], gone)
                if origin is not None:
                    found.setdefault(place, origin)
    return found


def _alike(piece: str, candidates: Mapping[str, Origin]) -> Origin | None:
    wanted = [key_of(word) for word in words(piece)]
    best, nearest = ALIKE, None
    for key, origin in candidates.items():
        matcher = SequenceMatcher(
            None, wanted, [key_of(word) for word in words(key)], autojunk=False
        )
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        if matcher.ratio() >= best:
            best, nearest = matcher.ratio(), origin
    return nearest


def _edited(origin: Origin, author: str) -> Origin:
    if origin.editors[-1:] == (author,) or (
        origin.author == author and not origin.contribution
    ):
        return origin
    return replace(origin, editors=(*origin.editors, author))
