"""A workspace file in hand: how it is taken up and how it is put down."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from focalpoint_app.domain.canonical import utc_text
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.storage import opening, people
from focalpoint_app.storage.backup import back_up_through
from focalpoint_app.storage.database import Database, file_uri
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.files import companions, settle
from focalpoint_app.storage.header import Header, read_header
from focalpoint_app.storage.lock import acquire, holder_of
from focalpoint_app.storage.migrating import migrate_copy, migrate_file
from focalpoint_app.storage.opening import Vantage
from focalpoint_app.storage.place import Judge, refuse_risky
from focalpoint_app.storage.publishing import recover
from focalpoint_app.storage.rehearsal import rehearse
from focalpoint_app.storage.schema import SCHEMA_VERSION
from focalpoint_app.storage.witness import Witness


@dataclass(frozen=True, slots=True)
class Held:
    """``close`` undoes what taking up did, in reverse order."""

    database: Database
    close: Callable[[], None]


def make(path: Path, profile: StateProfile, at: datetime, judge: Judge) -> None:
    """A new file with its profile, put into place whole."""

    def fill(database: Database) -> None:
        with database.writing() as connection:
            people.write_profile(connection, profile)
            people.write_meta(connection, "workspace", str(uuid.uuid4()))
            people.write_meta(connection, "created", utc_text(at))

    opening.refuse_taken(path)
    refuse_risky(judge(path), path)
    opening.create_file(path, fill)


def take_for_reading(path: Path) -> Held:
    path = path.resolve()  # SQLite names its companions by the real name.
    header = read_header(path)
    is_held = holder_of(path) is not None
    with ExitStack() as undo:
        vantage = opening.vantage_of(path, header, is_held=is_held)
        undo.callback(vantage.leave)
        version = header.version if is_held else opening.inspect(path, vantage.uri)
        if version < SCHEMA_VERSION:  # Held: by an older program that is running too.
            vantage = _migrated_aside(path)
            undo.callback(vantage.leave)
        database = Database(path, vantage.uri, is_writing=False)
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
        _make_ready(path, header)
        witness = Witness(path)
        undo.callback(witness.release)
        undo.callback(_settle_if_possible, path, witness)
        database = Database(
            path,
            file_uri(path, "mode=rw"),
            is_writing=True,
            before_writing=witness.refuse_replaced,
        )
        undo.callback(database.close)
        undo.callback(_save_replaced, database, witness)
        recover(database)
        with put_off():
            rehearse(database)
        return Held(database, undo.pop_all().close)


def _settle_if_possible(path: Path, witness: Witness) -> None:
    """All is durable in the log: on a full disk the next opening takes it in.

    The log of a file that was replaced must not be played into the one that came.
    """
    if not witness.is_still:
        for each in companions(path):
            each.unlink(missing_ok=True)
        return
    with put_off():
        settle(path)


def _save_replaced(database: Database, witness: Witness) -> None:
    """What we wrote has no name any more; it gets one beside its old one."""
    if not witness.is_still:
        with put_off(), database.connected() as source:
            if source is not None:
                back_up_through(source, _free_name(database.path))


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}.was-{number}{path.suffix}")).exists():
        number += 1
    return free


def _make_ready(path: Path, header: Header) -> None:
    vantage = opening.vantage_of(path, header, is_held=False)
    try:
        version = opening.inspect(path, vantage.uri)
    finally:
        vantage.leave()
    if version < SCHEMA_VERSION:
        migrate_file(path)


def _migrated_aside(path: Path) -> Vantage:
    vantage = opening.copy_aside(path)
    if vantage.copy is not None:
        migrate_copy(path, vantage.copy)
    return vantage
