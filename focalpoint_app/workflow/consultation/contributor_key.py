"""A contributor's keys: made on first use, kept in the profile.

One signs replies, so that a coordinator sees that later ones come from where the
earlier ones came from; one opens packets that are locked for this user alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import keys_folder
from focalpoint_app.platform.private_file import read_private, write_private

if TYPE_CHECKING:
    from focalpoint_app.exchange.packets.keys import RoundKey, SigningKey

log = logging.getLogger(__name__)

Halves = tuple[str, str]
"""The secret and the public half of a key, as text."""


@dataclass(frozen=True, slots=True)
class OwnKey:
    """``was_renewed``: the file of the one before was damaged and lies beside."""

    key: SigningKey
    was_renewed: bool = False

    @property
    def warning(self) -> AppError | None:
        """What the contributor is to be told of it, if anything."""
        return AppError("packet.key_renewed") if self.was_renewed else None


def contributor_key() -> OwnKey:
    """The user's own, in every reply the same.

    Raises:
        AppError: ``file.unreadable``, ``file.unwritable``.
    """
    from focalpoint_app.exchange.packets.keys import SigningKey, new_signing_key

    def key_of(secret: str) -> SigningKey:
        return SigningKey(bytes.fromhex(secret))

    def made() -> Halves:
        new = new_signing_key()
        return new.secret.hex(), new.public

    kept, was_renewed = _kept("contributor", lambda secret: key_of(secret).public, made)
    return OwnKey(key_of(kept[0]), was_renewed)


def opening_key() -> RoundKey:
    """For packets locked for this user: ``recipient`` is given to whoever asks.

    Raises:
        AppError: ``file.unreadable``, ``file.unwritable``.
    """
    from focalpoint_app.exchange.packets.keys import (
        RoundKey,
        new_round_key,
        recipient_of,
    )

    def made() -> Halves:
        new = new_round_key()
        return new.identity, new.recipient

    kept, _ = _kept("opening", recipient_of, made)
    return RoundKey(*kept)


def _kept(
    name: str, public_of: Callable[[str], str], made: Callable[[], Halves]
) -> tuple[Halves, bool]:
    """The key of this name, and whether it had to be made anew."""
    path = keys_folder() / f"{name}.json"
    content = _content(path)
    found = None if content is None else _halves(content, public_of)
    if found is not None:
        return found, False
    if content is not None:
        log.warning("the key %s is damaged, a new one is made", name)
        _put_aside(path)
    new = made()
    _write(path, new)
    return new, content is not None


def _content(path: Path) -> bytes | None:
    try:
        return read_private(path)
    except OSError as exc:
        raise AppError("file.unreadable", file=path.name) from exc


def _write(path: Path, key: Halves) -> None:
    kept = dict(zip(("secret", "public"), key, strict=True))
    try:
        write_private(path, json.dumps(kept).encode())
    except OSError as exc:
        raise AppError("file.unwritable", file=path.name) from exc


def _halves(content: bytes, public_of: Callable[[str], str]) -> Halves | None:
    """None unless the two fit: one letter spoiled is another key."""
    try:
        kept = json.loads(content)
        secret, public = str(kept["secret"]), str(kept["public"])
        return (secret, public) if public_of(secret) == public else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError as exc:
        raise AppError("file.unwritable", file=path.name) from exc
