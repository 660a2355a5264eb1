"""`backup` and `restore`: what they say before, and what is there after."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.platform.places import backups_folder, settings_folder
from focalpoint_app.platform.settings import Settings, save_settings
from tests.cli.running import Run, put

ASKED = "som.6.1.a"


@pytest.fixture
def backup(run: Run, file: Path, tmp_path: Path) -> Path:
    """Says *yes* and knows one source; the file then says *no* and knows another."""
    source = {"id": "law-1", "kind": "law", "title": {"en": "Act 5"}}
    said = {ASKED: {"value": "yes"}}
    assert run("answers", "import", file, put(tmp_path, said, sources=[source])).out
    target = tmp_path / "backup.focalpoint"
    done = run("backup", file, "-o", target)
    assert (done.status, done.out.count("is whole")) == (0, 1)
    other = {**source, "id": "law-2"}
    later = {ASKED: {"value": "no"}, f"{ASKED}.narrative": {"value": {"en": "Act 5."}}}
    assert run("answers", "import", file, put(tmp_path, later, sources=[other])).out
    return target


def value(run: Run, file: Path) -> str:
    exported = run("answers", "export", file).json["answers"]
    return str(exported[ASKED]["value"])


def test_what_differs_is_shown_and_nothing_done_unasked(
    run: Run, file: Path, backup: Path
) -> None:
    before = file.read_bytes()
    done = run("restore", backup, file)
    assert done.status == 1
    assert done.out.splitlines() == [
        "Would be gone:",
        f"  answer to {ASKED}.narrative",
        "  source law-2",
        "Would be as it was:",
        f"  answer to {ASKED}",
        "Nothing was changed; add --yes to put the backup in its place.",
    ]
    assert file.read_bytes() == before


def test_restoring_keeps_what_it_replaces(run: Run, file: Path, backup: Path) -> None:
    done = run("restore", backup, file, "--yes", "--json")
    assert done.status == 0
    assert done.json["restored"] is True
    assert {"fate": "gone", "subject": "source", "name": "law-2"} in done.json[
        "differences"
    ]
    assert value(run, file) == "yes"
    assert value(run, Path(done.json["kept"])) == "no"


def test_the_way_back_is_a_restore_too(run: Run, file: Path, backup: Path) -> None:
    kept = run("restore", backup, file, "--yes", "--json").json["kept"]
    done = run("restore", kept, file)
    assert "Would come back:" in done.out
    assert f"  answer to {ASKED}.narrative" in done.out


def test_a_backup_that_differs_in_nothing_is_not_put_back(
    run: Run, file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "b.focalpoint"
    run("backup", file, "-o", target)
    before = file.read_bytes()
    done = run("restore", target, file, "--yes")
    assert (done.status, done.out) == (0, "Nothing differs.\n")
    assert file.read_bytes() == before


def test_a_damaged_file_is_told_before_it_is_replaced(
    run: Run, file: Path, backup: Path
) -> None:
    file.write_bytes(file.read_bytes()[:50_000])
    told = run("restore", backup, file)
    assert told.status == 1
    assert "damaged, or has another passphrase" in told.out
    assert run("restore", backup, file, "--yes").status == 0
    assert value(run, file) == "yes"


def test_an_input_is_never_the_output(run: Run, file: Path) -> None:
    for words in (("backup", file, "-o", file), ("restore", file, file, "--yes")):
        assert run(*words).status == 3


def test_an_import_is_backed_up_before_and_done_even_where_it_cannot_be(
    run: Run, file: Path, tmp_path: Path
) -> None:
    said = put(tmp_path, {ASKED: {"value": "yes"}})
    assert run("answers", "import", file, said).err == ""
    (kept,) = backups_folder().rglob("*-import *.focalpoint")
    assert ASKED not in run("answers", "export", kept).json["answers"]
    nowhere = tmp_path / "a file"
    nowhere.write_text("")
    save_settings(Settings(backup_folder=str(nowhere)), settings_folder())
    said = put(tmp_path, {ASKED: {"value": "no"}})
    done = run("answers", "import", file, said)
    assert done.status == 0
    assert done.err.startswith(f"No backup could be made in {nowhere};")
    assert value(run, file) == "no"


def test_a_sound_file_gets_a_sound_verdict(run: Run, file: Path, backup: Path) -> None:
    done = run("doctor", file)
    assert done.status == 0
    assert done.out.startswith("xaa.focalpoint is sound: ")
    told = run("doctor", file, "--json").json
    assert (told["healthy"], told["problems"]) == (True, [])
    assert told["counted"]["revisions"] > 0


def test_a_damaged_file_is_told_and_saved_into_another(
    run: Run, file: Path, backup: Path, tmp_path: Path
) -> None:
    torn = bytearray(file.read_bytes())
    torn[4096 * 3 : 4096 * 4] = bytes(4096)
    file.write_bytes(torn)
    told = run("doctor", file)
    assert told.status == 1
    assert "Pages of the file are damaged" in told.out
    saved = tmp_path / "saved.focalpoint"
    done = run("doctor", file, "--repair", saved, "--json")
    assert done.json["saved"]["fields"] > 0
    assert value(run, saved) == "no"
