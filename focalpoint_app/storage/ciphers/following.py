"""Which keys a file's backups may still be under, until they have followed it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from focalpoint_app.storage.ciphers.ciphering import SALT, Key
from focalpoint_app.storage.people import erase_meta, read_meta, write_meta

_FORMER = "former_keys"
_PLAIN, _UNSAID = "plain", "unsaid"
_RAW = 32


def note(connection: Connection, present: Key | None, wanted: Key | None) -> None:
    """Before the file has the ``wanted`` key.  Those before lie in it under the new
    one; a file without a passphrase would give them to anybody, and is told none.
    """
    said = str(read_meta(connection, _FORMER) or "")
    known = dict.fromkeys((*said.split(), _said(present)))
    if wanted is None:
        known = {_UNSAID: None}
    write_meta(connection, _FORMER, " ".join(known))


def former(connection: Connection) -> tuple[Key | None, ...] | None:
    """None for no passphrase; empty where no key is said, None where none is owed."""
    said = read_meta(connection, _FORMER)
    return None if said is None else tuple(_keys(str(said)))


def forget(connection: Connection) -> None:
    erase_meta(connection, _FORMER)


def strip(raw: dbapi2.Connection) -> None:
    """Of a copy that is to lie open: a backup that was made while a key was kept
    keeps it, too."""
    raw.execute("PRAGMA secure_delete = ON")
    no_key = (_FORMER, _UNSAID)
    raw.execute("DELETE FROM meta WHERE name = ? AND value <> ?", no_key)


def _said(key: Key | None) -> str:
    return _PLAIN if key is None else f"{key.raw.hex()}{key.salt.hex()}"


def _keys(said: str) -> Iterator[Key | None]:
    for each in said.split():
        if each == _PLAIN:
            yield None
            continue
        try:
            both = bytes.fromhex(each)
        except ValueError:  # No key is said, or whoever wrote this was not we.
            continue
        if len(both) == _RAW + SALT:
            yield Key(both[:_RAW], both[_RAW:])
