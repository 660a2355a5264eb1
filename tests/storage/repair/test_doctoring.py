"""A healthy file has no problem; every kind of harm shows under its own code."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.file.migrating import migrate_file
from focalpoint_app.storage.migrations import UPGRADES
from focalpoint_app.storage.repair.doctoring import examine
from tests.storage.file.test_migrating import version_0
from tests.storage.other_program import holding
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    NARRATIVE,
    change,
    new_workspace,
    text,
)


@pytest.fixture
def sealed(path: Path) -> Path:
    workspace = new_workspace(path)
    for content in ("yes", "no"):
        said = [change(CHOICE, content), change(NARRATIVE, text(content * 9_000))]
        workspace.save("r1", said, LAYLA.id, AT)
        workspace.seal("r1", None, AT)
    workspace.save("r1", [change(CHOICE, "in_part")], LAYLA.id, AT)
    workspace.close()
    return path


def test_a_healthy_file_has_no_problem_and_is_left_alone(sealed: Path) -> None:
    before = sealed.read_bytes()
    found = examine(sealed)
    assert found.problems == ()
    assert found.counted["revisions"] == 4
    assert sealed.read_bytes() == before
    assert list(sealed.parent.iterdir()) == [sealed]


@pytest.mark.parametrize("version", range(1, len(UPGRADES) + 1))
def test_a_healthy_file_of_any_version_has_no_problem(path: Path, version: int) -> None:
    version_0(path)
    migrate_file(path, UPGRADES[:version])
    before = path.read_bytes()
    assert examine(path).problems == ()
    assert path.read_bytes() == before


def test_a_file_that_another_program_holds_is_looked_at_as_it_is(closed: Path) -> None:
    with holding(closed):
        assert examine(closed).problems == ()


def test_a_killed_programs_file_is_looked_at_with_its_log(closed: Path) -> None:
    with holding(closed) as other:
        other.kill()
    found = examine(closed)
    assert found.problems == ()
    assert found.counted["fields"] == 1


NO_GUARDS = "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'"


@pytest.mark.parametrize(
    ("statement", "code", "question"),
    [
        ("UPDATE revisions SET content = '\"x\"' WHERE question = 'untoc.5.1'",
         "content.changed", "untoc.5.1"),
        ("UPDATE revisions SET salt = 'no salt' WHERE question = 'untoc.5.1'",
         "content.changed", "untoc.5.1"),
        ("UPDATE revisions SET time = 'now'", "revision.changed", "untoc.5.1"),
        ("DELETE FROM chain WHERE seq = 2", "chain.gap", ""),
        ("UPDATE chain SET hash = 'x' WHERE seq = 4", "chain.broken", ""),
        ("UPDATE fields SET content = '{\"text\":\"x\"}' WHERE language = 'ar'",
         "field.unlike_sealed", "untoc.5.1.narrative"),
        ("UPDATE fields SET base = 'x' WHERE language = 'ar'",
         "field.no_revision", "untoc.5.1.narrative"),
        ("UPDATE fields SET author = 'x'", "row.orphaned", ""),
        ("ALTER TABLE notes ADD COLUMN more TEXT", "schema.differs", ""),
        ("CREATE TABLE hidden (name TEXT)", "schema.differs", ""),
        ("SELECT 1", "schema.differs", ""),  # The guards are gone already.
    ],
)  # fmt: skip
def test_harm_shows_under_its_code(
    sealed: Path, statement: str, code: str, question: str
) -> None:
    with closing(dbapi2.connect(str(sealed))) as raw:
        for (drop,) in raw.execute(NO_GUARDS).fetchall():
            raw.execute(drop)
        raw.execute(statement)
        raw.commit()
    found = {(each.code, each.question) for each in examine(sealed).problems}
    assert (code, question) in found


def test_turned_pages_and_a_cut_file_are_damage(sealed: Path) -> None:
    whole = sealed.read_bytes()
    told = 0
    for page in range(1, len(whole) // 4096, 7):
        place = page * 4096
        sealed.write_bytes(whole[:place] + b"\xff" * 4096 + whole[place + 4096 :])
        told += not examine(sealed).is_healthy
    assert told > len(whole) // 4096 // 7 * 0.8  # The others were free.
    sealed.write_bytes(whole[: len(whole) // 2])
    assert [each.code for each in examine(sealed).problems] == ["file.damaged"]


def test_each_fault_of_a_page_is_told_in_a_line_of_its_own(sealed: Path) -> None:
    """A page that leads on to others, as long texts do, brings many faults."""
    whole, most = sealed.read_bytes(), 0
    for page in range(90, 125, 7):
        place = page * 4096
        sealed.write_bytes(whole[:place] + b"\xff" * 8 + whole[place + 8 :])
        told = [each.subject for each in examine(sealed).problems]
        most = max(most, len(told))
        assert not any("\n" in each or "***" in each for each in told)
    assert most > 1


@pytest.mark.parametrize("content", [b"", b"a letter"])
def test_what_is_no_workspace_is_no_patient(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(AppError, match=r"workspace\.foreign"):
        examine(path)
