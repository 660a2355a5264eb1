"""`--encrypt`, `passphrase`, `recovery`: who gets in, who does not, what is told."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import fitz
import pytest

from focalpoint_app.__main__ import main
from focalpoint_app.platform.places import backups_folder
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from tests.cli.running import Run, put

FIRST, SECOND = "تفاح نهر كتاب سماء", "9302 3178 4603 0116 7218"
ASKED = "som.6.1.a"
SECRET = "اسم سري"


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOCALPOINT_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("FOCALPOINT_PASSPHRASE", raising=False)


@pytest.fixture(scope="module")
def locked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    path = folder / "سر.focalpoint"
    narrative = {f"{ASKED}.narrative": {"value": {"ar": SECRET}}}
    given = put(folder, {ASKED: {"value": "yes"}, **narrative})
    making = ("new", path, "--state", "XAA", "--party", "som", "--encrypt")
    with pytest.MonkeyPatch.context() as patch, using(Keyring()):
        patch.setenv("FOCALPOINT_HOME", str(folder / "home"))
        patch.setenv("FOCALPOINT_PASSPHRASE", FIRST)
        assert main([str(word) for word in making]) == 0
        assert main(["answers", "import", str(path), str(given)]) == 0
    return path


@pytest.fixture
def locked(locked_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", FIRST)
    return Path(shutil.copy(locked_once, tmp_path))


def test_the_environment_opens_what_it_encrypted(run: Run, locked: Path) -> None:
    assert run("check", locked, "--json").status == 1
    assert SECRET in run("answers", "export", locked).out
    assert not locked.read_bytes().startswith(b"SQLite")


def test_without_a_passphrase_nothing_is_told(
    run: Run, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FOCALPOINT_PASSPHRASE")
    before = locked.read_bytes()
    done = run("answers", "export", locked, "--json")
    assert done.status == 2  # Exporting knows no --json; the next verb does.
    done = run("check", locked, "--json")
    assert done.status == 3
    assert done.json["error"]["code"] == "workspace.locked"
    assert locked.read_bytes() == before


def test_a_wrong_passphrase_and_damage_are_one_sentence(
    run: Run, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", "another one")
    wrong = run("answers", "export", locked)
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", FIRST)
    content = bytearray(locked.read_bytes())
    content[1000] ^= 1
    locked.write_bytes(content)
    damaged = run("answers", "export", locked)
    assert wrong == damaged
    assert wrong.status == 3
    assert "wrong" in wrong.err
    assert "damaged" in wrong.err


def test_a_weak_passphrase_is_taken_and_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", "محمد1990")
    done = run("new", tmp_path / "w.focalpoint", "--state", "XAA", "--encrypt")
    assert done.status == 0
    assert "within a day" in done.err


def test_a_passphrase_of_marks_that_nobody_sees_is_an_empty_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", "\u200f\u200e")
    done = run("new", tmp_path / "new.focalpoint", "--state", "XAA", "--encrypt")
    assert done.status == 3
    assert "empty" in done.err
    assert not (tmp_path / "new.focalpoint").exists()


def test_nobody_to_type_it_is_no_passphrase(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "w.focalpoint"
    done = run("new", path, "--state", "XAA", "--encrypt")
    assert done.status == 3
    assert "FOCALPOINT_PASSPHRASE" in done.err
    assert not path.exists()


def test_a_passphrase_is_set_changed_and_removed(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", FIRST)
    assert run("passphrase", file, "--set").status == 0
    monkeypatch.setenv("FOCALPOINT_NEW_PASSPHRASE", SECOND)
    assert run("passphrase", file, "--change").status == 0
    assert run("check", file).status == 3
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", SECOND)
    assert run("check", file).status == 1
    assert run("passphrase", file, "--remove").status == 0
    monkeypatch.delenv("FOCALPOINT_PASSPHRASE")
    assert run("check", file).status == 1
    assert file.read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize("act", ["--change", "--remove"])
def test_what_has_no_passphrase_cannot_lose_it(run: Run, file: Path, act: str) -> None:
    done = run("passphrase", file, act)
    assert (done.status, "has no passphrase" in done.err) == (3, True)


def test_backups_follow_and_copies_in_the_clear_are_named(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {f"{ASKED}.narrative": {"value": {"ar": SECRET}}}
    for _ in range(2):  # A backup is made before each import.
        run("answers", "import", file, put(tmp_path, answers))
    copy = file.with_name(f"{file.stem} (2).focalpoint")
    copy.write_bytes(file.read_bytes())
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", FIRST)
    told = run("passphrase", file, "--set").out
    kept = [each for each in backups_folder().rglob("*") if each.is_file()]
    assert len(kept) == 2
    assert not any(each.read_bytes().startswith(b"SQLite") for each in kept)
    assert "2 backups have followed" in told
    assert str(copy) in told
    assert run("restore", kept[0], file, "--yes").status == 0


def sheet_of(run: Run, file: Path, target: Path) -> tuple[str, str]:
    """The digits of both halves as they are read off the pages."""
    done = run("recovery", file, "-o", target, "--language", "en")
    assert (done.status, done.err) == (0, "")
    with fitz.open(target) as pages:
        one, other = ("".join(rows(page.get_text())) for page in pages)
    return one, other


def rows(text: str) -> list[str]:
    return re.findall(r"\d{5}\s+\d{5}\s+\d{5}", text)


def test_both_halves_open_a_file_whose_passphrase_is_lost(
    run: Run, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = sheet_of(run, locked, tmp_path / "sheet.pdf")
    readable = (tmp_path / "sheet.pdf").stat().st_mode & 0o077
    assert not readable or sys.platform == "win32"
    monkeypatch.setenv("FOCALPOINT_RECOVERY_A", one)
    monkeypatch.setenv("FOCALPOINT_RECOVERY_B", other)
    assert run("recovery", locked, "--test").status == 0
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", "forgotten")
    monkeypatch.setenv("FOCALPOINT_NEW_PASSPHRASE", SECOND)
    done = run("passphrase", locked, "--recover")
    assert done.status == 0
    assert "sheet that was made before no longer opens" in done.out
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", SECOND)
    assert SECRET in run("answers", "export", locked).out
    void = run("recovery", locked, "--test")
    assert (void.status, "passphrase was changed" in void.err) == (3, True)


def test_a_mistyped_row_is_named(
    run: Run, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = sheet_of(run, locked, tmp_path / "sheet.pdf")
    digits = re.sub(r"\D", "", other)
    wrong = digits[:33] + str((int(digits[33]) + 1) % 10) + digits[34:]
    monkeypatch.setenv("FOCALPOINT_RECOVERY_A", one)
    monkeypatch.setenv("FOCALPOINT_RECOVERY_B", wrong)
    done = run("recovery", locked, "--test")
    assert (done.status, "Row 3 " in done.err) == (3, True)


def test_a_backup_replaces_a_file_whose_passphrase_is_lost(
    run: Run, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.focalpoint"
    run("backup", locked, "-o", copy)
    monkeypatch.setenv("FOCALPOINT_NEW_PASSPHRASE", SECOND)
    run("passphrase", locked, "--change")
    told = run("restore", copy, locked)
    assert (told.status, "another passphrase" in told.out) == (1, True)
    assert run("restore", copy, locked, "--yes").status == 0
    assert SECRET in run("answers", "export", locked).out


def test_a_backup_in_the_clear_says_what_it_would_open(
    run: Run, locked: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.focalpoint"
    run("backup", locked, "-o", plain)
    assert run("passphrase", plain, "--remove").status == 0
    changed = {f"{ASKED}.narrative": {"value": {"ar": "غيره"}}}
    assert run("answers", "import", locked, put(tmp_path, changed)).status == 0
    told = run("restore", plain, locked)
    assert (told.status, "has no passphrase" in told.out) == (1, True)
    assert "has no passphrase" not in run("restore", locked, plain).out
