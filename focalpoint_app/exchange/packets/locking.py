"""Locking a packet as an age file, for a passphrase or for keys, and opening it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.passphrase import is_empty
from focalpoint_app.exchange.archive import refuse_large
from focalpoint_app.exchange.packets.passphrase import WORK, locked_for_passphrase

AGE_MARK = b"age-encryption.org/v1\n"
COSTLIEST = WORK
"""Log2 of the work that a passphrase may ask for.  One more takes 256 MB, which with
the program's own is over what a reply may take; a file may ask for a year's."""

_LONGEST_HEAD = 64 * 1024
"""Bytes in which the locks of some hundred keys stand; pyrage reads them in quadratic
time."""

_SCRYPT = re.compile(rb"\A-> scrypt [A-Za-z0-9+/]{1,64} ([1-9][0-9]{0,2})\n")


@dataclass(frozen=True, slots=True)
class Lock:
    """What a packet is locked for: a passphrase, or keys (``age1…``), or nothing."""

    passphrase: str | None = field(default=None, repr=False)
    recipients: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.passphrase is not None and self.recipients:
            raise ValueError("an age file has a passphrase or recipients, never both")


@dataclass(frozen=True, slots=True)
class Opener:
    """What there is to open with; ``identities`` are age's secret keys."""

    passphrase: str | None = field(default=None, repr=False)
    identities: tuple[str, ...] = field(default=(), repr=False)


UNLOCKED = Lock()
EMPTY_HANDED = Opener()


def locked(content: bytes, lock: Lock) -> bytes:
    """An age file, or the content as it is where the lock names nothing.

    Raises:
        AppError: ``packet.wrong_recipient``, ``passphrase.empty``.
    """
    if lock.passphrase is not None:
        if is_empty(lock.passphrase):
            raise AppError("passphrase.empty")
        return locked_for_passphrase(content, _normal(lock.passphrase))
    if lock.recipients:
        import pyrage

        keys = [_recipient(each) for each in lock.recipients]
        return bytes(pyrage.encrypt(content, keys))
    return content


def unlocked(content: bytes, opener: Opener) -> bytes:
    """The packet inside; content that is no age file is given back as it is.

    Raises:
        AppError: ``reply.too_large``, ``packet.passphrase_missing``,
            ``packet.wrong_passphrase``, ``packet.too_costly``, ``packet.wrong_key``,
            ``packet.damaged``.
    """
    refuse_large(content)
    if not content.startswith(AGE_MARK):
        return content
    if content.startswith(b"-> scrypt ", len(AGE_MARK)):
        return _by_passphrase(content, opener.passphrase)
    return _by_key(content, opener.identities)


def is_locked(content: bytes) -> bool:
    return content.startswith(AGE_MARK)


def asks_passphrase(content: bytes) -> bool:
    """Whether a person has to type something before it opens."""
    return content.startswith(AGE_MARK + b"-> scrypt ")


def _by_passphrase(content: bytes, passphrase: str | None) -> bytes:
    import pyrage

    found = _SCRYPT.match(content[len(AGE_MARK) : len(AGE_MARK) + 120])
    if found is None:
        raise AppError("packet.damaged")
    if int(found[1]) > COSTLIEST:
        raise AppError("packet.too_costly")
    if passphrase is None:
        raise AppError("packet.passphrase_missing")
    _refuse_long_head(content)
    try:
        return bytes(pyrage.passphrase.decrypt(content, _normal(passphrase)))
    except pyrage.DecryptError as exc:
        raise AppError("packet.wrong_passphrase") from exc


def _by_key(content: bytes, identities: tuple[str, ...]) -> bytes:
    import pyrage

    _refuse_long_head(content)
    try:
        keys = [pyrage.x25519.Identity.from_str(each) for each in identities]
        return bytes(pyrage.decrypt(content, keys))
    except (pyrage.DecryptError, pyrage.IdentityError) as exc:
        raise AppError("packet.wrong_key") from exc


def _refuse_long_head(content: bytes) -> None:
    if b"\n--- " not in content[:_LONGEST_HEAD]:
        raise AppError("packet.damaged")


def _recipient(text: str) -> object:
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as exc:
        raise AppError("packet.wrong_recipient", recipient=text[:80]) from exc


def _normal(passphrase: str) -> str:
    """Keyboards differ in how they compose the same letters."""
    return unicodedata.normalize("NFC", passphrase)
