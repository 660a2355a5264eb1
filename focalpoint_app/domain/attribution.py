"""Who wrote what: each sentence of an answer with where it came from.

Worked out from the answer's own history: a sentence keeps the origin it had when
it first stood in the answer, whatever is changed around it, taken out or restored;
so do the parts of one that was split, and one that was made of several.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from focalpoint_app.domain.merge.sentences import key_of, sentences
from focalpoint_app.domain.resembling import Candidates


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
    """What stood in a version, by ``keys`` too, and all that stood before it."""

    spans: tuple[Span, ...]
    keys: tuple[str, ...]
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
        first = before[0] if before else _Known((), (), {})
        return _Known(first.spans, first.keys, memory)
    pieces = sentences(version.text)
    keys = tuple(map(key_of, pieces))
    said = _said(version.sources, version.author)
    known = {**said, **memory}
    new = {k: piece for k, piece in zip(keys, pieces, strict=True) if k not in known}
    known |= _made(new, said, _gone(keys, before), version.author)
    spans = tuple(map(Span, pieces, (known[key] for key in keys)))
    return _Known(spans, keys, {**{key: known[key] for key in keys}, **memory})


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


def _made(
    new: Mapping[str, str],
    said: Mapping[str, Origin],
    gone: Mapping[str, Origin],
    author: str,
) -> dict[str, Origin]:
    """New sentences are held against what was said, then against what went; by key."""
    if not new:
        return {}
    told, left = Candidates(said.items()), Candidates(gone.items())
    found: dict[str, Origin] = {}
    for place, (key, piece) in enumerate(new.items()):
        at = place / len(new)
        made = told.made_into(piece, at) or left.made_into(piece, at)
        found[key] = _edited(_together(made), author) if made else Origin(author)
    return found


def _gone(keys: Iterable[str], before: Iterable[_Known]) -> dict[str, Origin]:
    """Sentences that stood here until now, wherever: they may have been moved."""
    stays = frozenset(keys)
    return {
        key: span.origin
        for each in before
        for key, span in zip(each.keys, each.spans, strict=True)
        if key not in stays
    }


def _together(found: Sequence[Origin]) -> Origin:
    """The first that was contributed, or the first, beside all that were."""
    first = next((each for each in found if each.contribution), found[0])
    named = dict.fromkeys(each for one in found for each in one.contributions)
    others = tuple(each for each in named if each != first.contribution)
    return replace(first, others=others)


def _edited(origin: Origin, author: str) -> Origin:
    if origin.editors[-1:] == (author,) or (
        origin.author == author and not origin.contribution
    ):
        return origin
    return replace(origin, editors=(*origin.editors, author))
