"""The keys that this program was given, and whom it asks for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphering import Key, key_of

Ask = Callable[[Path], Iterable[str]]
"""Passphrases to try on a file, one after the other; a blank one gives up."""


def _nobody(_path: Path) -> tuple[str, ...]:
    return ()


class Keyring:
    """Knows a file by its salt, so a backup of it opens without asking again.

    Kept in memory only; any thread may call.
    """

    def __init__(self, ask: Ask = _nobody) -> None:
        self._ask = ask
        self._keys: dict[bytes, Key] = {}

    def add(self, key: Key) -> None:
        self._keys[key.salt] = key

    def forget(self) -> None:
        self._keys.clear()

    def key_for(self, path: Path, salt: bytes, fits: Callable[[Key], bool]) -> Key:
        """The one that ``fits`` says is the file's.

        Raises:
            AppError: ``workspace.locked`` where nobody says a passphrase,
                ``workspace.wrong_passphrase`` where none that was said fits.
        """
        known = self._keys.get(salt)
        if known is not None and fits(known):
            return known
        code = "workspace.locked" if known is None else "workspace.wrong_passphrase"
        for passphrase in self._ask(path):
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
def using(keyring: Keyring) -> Iterator[None]:
    """Whatever is opened in here, on this thread, is opened with these keys.

    A worker's thread has them where it runs in a copy of the context.
    """
    token = _KEYRING.set(keyring)
    try:
        yield
    finally:
        _KEYRING.reset(token)


def keyring() -> Keyring:
    """The one in use here; without one, a keyring that is empty and asks nobody."""
    return _KEYRING.get(Keyring())
