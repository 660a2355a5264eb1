"""Keys that sign packets and keys that open them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class SigningKey:
    """Ed25519; ``secret`` is its 32 bytes (RFC 8032)."""

    secret: bytes = field(repr=False)

    @property
    def public(self) -> str:
        """In hex, 64 digits."""
        from cryptography.hazmat.primitives import serialization

        raw, form = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        return self._key().public_key().public_bytes(raw, form).hex()

    def signature(self, message: bytes) -> bytes:
        return self._key().sign(message)

    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric import ed25519

        return ed25519.Ed25519PrivateKey.from_private_bytes(self.secret)


@dataclass(frozen=True, slots=True)
class RoundKey:
    """An age key pair: replies are locked for ``recipient`` (``age1…``) and opened
    with ``identity`` (``AGE-SECRET-KEY-1…``)."""

    identity: str = field(repr=False)
    recipient: str


def new_signing_key() -> SigningKey:
    from cryptography.hazmat.primitives.asymmetric import ed25519

    return SigningKey(ed25519.Ed25519PrivateKey.generate().private_bytes_raw())


def new_round_key() -> RoundKey:
    from pyrage import x25519

    identity = x25519.Identity.generate()
    return RoundKey(str(identity), str(identity.to_public()))


def recipient_of(identity: str) -> str:
    """The public half of an age key; ValueError for what is no key."""
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as exc:
        raise ValueError("no age key") from exc


def refuse_unsigned(public: str, signature: bytes, message: bytes) -> None:
    """``packet.bad_signature`` where *public* (hex) did not sign the message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ed25519

    try:
        key = ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(signature, message)
    except (InvalidSignature, ValueError) as exc:
        raise AppError("packet.bad_signature") from exc
