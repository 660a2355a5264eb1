"""The key that signs a contributor's replies: made on first use, kept in the profile.

So a coordinator sees that later replies come from where the earlier ones came from.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import keys_folder
from focalpoint_app.platform.private_file import read_private, write_private

if TYPE_CHECKING:
    from focalpoint_app.exchange.packets.keys import SigningKey

log = logging.getLogger(__name__)

_FILE = "contributor.json"
_SPOILED = "contributor.damaged"


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
    path = keys_folder() / _FILE
    content = _content(path)
    if content is None:
        return OwnKey(_made(path))
    kept = _key_in(content)
    if kept is not None:
        return OwnKey(kept)
    log.warning("the contributor's key is damaged, a new one is made")
    _put_aside(path)
    return OwnKey(_made(path), was_renewed=True)


def _content(path: Path) -> bytes | None:
    try:
        return read_private(path)
    except OSError as exc:
        raise AppError("file.unreadable", file=path.name) from exc


def _made(path: Path) -> SigningKey:
    from focalpoint_app.exchange.packets.keys import new_signing_key

    made = new_signing_key()
    kept = {"secret": made.secret.hex(), "public": made.public}
    try:
        write_private(path, json.dumps(kept).encode())
    except OSError as exc:
        raise AppError("file.unwritable", file=path.name) from exc
    return made


def _key_in(content: bytes) -> SigningKey | None:
    """None unless its two halves fit: one letter spoiled is another key."""
    from focalpoint_app.exchange.packets.keys import SigningKey

    try:
        kept = json.loads(content)
        key = SigningKey(bytes.fromhex(kept["secret"]))
        return key if key.public == kept["public"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(_SPOILED))
    except OSError as exc:
        raise AppError("file.unwritable", file=path.name) from exc
