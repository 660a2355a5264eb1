"""Weak, bracketed and neutral characters: UAX #9, rules W1-W7, N0-N2, I1-I2."""

from __future__ import annotations

from focalpoint_app.pdf.levels.classes import closing_of, is_bracket, is_opening
from focalpoint_app.pdf.levels.explicit import IsolatingRun

_MAX_OPEN_BRACKETS = 63  # BD16
_NEUTRAL = frozenset("BSWOlrfp")


def resolved_levels(run: IsolatingRun, classes: list[str]) -> list[int]:
    """Levels for ``run.places``, in their order."""
    letters = [classes[place] for place in run.places]
    original = list(letters)
    _weak(letters, run.before)
    _brackets(letters, original, run)
    _neutrals(letters, run)
    return [_implicit(run.level, letter) for letter in letters]


def _weak(letters: list[str], before: str) -> None:
    _marks(letters, before)
    _numbers_after_arabic(letters, before)
    _separators(letters)
    _terminators(letters)
    strong = before
    for place, letter in enumerate(letters):
        if letter in "LR":
            strong = letter
        elif letter in "+,$":
            letters[place] = "O"  # W6
        elif letter == "E" and strong == "L":
            letters[place] = "L"  # W7


def _marks(letters: list[str], before: str) -> None:
    """W1."""
    last = before
    for place, letter in enumerate(letters):
        if letter == "M":
            letters[place] = "O" if last in "lrfp" else last
        last = letters[place]


def _numbers_after_arabic(letters: list[str], before: str) -> None:
    """W2 and, since nothing later looks for it, W3."""
    strong = before
    for place, letter in enumerate(letters):
        if letter in "LRA":
            strong = letter
            letters[place] = "R" if letter == "A" else letter
        elif letter == "E" and strong == "A":
            letters[place] = "N"


def _separators(letters: list[str]) -> None:
    """W4: a lone separator between two numbers of one kind."""
    for place in range(1, len(letters) - 1):
        letter, left = letters[place], letters[place - 1]
        if left != letters[place + 1]:
            continue
        if (letter in "+," and left == "E") or (letter == "," and left == "N"):
            letters[place] = left


def _terminators(letters: list[str]) -> None:
    """W5: terminators touching a European number."""
    place = 0
    while place < len(letters):
        end = place
        while end < len(letters) and letters[end] == "$":
            end += 1
        touches = "E" in (letters[place - 1 : place] + letters[end : end + 1])
        if end > place and touches:
            letters[place:end] = "E" * (end - place)
        place = max(end, place + 1)


def _bracket_pairs(letters: list[str], original: list[str]) -> list[tuple[int, int]]:
    """BD16, sorted by opening place."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for place, letter in enumerate(letters):
        if not is_bracket(letter) or not is_bracket(original[place]):
            continue
        if is_opening(letter):
            if len(stack) == _MAX_OPEN_BRACKETS:
                return []
            stack.append((closing_of(letter), place))
        else:
            _close(stack, letter, place, pairs)
    return sorted(pairs)


def _close(
    stack: list[tuple[str, int]],
    letter: str,
    place: int,
    pairs: list[tuple[int, int]],
) -> None:
    for depth in range(len(stack) - 1, -1, -1):
        closing, opened = stack[depth]
        if closing == letter:
            pairs.append((opened, place))
            del stack[depth:]
            return


def _brackets(letters: list[str], original: list[str], run: IsolatingRun) -> None:
    """N0."""
    pairs = _bracket_pairs(letters, original)
    along = "R" if run.level % 2 else "L"
    for opened, closed in pairs:
        side = _pair_side(letters, (opened, closed), along, run.before)
        if side:
            for place in (opened, closed):
                letters[place] = side
                _marks_after(letters, original, place, side)


def _pair_side(
    letters: list[str], pair: tuple[int, int], along: str, before: str
) -> str:
    opened, closed = pair
    inside = {_strong(letter) for letter in letters[opened + 1 : closed]} - {""}
    if along in inside:
        return along
    if not inside:
        return ""
    before_it = (_strong(letters[place]) for place in range(opened - 1, -1, -1))
    return next(filter(None, before_it), before)


def _marks_after(
    letters: list[str], original: list[str], place: int, side: str
) -> None:
    """Marks on a bracket follow it (N0, last note)."""
    for follower in range(place + 1, len(letters)):
        if original[follower] != "M":
            return
        letters[follower] = side


def _strong(letter: str) -> str:
    if letter in "REN":
        return "R"
    return "L" if letter == "L" else ""


def _neutrals(letters: list[str], run: IsolatingRun) -> None:
    """N1 and N2."""
    along = "R" if run.level % 2 else "L"
    left, place, size = run.before, 0, len(letters)
    while place < size:
        letter = letters[place]
        if letter not in _NEUTRAL and not is_bracket(letter):
            left = _strong(letter)
            place += 1
            continue
        end = place
        while end < size and (letters[end] in _NEUTRAL or is_bracket(letters[end])):
            end += 1
        right = _strong(letters[end]) if end < size else run.after
        side = left if left == right else along
        letters[place:end] = side * (end - place)
        place = end


def _implicit(level: int, letter: str) -> int:
    """I1 and I2."""
    if level % 2:
        return level + (letter in "LEN")
    return level + {"R": 1, "E": 2, "N": 2}.get(letter, 0)
