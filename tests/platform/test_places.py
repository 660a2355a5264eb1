"""Folders are found in a checkout and follow the system's customs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.platform import places


def test_what_travels_with_the_program_is_found_in_a_checkout() -> None:
    root = Path(__file__).parents[2]
    assert places.forms_folder() == root / "forms"
    assert places.resources_folder() == root / "resources"


@pytest.mark.parametrize(
    "folder",
    [
        places.settings_folder,
        places.log_folder,
        places.rescue_folder,
        places.keys_folder,
        places.answering_folder,
    ],
)
def test_one_variable_moves_everything_of_the_users(
    folder: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))
    found = folder()
    assert found.is_dir()
    assert found.parent == tmp_path


def test_each_kind_has_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))
    found = {places.settings_folder(), places.log_folder(), places.rescue_folder()}
    assert len(found) == 3


def test_without_the_variable_the_systems_customs_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert places.settings_folder().is_relative_to(tmp_path)
    assert places.rescue_folder().name == "rescue"
