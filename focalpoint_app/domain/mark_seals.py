"""Marks under a key: with the key gone nobody can try a guess on them.

A mark alone is a short digest: whoever has the file could work out that of a name and
look for it.  Copies of one file share its key, so their marks are the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from focalpoint_app.domain.canonical import sha256_hex

Marks = Mapping[str, str]
"""Column to mark."""

_SEALED = "~"
_DIGITS = 16


def marks_in(said: object) -> Marks:
    """Those of what a file has there, perhaps written by strangers."""
    found = said.items() if isinstance(said, Mapping) else ()
    return {
        name: mark
        for name, mark in found
        if isinstance(mark, str) and f"{name}{mark}".isascii()
    }


def sealed(marks: Marks, key: str) -> Marks:
    """What is sealed already stays so, whatever its key; so does what was taken out."""
    return {name: _sealed(name, mark, key) for name, mark in marks.items()}


def opened(
    past: Sequence[Marks], keys: Collection[str], standing: Sequence[Marks]
) -> tuple[Marks, ...]:
    """Of earlier states the marks that one of the standing ones has, as it has them.

    All others stay as they are: those under one key are alike where they say the same.
    """
    plain = {
        (name, _sealed(name, mark, key)): mark
        for marks in standing
        for name, mark in marks.items()
        for key in keys
    }
    return tuple(
        {name: plain.get((name, mark), mark) for name, mark in marks.items()}
        for marks in past
    )


def _sealed(name: str, mark: str, key: str) -> str:
    if not (mark and key) or mark.startswith(_SEALED):
        return mark
    return _SEALED + sha256_hex(f"{key}/{name}/{mark}".encode())[:_DIGITS]
