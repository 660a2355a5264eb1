"""What opens a workspace: a passphrase, none, two halves on paper; and its lock."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path

from focalpoint_app.domain.canonical import utc_text, utc_time
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.safekeeping import Safekeeping
from focalpoint_app.storage.ciphers import following
from focalpoint_app.storage.ciphers.ciphering import Key, key_of
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.engines import forget_said
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.file.held import Held
from focalpoint_app.storage.file.staying import Stay
from focalpoint_app.storage.people import erase_meta, read_meta, write_meta

_SHEET = "recovery_sheet"


class Keyed(Safekeeping):
    """A file in hand, whether encrypted or not."""

    def __init__(self, path: Path, held: Held) -> None:
        super().__init__(held.database)
        self.path = path
        self._held = held
        self._proof: tuple[bytes, bytes] | None = None
        self.stay: Stay | None = None

    @property
    def home(self) -> Path:
        """Where the user knows it, and its copies lie: ``path`` unless it is a copy of
        a file on a share, which ``stay`` puts back."""
        return self.path if self.stay is None else self.stay.original

    @property
    def is_writing(self) -> bool:
        return self._database.is_writing

    @property
    def is_encrypted(self) -> bool:
        return self._database.key is not None or self._proof is not None

    @property
    def key(self) -> Key | None:
        """None for a file that is not encrypted.

        Raises:
            AppError: ``workspace.locked``.
        """
        self._refuse_locked()
        return self._database.key

    def rekey(self, key: Key | None) -> tuple[Path, ...]:
        """Encrypt it with this key from now on, or with none; cut anywhere, nothing
        is lost.  A recovery sheet that was printed opens it no more.  What killed
        programs left beside it and could not be taken away comes back.

        Raises:
            AppError: ``workspace.locked``, ``.read_only`` or ``.busy``; ``disk.full``
                and the like, and then it is as it was.
        """
        self._refuse_locked()
        with self._database.writing() as connection:
            following.note(connection, self._database.key, key)
        left = self._held.rekey(key)
        with put_off(), self._database.writing() as connection:
            erase_meta(connection, _SHEET)  # Void already: it names the salt before.
        return left

    def former_keys(self) -> tuple[Key | None, ...] | None:
        """What its backups may still be under, None for no passphrase, until
        ``note_followed``; empty where nobody knows, None where all have followed."""
        with self._database.reading() as connection:
            return following.former(connection)

    def note_followed(self) -> None:
        """Whatever was under former keys is under today's, or was named."""
        with self._database.writing() as connection:
            following.forget(connection)

    def note_sheet(self, at: datetime) -> None:
        """A recovery sheet was written down for the key of today."""
        with self._database.writing() as connection:
            write_meta(connection, _SHEET, f"{utc_text(at)} {self.salt.hex()}")

    def sheet_made(self) -> datetime | None:
        """None where there is no sheet, none that still opens the file, or no time
        noted that anyone can read.
        """
        with self._database.reading() as connection:
            said = read_meta(connection, _SHEET) or ""
        made, _, salt = said.partition(" ")  # Version 7 and before wrote no salt.
        if not made or salt not in ("", self.salt.hex()):
            return None
        try:
            return utc_time(made)
        except ValueError:  # Written by others: halves can be tried all the same.
            return None

    def guarded(self, content: bytes) -> bytes:
        """For what must lie beside the file: as unreadable as the file itself."""
        key = self.key
        return content if key is None else key.lock(content)

    def unguarded(self, content: bytes) -> bytes | None:
        """What ``guarded`` was given; None where this file's key does not open it."""
        key = self.key
        return content if key is None else key.unlock(content)

    # Locked, it keeps its place and its lock on the file but not the key.

    @property
    def is_locked(self) -> bool:
        """For the thread that asks: the worker may have something to end."""
        return bool(self._database.barrier.refusal)

    def unyielding(self) -> AbstractContextManager[None]:
        """For a middle in which locking, however long it waited, cuts off nothing.

        Raises:
            AppError: on entering, ``workspace.locked`` or ``.locked_meanwhile``.
        """
        self._refuse_locked()
        return self._database.barrier.unyielding()

    def lease(self) -> AbstractContextManager[None]:
        """For work that locking lets come to its end."""
        return self._database.barrier.lease()

    def lock(self) -> None:
        """Nothing is read or written until ``unlock``; the key is forgotten as soon
        as nobody who was at work before needs it.
        """
        key = self._database.key
        if key is None or self._proof is not None:
            return
        self._proof = _proof_of(key)
        self._database.barrier.fall(self._forget)

    def lock_now(self) -> None:
        """Whoever is still at work ends with ``workspace.locked_meanwhile``."""
        self._database.barrier.shut()

    def _forget(self) -> None:
        """It may have another key, or none, since it was locked."""
        key = self._held.forget()
        self._proof = None if key is None else _proof_of(key)
        if key is None:
            self._database.barrier.rise()
        keyring().forget()
        forget_said()

    def _refuse_locked(self) -> None:
        if code := self._database.barrier.refusal:
            raise AppError(code, path=str(self.path))

    def unlock(self, passphrase: str) -> bool:
        """False where it does not fit.  Takes as long as a guess: for the worker."""
        try:
            self.unlocking(passphrase)()
        except AppError:
            return False
        return True

    def unlocking(self, passphrase: str) -> Callable[[], None]:
        """``unlock`` in two: the guess for the worker, and what it gives for whoever
        must be the first to know.

        Raises:
            AppError: ``workspace.wrong_passphrase``.
        """
        proof = self._proof
        if proof is None:
            return _nothing
        key = key_of(passphrase, proof[0])
        if not _proves(key, proof[1]):
            raise AppError("workspace.wrong_passphrase", path=str(self.path))
        return partial(self._unlock_with, key)

    def _unlock_with(self, key: Key) -> None:
        self._database.key = key
        self._database.is_locked = False
        self._proof = None
        self._database.barrier.rise()
        keyring().add(key)

    @property
    def salt(self) -> bytes:
        """What a passphrase becomes a key with; empty where it is not encrypted."""
        if self._proof is not None:
            return self._proof[0]
        return b"" if self._database.key is None else self._database.key.salt

    def close(self) -> None:
        """One file without companions remains; nothing may be called after."""
        self._held.close()


def _nothing() -> None:
    """It has no passphrase any more."""


def _proof_of(key: Key) -> tuple[bytes, bytes]:
    """What a passphrase is tried on, and gives nothing away."""
    return key.salt, hashlib.sha256(key.raw).digest()


def _proves(key: Key, proof: bytes) -> bool:
    return hmac.compare_digest(hashlib.sha256(key.raw).digest(), proof)
