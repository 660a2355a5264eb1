"""Certificate files that ask for years of work before a passphrase is tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from asn1crypto import pkcs12

from focalpoint_app.pdf.signing.demonstration import demonstration_p12

COSTLY = ("seal of the file", "lock of the key", "lock of the certificates")
_ROUNDS = 2**31 - 1


def files() -> Iterator[tuple[str, bytes]]:
    sound = demonstration_p12("اختبار", b"x")
    yield COSTLY[0], sealed(sound, _ROUNDS)
    yield COSTLY[1], locked(sound, "data", _ROUNDS)
    yield COSTLY[2], locked(sound, "encrypted_data", _ROUNDS)


def sealed(sound: bytes, rounds: int) -> bytes:
    """So many are asked for by the seal of the whole."""
    file = pkcs12.Pfx.load(sound)
    file["mac_data"]["iterations"] = rounds
    return bytes(file.dump(force=True))


def locked(sound: bytes, kind: str, rounds: int) -> bytes:
    """So many by each lock of a kind: ``data`` holds keys, ``encrypted_data``
    certificates."""
    file = pkcs12.Pfx.load(sound)
    parts = file.authenticated_safe
    for part in parts:
        if part["content_type"].native == kind:
            _ask(part, rounds)
    file["auth_safe"]["content"] = parts.dump(force=True)
    return bytes(file.dump(force=True))


def _ask(part: Any, rounds: int) -> None:
    if part["content_type"].native == "encrypted_data":
        info = part["content"]["encrypted_content_info"]
        _many(info["content_encryption_algorithm"], rounds)
        return
    bags = pkcs12.SafeContents.load(part["content"].native)
    for bag in bags:
        _many(bag["bag_value"]["encryption_algorithm"], rounds)
    part["content"] = bags.dump(force=True)


def _many(algorithm: Any, rounds: int) -> None:
    """PBES2, RFC 8018."""
    derivation = algorithm["parameters"]["key_derivation_func"]
    derivation["parameters"]["iteration_count"] = rounds
