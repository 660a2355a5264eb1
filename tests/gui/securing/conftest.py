"""The small review with a passphrase, open in a window that may lock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.workflow.review.desk import Desk
from tests.derived import derived_once
from tests.gui.unlocking import secured_desk


@pytest.fixture(scope="session", autouse=True)
def quick_keys() -> Iterator[None]:
    with derived_once():
        yield


@pytest.fixture(autouse=True)
def ring() -> Iterator[Keyring]:
    fresh = Keyring()
    with using(fresh):
        yield fresh


@pytest.fixture
def desk(tmp_path: Path, ring: Keyring) -> Iterator[Desk]:
    """Encrypted, as the window opens it."""
    desk = secured_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def kept(window: Window) -> SafekeepingPlace:
    window.show_place("safekeeping")
    page = window.page
    assert isinstance(page, SafekeepingPlace)
    return page
