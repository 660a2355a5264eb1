"""An encrypted file for every test, and nobody who remembers its key."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.storage.ciphers.ciphering import Key, key_of
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from tests.storage.samples import AT, LAYLA, NARRATIVE, change, new_workspace, text

PASSPHRASE = "تفاح نهر كتاب سماء"
SECRET = "اسم الشاهد المحمي"
SALT = bytes(range(100, 116))


@pytest.fixture(scope="session")
def key() -> Key:
    return key_of(PASSPHRASE, SALT)


@pytest.fixture(scope="session")
def encrypted_once(tmp_path_factory: pytest.TempPathFactory, key: Key) -> Path:
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    with using(Keyring()):
        workspace = new_workspace(path, key)
        workspace.save("r1", [change(NARRATIVE, text(SECRET))], LAYLA.id, AT)
        workspace.seal("r1", None, AT)
        workspace.close()
    return path


@pytest.fixture
def locked(path: Path, encrypted_once: Path) -> Path:
    """Encrypted, at rest."""
    shutil.copy(encrypted_once, path)
    return path


@pytest.fixture(autouse=True)
def ring() -> Iterator[Keyring]:
    """Empty in the beginning."""
    fresh = Keyring()
    with using(fresh):
        yield fresh
