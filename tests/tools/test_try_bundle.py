"""The trial gives the bundle a key it can sign with, and nothing else."""

import stat
import sys
from pathlib import Path

import pytest

from focalpoint_app.pdf.signing.certificates import load_p12
from tools import try_bundle

posix = pytest.mark.skipif(sys.platform == "win32", reason="scripts stand in")


def _program(folder: Path, script: str) -> Path:
    path = folder / "focalpoint"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_the_throwaway_key_is_one_that_the_program_takes(tmp_path: Path) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(try_bundle.throwaway_identity())
    identity = load_p12(path, try_bundle.PASSPHRASE.encode())
    assert "non_repudiation" in identity.usages
    assert not identity.demonstration


@posix
def test_the_program_finds_nothing_of_ours_in_its_environment(tmp_path: Path) -> None:
    seen = try_bundle.run(_program(tmp_path, "export -p"), tmp_path)
    names = {line.split("=")[0].split()[-1] for line in seen.splitlines()}
    assert names <= {"FOCALPOINT_P12_PASSPHRASE", "PWD", "OLDPWD", "SHLVL", "_"}


@posix
def test_a_verb_that_fails_ends_the_trial(tmp_path: Path) -> None:
    program = _program(tmp_path, "echo broken >&2; exit 3")
    with pytest.raises(SystemExit, match="broken"):
        try_bundle.run(program, tmp_path, "sample", "s.focalpoint")


@posix
def test_a_window_that_closes_by_itself_ends_the_trial(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="closed by itself with 1"):
        try_bundle.open_window(_program(tmp_path, "exit 1"), tmp_path)


@posix
def test_a_window_that_fails_while_it_stays_ends_the_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(try_bundle, "WINDOW_STAYS", 0.3)
    program = _program(tmp_path, "echo Traceback >&2; exec /bin/sleep 20")
    with pytest.raises(SystemExit, match="the window failed"):
        try_bundle.open_window(program, tmp_path)
