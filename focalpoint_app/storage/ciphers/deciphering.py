"""The pages of a damaged encrypted file as SQLite has them, whole or not."""

from __future__ import annotations

from pathlib import Path

from focalpoint_app.storage.ciphers.ciphering import PAGE, SALT, Key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.file.header import is_noise

_SAMPLED = 32
"""Pages that are looked at to tell what kind of file this was."""


def key_of_damaged(path: Path, content: bytes) -> Key | None:
    """One that fits any page will do; None for a file that is not encrypted.

    Raises:
        AppError: ``workspace.locked`` or ``workspace.wrong_passphrase``.
    """
    pages = _pages(content)
    sampled = pages[1 : _SAMPLED + 1] or pages
    if sum(map(is_noise, sampled)) * 2 <= len(sampled):
        return None

    def fits_any(key: Key) -> bool:
        return any(key.fits(page, at) for at, page in enumerate(pages, start=1))

    return keyring().key_for(path, content[:SALT], fits_any)


def plain_pages(content: bytes, key: Key) -> bytes:
    """A page that was changed is passed on too: what is noise in it fits no row."""
    pages = enumerate(_pages(content), start=1)
    return b"".join(key.plain(page, number) for number, page in pages)


def _pages(content: bytes) -> list[bytes]:
    whole = len(content) - len(content) % PAGE
    return [content[at : at + PAGE] for at in range(0, whole, PAGE)]
