"""What a key is and what it does to a page: SQLCipher 4's format, nothing of ours.

So any SQLCipher program opens the file with the passphrase, in whatever year.
Design: https://www.zetetic.net/sqlcipher/design/.  A page ends with the vector that
it was encrypted with (AES-256-CBC) and a seal over both (HMAC-SHA512).
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from focalpoint_app.domain.passphrase import normalised

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PAGE = 4096
SALT = 16
"""Bytes at the head of the file, in the clear, where SQLite has its magic."""

_ROUNDS = 256_000
_VECTOR, _SEAL = 16, 64
_SEALING_SALT = 0x3A
_MAGIC = b"SQLite format 3\x00"
_NONCE = 12


@dataclass(frozen=True, slots=True)
class Key:
    """32 bytes of one file, and the salt that the file begins with."""

    raw: bytes = field(repr=False)
    salt: bytes

    @property
    def pragma(self) -> str:
        """As ``PRAGMA key`` and ``ATTACH … KEY`` take it: nothing is derived again."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    def fits(self, page: bytes, number: int = 1) -> bool:
        """Whether this key sealed the page; False for a damaged one too."""
        sealed = page[_start(number) : PAGE - _SEAL] + number.to_bytes(4, "little")
        salt = bytes(each ^ _SEALING_SALT for each in self.salt)
        sealing = hashlib.pbkdf2_hmac("sha512", self.raw, salt, 2, 32)
        return hmac.compare_digest(
            hmac.digest(sealing, sealed, "sha512"), page[PAGE - _SEAL : PAGE]
        )

    def plain(self, page: bytes, number: int = 1) -> bytes:
        """The page as SQLite knows it, its last 80 bytes of no use; also a damaged
        one, in which the 32 bytes around each changed one are noise.
        """
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        end = PAGE - _SEAL - _VECTOR
        vector = page[end : PAGE - _SEAL]
        cipher = Cipher(algorithms.AES(self.raw), modes.CBC(vector)).decryptor()
        found = cipher.update(page[_start(number) : end])
        return (_MAGIC if number == 1 else b"") + found + page[end:]

    def lock(self, content: bytes) -> bytes:
        """For what cannot lie in the file itself: readable with this key alone."""
        nonce = os.urandom(_NONCE)
        return nonce + self._beside().encrypt(nonce, content, None)

    def unlock(self, content: bytes) -> bytes | None:
        """What ``lock`` was given; None where another key did, or it was changed."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._beside().decrypt(content[:_NONCE], content[_NONCE:], None)
        except (InvalidTag, ValueError):
            return None

    def _beside(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(hmac.digest(self.raw, b"focalpoint beside the file", "sha256"))


def key_of(passphrase: str, salt: bytes) -> Key:
    """Takes a fifth of a second, on purpose: so does each guess."""
    said = normalised(passphrase).encode("utf-8", "surrogateescape")
    return Key(hashlib.pbkdf2_hmac("sha512", said, salt, _ROUNDS, 32), salt)


def new_key(passphrase: str) -> Key:
    """With a salt of its own, so that no two files share a key."""
    return key_of(passphrase, os.urandom(SALT))


def _start(number: int) -> int:
    return SALT if number == 1 else 0
