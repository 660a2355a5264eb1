"""The keys that this program was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from focalpoint_app.domain.asking import asked
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key, key_of
from focalpoint_app.storage.ciphers.private_memory import keep_to_itself


class Keyring:
    """Knows a file by its salt, so a backup of it opens without asking again.

    Kept in memory only; any thread may call.
    """

    def __init__(self) -> None:
        self._keys: dict[bytes, Key] = {}

    def add(self, key: Key) -> None:
        if not self._keys:
            keep_to_itself()
        self._keys[key.salt] = key

    def forget(self) -> None:
        self._keys.clear()

    def key_for(self, path: Path, salt: bytes, fits: Callable[[Key], bool]) -> Key:
        """The one that ``fits`` says is the file's; else passphrases are asked for.

        Raises:
            AppError: ``workspace.locked`` where nobody says a passphrase,
                ``workspace.wrong_passphrase`` where none that was said fits.
        """
        known = self._keys.get(salt)
        if known is not None and fits(known):
            return known
        code = "workspace.locked" if known is None else "workspace.wrong_passphrase"
        for passphrase in asked(path):
            if not passphrase:
                break
            key = key_of(passphrase, salt)
            if fits(key):
                self.add(key)
                return key
            code = "workspace.wrong_passphrase"
        raise AppError(code, path=str(path))


_KEYRING: ContextVar[Keyring] = ContextVar("keyring")


@contextmanager
def using(ring: Keyring) -> Iterator[None]:
    """Whatever is opened in here, on this thread or in a copy of its context."""
    token = _KEYRING.set(ring)
    try:
        yield
    finally:
        _KEYRING.reset(token)


def keyring() -> Keyring:
    """The one in use here, or a new one for as long as this context lasts."""
    ring = _KEYRING.get(None)
    if ring is None:
        ring = Keyring()
        _KEYRING.set(ring)
    return ring
