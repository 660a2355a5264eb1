"""The recovery sheet: a file's key in two halves, of which one alone says nothing.

Written in digits, which every keyboard has: eight rows of fifteen, the last two of
each row so that the row leaves its own number when divided by 97 (as in ISO 7064).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.passphrase import normalised

ROWS, DIGITS, GROUP = 8, 15, 5
LETTERS = "AB"
_KEY, _MARK = 32, 4
_ROW_BYTES = 5
_MODULUS = 97
_PREFIX = "FOCALPOINT-RECOVERY:"


@dataclass(frozen=True, slots=True)
class Half:
    """``letter``: A or B.  ``mark``: which key of which file it is of, no secret."""

    letter: str
    mark: bytes
    share: bytes = field(repr=False)

    @property
    def rows(self) -> tuple[str, ...]:
        """Each ``12345 67890 12345``."""
        content = bytes([LETTERS.index(self.letter)]) + self.mark + self.share
        content += hashlib.sha256(content).digest()[: ROWS * _ROW_BYTES - len(content)]
        pieces = (
            content[at : at + _ROW_BYTES] for at in range(0, len(content), _ROW_BYTES)
        )
        return tuple(_row(piece, number) for number, piece in enumerate(pieces, 1))

    @property
    def code(self) -> str:
        """The same for a machine to read."""
        return _PREFIX + "".join(self.rows).replace(" ", "")


def mark_of(salt: bytes) -> bytes:
    """A file's salt changes with its passphrase, and so does this."""
    return hashlib.sha256(b"recovery sheet" + salt).digest()[:_MARK]


def halves(
    key: bytes, mark: bytes, random: Callable[[int], bytes]
) -> tuple[Half, Half]:
    """``random``: that many bytes, as ``secrets.token_bytes``."""
    share = random(_KEY)
    return Half("A", mark, share), Half("B", mark, _xor(key, share))


def read_half(typed: str) -> Half:
    """Digits of any script; whatever stands between them does not count.

    Raises:
        AppError: ``recovery.length`` (``found``), ``recovery.row`` (``row``),
            ``recovery.mistyped``.
    """
    digits = "".join(re.findall(r"\d", normalised(typed)))
    if len(digits) != ROWS * DIGITS:
        raise AppError("recovery.length", found=len(digits), wanted=ROWS * DIGITS)
    rows = (digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))
    content = b"".join(_piece(row, number) for number, row in enumerate(rows, 1))
    said, seal = content[: 1 + _MARK + _KEY], content[1 + _MARK + _KEY :]
    if said[0] >= len(LETTERS) or hashlib.sha256(said).digest()[: len(seal)] != seal:
        raise AppError("recovery.mistyped")
    return Half(LETTERS[said[0]], said[1 : 1 + _MARK], said[1 + _MARK :])


def joined(one: Half, other: Half) -> bytes:
    """The key.

    Raises:
        AppError: ``recovery.same_half``, ``recovery.two_sheets``.
    """
    if one.letter == other.letter:
        raise AppError("recovery.same_half", half=one.letter)
    if one.mark != other.mark:
        raise AppError("recovery.two_sheets")
    return _xor(one.share, other.share)


def _row(piece: bytes, number: int) -> str:
    value = int.from_bytes(piece, "big") * 100
    checked = f"{value + (number - value) % _MODULUS:0{DIGITS}}"
    return " ".join(checked[at : at + GROUP] for at in range(0, DIGITS, GROUP))


def _piece(row: str, number: int) -> bytes:
    value = int(row)
    if value % _MODULUS != number or value // 100 >= 256**_ROW_BYTES:
        raise AppError("recovery.row", row=number)
    return (value // 100).to_bytes(_ROW_BYTES, "big")


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
