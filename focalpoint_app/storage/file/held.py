"""A workspace file in hand: how it is taken up and how it is put down."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from focalpoint_app.domain.canonical import utc_text
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.storage import people
from focalpoint_app.storage.answers.publishing import recover
from focalpoint_app.storage.answers.rehearsal import rehearse
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.ciphers.rekeying import exchange
from focalpoint_app.storage.database import Database, file_uri
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.expunging.expunging import scrub_if_due
from focalpoint_app.storage.file import opening
from focalpoint_app.storage.file.files import settle
from focalpoint_app.storage.file.header import Header, read_header
from focalpoint_app.storage.file.left_behind import sweep_under_lock
from focalpoint_app.storage.file.lock import acquire, holder_of
from focalpoint_app.storage.file.migrating import migrate_copy, migrate_file
from focalpoint_app.storage.file.opening import Vantage
from focalpoint_app.storage.file.place import Judge, refuse_risky
from focalpoint_app.storage.file.replaced import Ending
from focalpoint_app.storage.file.witness import Standing, Witness
from focalpoint_app.storage.joining import earlier
from focalpoint_app.storage.schema import SCHEMA_VERSION

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Held:
    """``close`` undoes what taking up did, in reverse order; ``witness`` where
    it is written to.
    """

    database: Database
    close: Callable[[], None]
    witness: Witness | None = None

    def rekey(self, key: Key | None) -> tuple[Path, ...]:
        """What was left beside it and could not be taken away.

        Raises:
            AppError: ``workspace.read_only``; as ``exchange``.
        """
        database = self.database
        if self.witness is None:
            raise AppError("workspace.read_only", path=str(database.path))
        self.witness.refuse_replaced()
        with database.put_by(), self.witness.making_way():
            left = exchange(database.path, database.key, key)
            database.key = key
            if key is not None:
                keyring().add(key)
        return left

    def forget(self) -> Key | None:
        """Close every connection and forget the key, which is the one it had at last,
        whatever hinders folding the log in: that waits for the next opening.
        """
        database = self.database
        with database.put_by():
            key, database.key = database.key, None
            database.is_locked = key is not None
            if key is not None and self._is_still:
                try:
                    settle(database.path, key)
                except AppError as exc:
                    _log.info("put off: %s", exc.code)
        return key

    @property
    def _is_still(self) -> bool:
        """Else the log would be played into a file that is not ours."""
        witness = self.witness
        return witness is not None and witness.standing is Standing.STILL


@dataclass(frozen=True, slots=True)
class Made:
    """What a new file begins with; without a ``key`` anyone can read it."""

    profile: StateProfile
    at: datetime
    key: Key | None = None


def make(path: Path, first: Made, judge: Judge) -> None:
    """A new file with its profile, put into place whole."""

    def fill(database: Database) -> None:
        with database.writing() as connection:
            people.write_profile(connection, first.profile)
            people.write_meta(connection, "workspace", str(uuid.uuid4()))
            people.write_meta(connection, "created", utc_text(first.at))
            people.write_meta(connection, earlier.KEY, earlier.new_key())

    opening.refuse_taken(path)
    refuse_risky(judge(path), path)
    opening.create_file(path, fill, first.key)
    if first.key is not None:
        keyring().add(first.key)


def take_for_reading(path: Path) -> Held:
    path = path.resolve()  # SQLite names its companions by the real name.
    header = read_header(path)
    is_held = holder_of(path) is not None
    with ExitStack() as undo:
        vantage = opening.vantage_of(path, header, is_held=is_held)
        undo.callback(vantage.leave)
        version = (
            header.version
            if is_held
            else opening.inspect(path, vantage.uri, header.key)
        )
        if version < SCHEMA_VERSION:  # Held: by an older program that is running too.
            vantage = _migrated_aside(path, header.key)
            undo.callback(vantage.leave)
        database = Database(path, vantage.uri, is_writing=False, key=header.key)
        if vantage.copy is None and not is_held:  # Held, it is read through its log.
            witness = Witness(path)
            undo.callback(witness.release)
            database.descriptor = witness.descriptor
        undo.callback(database.close)
        return Held(database, undo.pop_all().close)


def take_for_writing(path: Path, holder: str, judge: Judge) -> Held:
    """Whatever refuses does so before the first byte is written."""
    path = path.resolve()  # One lock, whatever link the file is opened by.
    header = read_header(path)
    refuse_risky(judge(path), path)
    opening.refuse_unwritable(path)
    with ExitStack() as undo:
        undo.callback(acquire(path, holder).release)
        sweep_under_lock(path)
        _make_ready(path, header)
        witness = Witness(path)
        undo.callback(witness.release)
        database = Database(
            path,
            file_uri(path, "mode=rw"),
            is_writing=True,
            key=header.key,
            before_writing=witness.refuse_replaced,
        )
        database.descriptor = witness.descriptor
        ending = Ending(database, witness)
        undo.callback(ending.settle)
        undo.callback(database.close)
        undo.callback(ending.copy)
        recover(database)
        with put_off():
            scrub_if_due(database)
            rehearse(database)
        return Held(database, undo.pop_all().close, witness)


def _make_ready(path: Path, header: Header) -> None:
    vantage = opening.vantage_of(path, header, is_held=False)
    try:
        version = opening.inspect(path, vantage.uri, header.key)
    finally:
        vantage.leave()
    if version < SCHEMA_VERSION:
        migrate_file(path, key=header.key)


def _migrated_aside(path: Path, key: Key | None) -> Vantage:
    vantage = opening.copy_aside(path)
    if vantage.copy is not None:
        migrate_copy(path, vantage.copy, key=key)
    return vantage
