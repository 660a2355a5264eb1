"""Making, opening and closing; whatever is refused stays as it was, to the byte."""

import os
import platform
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Place, PlaceKind, Workspace
from focalpoint_app.storage.schema import SCHEMA_VERSION
from tests.storage.file.folders import folder_of, refusal
from tests.storage.other_program import holding
from tests.storage.samples import AT, CHOICE, LAYLA, PROFILE, change, local, reopened


def test_a_new_workspace_closes_into_one_file(path: Path) -> None:
    workspace = Workspace.create(path, PROFILE, AT, judge=local)
    workspace.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode")
def test_a_name_that_is_no_utf8_is_as_good_as_any(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xc7\xe1\xe3\xd1\xc7\xcc\xda\xc9.focalpoint")
    workspace = Workspace.create(path, PROFILE, AT, judge=local)
    workspace.close()
    opened = reopened(path, writing=False)
    assert opened.profile() == PROFILE
    opened.close()


def test_a_closed_workspace_is_in_rollback_mode_and_says_whose_it_is(
    closed: Path,
) -> None:
    first = closed.read_bytes()[:100]
    assert (first[18], first[19]) == (1, 1)
    assert first[68:72] == b"FCPT"
    assert int.from_bytes(first[60:64], "big") == SCHEMA_VERSION


def test_an_existing_file_is_never_replaced(path: Path) -> None:
    path.write_bytes(b"mine")
    before = folder_of(path)
    with pytest.raises(AppError) as caught:
        Workspace.create(path, PROFILE, AT, judge=local)
    assert caught.value.code == "file.exists"
    assert folder_of(path) == before


def test_a_workspace_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        Workspace.create(tmp_path / "no" / "w.focalpoint", PROFILE, AT, judge=local)
    assert caught.value.code == "file.unwritable"
    assert list(tmp_path.iterdir()) == []


def test_a_file_marked_read_only_is_read_but_not_written(closed: Path) -> None:
    closed.chmod(0o444)
    assert refusal(closed, writing=True).code == "workspace.read_only"
    before = folder_of(closed)
    workspace = reopened(closed, writing=False)
    assert workspace.profile() == PROFILE
    with pytest.raises(AppError) as caught:
        workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    assert caught.value.code == "workspace.read_only"
    workspace.close()
    assert folder_of(closed) == before


PLACES = [
    (Place(PlaceKind.NETWORK, "cifs"), "workspace.on_network", ("share", "cifs")),
    (
        Place(PlaceKind.SYNCHRONISED, "OneDrive - عدل"),
        "workspace.in_synchronised_folder",
        ("folder", "OneDrive - عدل"),
    ),
]


@pytest.mark.parametrize(("place", "code", "gap"), PLACES)
def test_risky_places_are_read_but_not_written(
    closed: Path, place: Place, code: str, gap: tuple[str, str]
) -> None:
    before = folder_of(closed)
    with pytest.raises(AppError) as caught:
        Workspace.open(closed, writing=True, judge=lambda _: place)
    assert caught.value.code == code
    assert caught.value.context[gap[0]] == gap[1]
    workspace = Workspace.open(closed, writing=False, judge=lambda _: place)
    assert workspace.reviews()
    workspace.close()
    assert folder_of(closed) == before


@pytest.mark.parametrize(("place", "code", "gap"), PLACES)
def test_nothing_is_made_in_a_risky_place(
    path: Path, place: Place, code: str, gap: tuple[str, str]
) -> None:
    with pytest.raises(AppError) as caught:
        Workspace.create(path, PROFILE, AT, judge=lambda _: place)
    assert caught.value.code == code
    assert folder_of(path) == {}


def test_reading_a_closed_file_changes_nothing(closed: Path) -> None:
    before = folder_of(closed)
    workspace = reopened(closed, writing=False)
    assert workspace.fields("r1") == {}
    workspace.close()
    assert folder_of(closed) == before


def test_a_second_writer_is_told_who_holds_it(closed: Path) -> None:
    with holding(closed) as process:
        with pytest.raises(AppError) as caught:
            reopened(closed)
        assert caught.value.code == "workspace.already_open"
        assert caught.value.context["holder"] == "ليلى"
        assert caught.value.context["machine"] == platform.node()
        assert caught.value.context["pid"] == process.pid


def test_a_link_to_a_held_file_is_held_too(closed: Path) -> None:
    link = closed.with_name("link.focalpoint")
    link.symlink_to(closed)
    workspace = reopened(closed)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    with pytest.raises(AppError) as caught:
        reopened(link)
    assert caught.value.code == "workspace.already_open"
    reader = reopened(link, writing=False)
    assert reader.fields("r1") == {CHOICE: "yes"}
    reader.close()
    workspace.close()


def test_a_reader_sees_what_the_holder_saved(closed: Path) -> None:
    with holding(closed) as process:
        reader = reopened(closed, writing=False)
        assert reader.fields("r1") == {CHOICE: "yes"}
        reader.close()
        process.communicate("\n")
    assert process.returncode == 0
    assert set(folder_of(closed)) == {closed.name}


def test_closing_while_another_reads_leaves_what_the_next_opening_takes_in(
    closed: Path,
) -> None:
    writer = reopened(closed)
    reader = reopened(closed, writing=False)
    reader.profile()
    writer.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    writer.close()
    reader.close()
    again = reopened(closed)
    assert again.fields("r1") == {CHOICE: "yes"}
    again.close()
    assert set(folder_of(closed)) == {closed.name}


def test_what_a_killed_program_left_is_read_without_touching_it(closed: Path) -> None:
    with holding(closed) as process:
        process.kill()
        process.wait()
    before = folder_of(closed)
    assert f"{closed.name}-wal" in before
    reader = reopened(closed, writing=False)
    assert reader.fields("r1") == {CHOICE: "yes"}
    reader.close()
    assert folder_of(closed) == before


def test_a_killed_programs_lock_blocks_nobody_and_its_log_is_taken_in(
    closed: Path,
) -> None:
    with holding(closed) as process:
        process.kill()
        process.wait()
    workspace = reopened(closed)
    assert workspace.fields("r1") == {CHOICE: "yes"}
    workspace.close()
    assert set(folder_of(closed)) == {closed.name}


def test_a_file_copied_without_its_log_is_still_read(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        alone = closed.with_name("copy.focalpoint")
        alone.write_bytes(closed.read_bytes())
    os.utime(alone, ns=(1, 1))
    before = folder_of(alone)
    reader = reopened(alone, writing=False)
    assert reader.profile() == PROFILE
    reader.close()
    assert folder_of(alone) == before
