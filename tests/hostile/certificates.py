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
    sealed = pkcs12.Pfx.load(sound)
    sealed["mac_data"]["iterations"] = _ROUNDS
    yield COSTLY[0], sealed.dump(force=True)
    yield COSTLY[1], _locked(sound, "data")
    yield COSTLY[2], _locked(sound, "encrypted_data")


def _locked(sound: bytes, kind: str) -> bytes:
    file = pkcs12.Pfx.load(sound)
    parts = file.authenticated_safe
    for part in parts:
        if part["content_type"].native == kind:
            _ask(part)
    file["auth_safe"]["content"] = parts.dump(force=True)
    return bytes(file.dump(force=True))


def _ask(part: Any) -> None:
    if part["content_type"].native == "encrypted_data":
        info = part["content"]["encrypted_content_info"]
        _many(info["content_encryption_algorithm"])
        return
    bags = pkcs12.SafeContents.load(part["content"].native)
    for bag in bags:
        _many(bag["bag_value"]["encryption_algorithm"])
    part["content"] = bags.dump(force=True)


def _many(algorithm: Any) -> None:
    """PBES2, RFC 8018."""
    derivation = algorithm["parameters"]["key_derivation_func"]
    derivation["parameters"]["iteration_count"] = _ROUNDS
