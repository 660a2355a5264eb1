"""An age file for a passphrase, with a work factor of ours.

pyrage measures the machine and takes what fills its memory for a second, 256 MB or
more; this takes half of that everywhere.  It opens such files as any others.
Format: age-encryption.org/v1, as C2SP publishes it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from base64 import b64encode
from collections.abc import Iterator

WORK = 17
"""Log2 of scrypt's N: 128 MB and half a second, here as on the other side."""

_VERSION = b"age-encryption.org/v1"
_CHUNK = 64 * 1024


def locked_for_passphrase(content: bytes, passphrase: str) -> bytes:
    """A whole age file; a new key, salt and nonce each time."""
    key, salt = os.urandom(16), os.urandom(16)
    start = b"\n".join(
        (
            _VERSION,
            b"-> scrypt %s %d" % (_base64(salt), WORK),
            _base64(_wrapped(key, passphrase, salt)),
            b"---",
        )
    )
    seal = hmac.digest(_derived(key, b"", b"header"), start, "sha256")
    nonce = os.urandom(16)
    stream = _derived(key, nonce, b"payload")
    head = start + b" " + _base64(seal) + b"\n" + nonce
    return head + b"".join(_chunks(content, stream))


def _wrapped(key: bytes, passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    wrapping = hashlib.scrypt(
        passphrase.encode(),
        salt=_VERSION + b"/scrypt" + salt,
        n=2**WORK,
        r=8,
        p=1,
        maxmem=2 ** (WORK + 11),
        dklen=32,
    )
    return ChaCha20Poly1305(wrapping).encrypt(bytes(12), key, None)


def _chunks(content: bytes, key: bytes) -> Iterator[bytes]:
    """Numbered, the last one marked: none can be cut off or moved unnoticed."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(key)
    last = max(0, (len(content) - 1) // _CHUNK)
    for number in range(last + 1):
        nonce = number.to_bytes(11, "big") + bytes([number == last])
        chunk = content[number * _CHUNK : (number + 1) * _CHUNK]
        yield cipher.encrypt(nonce, chunk, None)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, purpose).derive(key)


def _base64(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")
