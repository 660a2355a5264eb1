"""What one signs with: a certificate file, or a card or token that keeps its key."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from focalpoint_app.pdf.signing.certificates import Identity
    from focalpoint_app.pdf.signing.tokens import FoundToken as FoundToken


@dataclass(frozen=True, slots=True)
class P12Key:
    """A certificate file and what opens it."""

    p12: Path
    passphrase: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A maker's PKCS#11 module; ``label`` only where several can sign."""

    module: Path
    pin: str | None = field(repr=False)
    label: str | None = None


Key = P12Key | TokenKey


def identity(key: Key) -> Identity:
    """Ready to sign; the passphrase or PIN has been tried.

    Raises:
        AppError: as ``load_p12`` or ``load_token``.
    """
    if isinstance(key, TokenKey):
        from focalpoint_app.pdf.signing.tokens import load_token

        return load_token(key.module, key.pin, key.label)
    from focalpoint_app.pdf.signing.certificates import load_p12

    return load_p12(key.p12, key.passphrase)


def file_of(key: Key | None) -> Path | None:
    """What is read to sign and must never be written over."""
    if key is None:
        return None
    return key.module if isinstance(key, TokenKey) else key.p12


def tokens_at(module: Path) -> tuple[FoundToken, ...]:
    """The tokens a module sees with their certificates, read without a PIN.

    Raises:
        AppError: ``file.missing``, ``token.no_module``, ``token.none``,
            ``token.removed``, ``token.failed``.
    """
    from focalpoint_app.pdf.signing.tokens import tokens_at as found

    return found(module)
