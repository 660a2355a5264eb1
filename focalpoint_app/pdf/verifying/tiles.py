"""Whether the runs of a line are the pieces of a text, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_MOST_STEPS = 5_000


def is_in(run: str, text: str) -> bool:
    """Runs of points and brackets alone have no direction of their own."""
    return run in text or (not any(map(str.isalnum, run)) and run[::-1] in text)


def tile(pieces: list[str], text: str) -> bool:
    """Whether the pieces are all of ``text``, in whatever order a line has them.

    A line of two directions is drawn by its runs' places, not by their order.
    """
    if "".join(pieces) == text:
        return True
    if sorted("".join(pieces)) != sorted(text):
        return False
    ways, tried = [(0, tuple(sorted(pieces, key=len)))], set[tuple[str, ...]]()
    while ways and len(tried) < _MOST_STEPS:
        position, left = ways.pop()
        if not left:
            return True
        if left not in tried:
            tried.add(left)
            ways += _with_the_next(position, left, text)
    return False


def _with_the_next(
    position: int, left: tuple[str, ...], text: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The longest is tried first, as the last of them: *100* may be *1000*'s."""
    known: Sequence[str] = ()
    for place, piece in enumerate(left):
        if piece in known:
            continue
        known = (*known, piece)
        if _begins(text, piece, position):
            yield position + len(piece), left[:place] + left[place + 1 :]


def _begins(text: str, piece: str, position: int) -> bool:
    if text.startswith(piece, position):
        return True
    is_sign = not any(map(str.isalnum, piece))
    return is_sign and text.startswith(piece[::-1], position)
