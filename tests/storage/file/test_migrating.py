"""Older files become this version's, and stay whole whatever happens on the way."""

import ast
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.operations import Operations
from sqlalchemy import Column, Integer, Text

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.storage import migrations
from focalpoint_app.storage.database import connect, file_uri
from focalpoint_app.storage.file.migrating import migrate_file
from focalpoint_app.storage.migrations import UPGRADES, Upgrade
from focalpoint_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.storage.samples import PROFILE, new_workspace, reopened

PROFILE_OF_VERSION_1 = """{"state": "XAA", "memberships": {}, "legal_system": "",
"place_of_treaties": "", "gazette": "", "constituent_units": [], "calendar": ""}"""


def version_0(path: Path) -> None:
    """Ours, and nothing in it yet."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute("PRAGMA user_version = 0")
        raw.execute("VACUUM")


def schema_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in rows}


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        return int(version)


def test_a_migrated_file_has_the_tables_of_a_new_one(
    closed: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.focalpoint"
    version_0(old)
    reopened(old).close()
    assert schema_of(old) == schema_of(closed)
    assert version_of(old) == version_of(closed) == SCHEMA_VERSION
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [old.name]


def test_there_is_an_upgrade_to_every_version() -> None:
    assert len(UPGRADES) == SCHEMA_VERSION


@pytest.mark.parametrize("module", sorted(Path(migrations.__path__[0]).glob("*.py")))
def test_an_upgrade_imports_nothing_that_moves(module: Path) -> None:
    """What an old file becomes is settled when its upgrade is released."""
    ours = (
        name
        for each in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(each, ast.ImportFrom)
        and (name := each.module or "").startswith("focalpoint_app.")
    )
    still = ("domain.canonical", "storage.guards", "storage.migrations")
    allowed = tuple(f"focalpoint_app.{each}" for each in still)
    assert [each for each in ours if not each.startswith(allowed)] == []


def test_a_reader_of_an_older_file_leaves_it_old(path: Path) -> None:
    version_0(path)
    before = path.read_bytes()
    reader = reopened(path, writing=False)
    assert reader.reviews() == ()
    reader.close()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_of_version_1_keeps_all_and_takes_a_letterhead(path: Path) -> None:
    version_0(path)
    migrate_file(path, UPGRADES[:1])
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO authors VALUES ('a', 'ليلى', '', '')")
        raw.execute("INSERT INTO profile VALUES ('XAA', ?)", (PROFILE_OF_VERSION_1,))
        raw.commit()

    workspace = reopened(path)
    workspace.save_letterhead(Letterhead(("وزارة العدل",)))

    assert [author.name for author in workspace.authors()] == ["ليلى"]
    assert workspace.profile().state == "XAA"
    assert workspace.letterhead() == Letterhead(("وزارة العدل",))
    workspace.close()


@pytest.mark.parametrize(
    "by_others",
    ["DROP TRIGGER chain_refuse_update", "INSERT INTO meta VALUES ('expunging', '')"],
)
def test_guards_that_somebody_took_off_are_put_back(
    closed: Path, by_others: str
) -> None:
    whole = schema_of(closed)
    as_version_9(closed, by_others)
    reopened(closed).close()
    assert schema_of(closed) == whole
    with closing(sqlite3.connect(closed)) as raw:
        assert not raw.execute("SELECT 1 FROM meta WHERE name = 'expunging'").fetchall()


def test_a_table_of_a_later_version_in_an_older_file_is_damage(closed: Path) -> None:
    as_version_9(closed, "CREATE TABLE openings (act TEXT)")
    before = closed.read_bytes()
    with pytest.raises(AppError, match=r"workspace\.damaged"):
        reopened(closed)
    assert closed.read_bytes() == before


def as_version_9(path: Path, *then: str) -> None:
    statements = ("DROP TABLE openings", "PRAGMA user_version = 9", *then)
    with closing(sqlite3.connect(path)) as raw:
        for each in statements:
            raw.execute(each)
        raw.commit()


def _add_priority(op: Operations) -> None:
    with op.batch_alter_table("notes") as notes:
        notes.add_column(Column("priority", Integer, server_default="0"))
    op.create_table("tags", Column("name", Text, primary_key=True))


def _stumble(op: Operations) -> None:
    op.create_table("half", Column("name", Text))
    raise KeyboardInterrupt


def test_the_next_upgrade_keeps_what_was_written(closed: Path) -> None:
    migrate_file(closed, (*UPGRADES, _add_priority))
    assert version_of(closed) == SCHEMA_VERSION + 1
    assert "priority" in schema_of(closed)["notes"]
    with closing(sqlite3.connect(closed)) as raw:
        (state,) = raw.execute("SELECT state FROM profile").fetchone()
    assert state == PROFILE.state
    with pytest.raises(AppError) as caught:
        reopened(closed)
    assert caught.value.code == "workspace.newer"


@pytest.mark.parametrize("upgrades", [(_stumble,), (_add_priority, _stumble)])
def test_a_migration_cut_in_half_leaves_the_old_file(
    closed: Path, upgrades: tuple[Upgrade, ...]
) -> None:
    before = closed.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        migrate_file(closed, (*UPGRADES, *upgrades))
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_a_killed_programs_log_is_taken_in_before_migrating(path: Path) -> None:
    workspace = new_workspace(path)
    log = path.with_name(path.name + "-wal")
    main, rest = path.read_bytes(), log.read_bytes()
    workspace.close()
    path.write_bytes(main)
    log.write_bytes(rest)
    migrate_file(path, (*UPGRADES, _add_priority))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM authors").fetchone() == (2,)
    assert list(path.parent.iterdir()) == [path]


def test_a_file_whose_log_is_still_read_waits_for_its_reader(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{connect.__module__}.BUSY_SECONDS", 0.05)
    version_0(path)
    uri = file_uri(path, "mode=rw")  # By one library: another's locks are not seen.
    with closing(connect(uri)) as raw, closing(connect(uri)) as held:
        raw.execute("PRAGMA journal_mode = WAL")
        held.execute("BEGIN")
        held.execute("SELECT count(*) FROM sqlite_master").fetchone()
        raw.execute("CREATE TABLE authors_noted (name TEXT)")  # In the log alone.
        with pytest.raises(AppError, match=r"workspace\.busy"):
            migrate_file(path)
        held.execute("ROLLBACK")
        assert raw.execute("PRAGMA user_version").fetchone() == (0,)
    migrate_file(path)
    assert version_of(path) == SCHEMA_VERSION
    assert "authors_noted" in schema_of(path)
    assert list(path.parent.iterdir()) == [path]
