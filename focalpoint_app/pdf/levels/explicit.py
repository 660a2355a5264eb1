"""Explicit embeddings, overrides and isolates: UAX #9, rules P2-P3 and X1-X10."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

MAX_DEPTH = 125
_INITIATORS = "lrf"
_FORMATTING = frozenset("12345b")  # removed by rule X9
_EMBEDDINGS = {"1": (0, ""), "2": (1, ""), "3": (0, "L"), "4": (1, "R")}


@dataclass(frozen=True, slots=True)
class IsolatingRun:
    """Places that one pass of the W, N and I rules sees as neighbours (BD13).

    ``before`` and ``after`` are sos and eos of rule X10.
    """

    places: tuple[int, ...]
    level: int
    before: str
    after: str


@dataclass(slots=True)
class Explicit:
    """Levels and classes after X1-X8; ``None`` where X9 removes the place."""

    levels: list[int | None]
    classes: list[str]


def first_strong_level(skeleton: str) -> int | None:
    """Rules P2 and P3; None without a strong character outside isolates."""
    depth = 0
    for letter in skeleton:
        if letter in _INITIATORS:
            depth += 1
        elif letter == "p":
            depth = max(depth - 1, 0)
        elif depth == 0 and letter in "LRA":
            return int(letter != "L")
    return None


def isolated_levels(skeleton: str) -> dict[int, int]:
    """Place of an isolate initiator -> what P2 and P3 find up to its terminator.

    Without a strong character there, it is left out.
    """
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, letter in enumerate(skeleton):
        if letter in _INITIATORS:
            opened.append(place)
        elif letter == "p":
            del opened[-1:]
        elif opened and letter in "LRA":
            found.setdefault(opened[-1], int(letter != "L"))
    return found


@dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str
    isolate: bool


@dataclass(slots=True)
class _Walk:
    """Rules X1-X8 over one paragraph."""

    skeleton: str
    base: int
    stack: list[_Status] = field(default_factory=list)
    isolated: dict[int, int] = field(default_factory=dict)
    overflow_isolates: int = 0
    overflow_embeddings: int = 0
    valid_isolates: int = 0

    def run(self) -> Explicit:
        self.stack = [_Status(self.base, "", isolate=False)]
        self.isolated = isolated_levels(self.skeleton) if "f" in self.skeleton else {}
        found = Explicit([], list(self.skeleton))
        for place, letter in enumerate(self.skeleton):
            level, override = self._meet(place, letter)
            found.levels.append(None if letter in _FORMATTING else level)
            if override:
                found.classes[place] = override
        return found

    def _meet(self, place: int, letter: str) -> tuple[int, str]:
        """Level of the place and the class an override gives it, if any."""
        if letter == "p":
            self._end_isolate()
        top = self.stack[-1]
        if letter in _EMBEDDINGS:
            self._embed(*_EMBEDDINGS[letter])
        elif letter in _INITIATORS:
            self._isolate(place, letter)
        elif letter == "5":
            self._end_embedding()
        elif letter == "B":
            return self.base, ""
        return top.level, top.override

    def _next_level(self, odd: int) -> int:
        return (
            (self.stack[-1].level + 1) | 1 if odd else (self.stack[-1].level + 2) & ~1
        )

    def _embed(self, odd: int, override: str) -> None:
        level = self._next_level(odd)
        if level > MAX_DEPTH or self.overflow_isolates or self.overflow_embeddings:
            self.overflow_embeddings += not self.overflow_isolates
            return
        self.stack.append(_Status(level, override, isolate=False))

    def _isolate(self, place: int, letter: str) -> None:
        odd = letter == "r"
        if letter == "f":
            odd = self.isolated.get(place) == 1
        level = self._next_level(odd)
        if level > MAX_DEPTH or self.overflow_isolates or self.overflow_embeddings:
            self.overflow_isolates += 1
            return
        self.valid_isolates += 1
        self.stack.append(_Status(level, "", isolate=True))

    def _end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self.valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def explicit_levels(skeleton: str, base: int) -> Explicit:
    return _Walk(skeleton, base).run()


def isolating_runs(skeleton: str, explicit: Explicit, base: int) -> list[IsolatingRun]:
    """The sequences of BD13 in the order of their first place (rule X10)."""
    sequences = _joined(skeleton, _level_runs(explicit.levels))
    kept = [place for place, level in enumerate(explicit.levels) if level is not None]
    neighbours = dict(pairwise(kept))
    previous = {after: before for before, after in neighbours.items()}
    return [
        _bounded(skeleton, explicit.levels, places, base, (previous, neighbours))
        for places in sequences
    ]


def _level_runs(levels: list[int | None]) -> list[list[int]]:
    runs: list[list[int]] = []
    current: int | None = None
    for place, level in enumerate(levels):
        if level is None:
            continue
        if level != current:
            runs.append([])
            current = level
        runs[-1].append(place)
    return runs


def _joined(skeleton: str, runs: list[list[int]]) -> list[list[int]]:
    """Level runs linked through isolate initiator and matching terminator."""
    sequences: list[list[int]] = []
    pairs = _isolate_pairs(skeleton)
    opened: dict[int, list[int]] = {}
    for run in runs:
        first, last = run[0], run[-1]
        target = opened.pop(pairs[first], None) if skeleton[first] == "p" else None
        if target is None:
            target = []
            sequences.append(target)
        target.extend(run)
        if skeleton[last] in _INITIATORS and pairs[last] >= 0:
            opened[pairs[last]] = target
    return sequences


def _isolate_pairs(skeleton: str) -> dict[int, int]:
    """Place of each isolate sign -> number of its pair, or -1 if unmatched (BD9)."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for place, letter in enumerate(skeleton):
        if letter in _INITIATORS:
            stack.append(place)
            pairs[place] = -1
        elif letter == "p":
            pairs[place] = -1
            if stack:
                opened = stack.pop()
                pairs[place] = pairs[opened] = opened
    return pairs


def _bounded(
    skeleton: str,
    levels: list[int | None],
    places: list[int],
    base: int,
    around: tuple[dict[int, int], dict[int, int]],
) -> IsolatingRun:
    previous, following = around
    first, last = places[0], places[-1]
    level = levels[first]
    assert level is not None
    before = _level_at(levels, previous.get(first), base)
    unclosed = skeleton[last] in _INITIATORS
    after = base if unclosed else _level_at(levels, following.get(last), base)
    return IsolatingRun(
        tuple(places), level, _side(max(level, before)), _side(max(level, after))
    )


def _level_at(levels: list[int | None], place: int | None, base: int) -> int:
    level = None if place is None else levels[place]
    return base if level is None else level


def _side(level: int) -> str:
    return "R" if level % 2 else "L"
