"""Setting up says what is missing, and does nothing twice."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import prepare

ROOT = Path(__file__).parents[2]


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, with a sudo that asks for no password."""
    folder = tmp_path / "commands"
    folder.mkdir()
    _write_command(folder, "sudo", 'shift; [ "$1" = true ] || exec "$@"')
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _write_command(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize("version", [(3, 10), (3, 6), (2, 7)])
def test_an_old_python_is_named_with_its_remedy(version: tuple[int, int]) -> None:
    with pytest.raises(prepare.MissingError) as told:
        prepare.check_python(version)
    assert "{}.{}".format(*version) in str(told.value)
    assert "PYTHON=python3.11" in str(told.value)


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_new_enough_python_passes(version: tuple[int, int]) -> None:
    prepare.check_python(version)


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries are Linux's")
def test_this_machine_lacks_nothing_since_its_tests_run() -> None:
    assert prepare.missing_packages("test") == []


def test_a_library_that_is_not_there_is_seen() -> None:
    assert not prepare.can_load("libfocalpoint-nowhere.so.9")


@pytest.mark.skipif(os.name == "nt", reason="apt is Debian's")
def test_missing_packages_are_installed_where_no_question_is_asked(
    commands: Path,
) -> None:
    _write_command(commands, "apt-get", f'echo "$@" >> {commands}/asked')
    prepare.install_system_packages(["libegl1", "libgl1"])
    asked = (commands / "asked").read_text().splitlines()
    assert asked[-1].startswith("install --yes")
    assert asked[-1].endswith("libegl1 libgl1")


@pytest.mark.skipif(os.name == "nt", reason="apt is Debian's")
@pytest.mark.parametrize("apt", ["exit 100", None])
def test_otherwise_the_one_command_to_type_is_told(
    apt: str | None, commands: Path
) -> None:
    if apt:
        _write_command(commands, "apt-get", apt)
    with pytest.raises(prepare.MissingError, match=r"sudo apt-get install .*libegl1"):
        prepare.install_system_packages(["libegl1"])


def test_nothing_missing_asks_for_nothing(commands: Path) -> None:
    _write_command(commands, "apt-get", f"touch {commands}/asked")
    prepare.install_system_packages([])
    assert not (commands / "asked").exists()


def test_what_is_installed_already_is_not_installed_again(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("click==8.5.1 --hash=sha256:00\n")
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    (tmp_path / "installed-some").write_text(digest)
    prepare.install_locked(tmp_path, lock)  # there is no Python here to run pip


def test_a_library_that_is_not_what_the_lock_says_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("click==8.5.1 --hash=sha256:" + "0" * 64 + "\n")
    command = [sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")]
    subprocess.run(command, check=True)
    with pytest.raises(prepare.MissingError, match="network connection"):
        prepare.install_locked(tmp_path / "venv", lock)
    assert not (tmp_path / "venv" / "installed-some").exists()


def test_windows_runs_the_same_checks_as_everyone() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    script = (ROOT / "test.cmd").read_text(encoding="utf-8").replace("\\", "/")
    steps = re.findall(r"^\t@\$\(BIN\)/(.+)$", makefile, flags=re.MULTILINE)
    checks = [step for step in steps if re.match(r"ruff|mypy|python -m pytest -", step)]
    assert len(checks) >= 4
    for step in checks:
        assert f".venv/Scripts/{step}" in script or "soak" in step
