"""Damage anywhere: what other pages hold is read, and read right."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.domain.content import Field, FieldKey, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.consultation.consultation_tables import metadata
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.repair.leaves import Pages, UnreadableError, Value
from focalpoint_app.storage.repair.repairing import repair
from focalpoint_app.storage.repair.salvaging import salvaged
from focalpoint_app.storage.schema import SCHEMA_VERSION
from tests.storage.consultation_samples import IMPORT, asked, reply
from tests.storage.samples import (
    AT,
    LAW,
    LAYLA,
    change,
    new_workspace,
    questionnaire_data,
    reopened,
    text,
)

PAGE = 4096
COUNT = 150
KEYS = tuple(FieldKey(f"untoc.{n:03}", Field.VALUE, "ar") for n in range(COUNT))
FORMS = (questionnaire_data(),)


def words(number: int) -> str:
    """Some fit a page, every tenth needs several."""
    return f"الجواب {number} " + "نص " * (4000 if number % 10 == 0 else 60)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """150 answers, each with one revision, a source, and an older text of one."""
    path = tmp_path_factory.mktemp("whole") / "whole.focalpoint"
    workspace = new_workspace(path)
    workspace.save_source(LAW)
    changes = [change(key, text(words(n))) for n, key in enumerate(KEYS)]
    for number, each in enumerate(changes):
        step = Step(f"s{number}", "typing", each.key.question, (each,))
        workspace.save("r1", [each], LAYLA.id, AT, step)
    workspace.seal("r1", None, AT)
    workspace.close()
    return path.read_bytes()


def rows_of(path: Path, table: str) -> set[tuple[Value, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return set(raw.execute(f"SELECT * FROM {table}"))


@pytest.fixture
def original(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "original.focalpoint"
    path.write_bytes(whole)
    return path


def damaged(whole: bytes, page: int, noise: random.Random) -> bytes:
    place = page * PAGE
    return whole[:place] + noise.randbytes(PAGE) + whole[place + PAGE :]


def test_an_undamaged_file_is_read_as_sqlite_reads_it(
    whole: bytes, original: Path
) -> None:
    found = salvaged(whole)
    assert found.unread == 0
    for table in metadata.tables:
        if table != "search_entries":
            assert set(found.of(table)) == rows_of(original, table), table


def test_a_page_lost_takes_its_own_rows_and_no_others(
    whole: bytes, original: Path
) -> None:
    noise = random.Random(5)
    present = {table: rows_of(original, table) for table in ("revisions", "fields")}
    pages = range(1, len(whole) // PAGE)
    for page in noise.sample(pages, 25):
        found = salvaged(damaged(whole, page, noise))
        for table, expected in present.items():
            lost = expected - set(found.of(table))
            assert len(lost) <= 10, (page, table)


def test_a_lost_first_page_loses_no_answer(whole: bytes, original: Path) -> None:
    found = salvaged(damaged(whole, 0, random.Random(5)))
    for table in ("revisions", "fields", "chain", "sources"):
        assert set(found.of(table)) == rows_of(original, table), table


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_nothing_makes_reading_fail(whole: bytes, seed: int, wounds: int) -> None:
    noise, torn = random.Random(seed), bytearray(whole)
    for _ in range(wounds):
        torn[noise.randrange(len(torn))] = noise.randrange(256)
    salvaged(bytes(torn[: noise.randrange(100, len(torn))]))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_cut_file_is_repaired_and_says_what_is_lost(
    whole: bytes, original: Path, tmp_path: Path, share: float
) -> None:
    cut = tmp_path / "cut.focalpoint"
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert not examine(cut).is_healthy
    before = cut.read_bytes()
    target = tmp_path / "saved.focalpoint"
    repaired = repair(cut, target, FORMS)
    assert cut.read_bytes() == before
    assert repaired.lost
    workspace = reopened(target)
    said = workspace.fields("r1")
    full = dict(zip(KEYS, map(words, range(COUNT)), strict=True))
    assert said
    assert all(content == {"text": full[key]} for key, content in said.items())
    workspace.close()


def test_turned_bytes_in_a_text_never_pass_for_the_text(
    whole: bytes, tmp_path: Path
) -> None:
    needle = "الجواب 7 ".encode()
    torn = whole.replace(needle, "الجواب 9 ".encode())
    assert torn != whole
    path, target = tmp_path / "torn.focalpoint", tmp_path / "saved.focalpoint"
    path.write_bytes(torn)
    repaired = repair(path, target, FORMS)
    assert [(each.code, each.question) for each in repaired.lost] == [
        ("lost.content", "untoc.007"),
        ("lost.act", "untoc.007"),
    ]


def test_every_page_lost_in_turn_leaves_a_file_that_opens_and_takes_changes(
    whole: bytes, tmp_path: Path
) -> None:
    noise = random.Random(7)
    pages = len(whole) // PAGE
    for page in range(0, pages, max(1, pages // 12)):
        path = tmp_path / f"{page}.focalpoint"
        path.write_bytes(damaged(whole, page, noise))
        target = tmp_path / f"{page}.saved.focalpoint"
        repair(path, target, FORMS)
        workspace = reopened(target)
        workspace.save("r1", [change(KEYS[0], text("جديد"))], LAYLA.id, AT)
        assert workspace.search("r1", "جديد")
        assert len(workspace.fields("r1")) >= COUNT - 10
        assert workspace.questionnaire_data("r1") == FORMS[0]
        workspace.close()


@pytest.mark.parametrize("content", [b"", b"a letter", bytes(PAGE * 3)])
def test_where_there_is_nothing_nothing_is_written(
    tmp_path: Path, content: bytes
) -> None:
    path, target = tmp_path / "no.focalpoint", tmp_path / "saved.focalpoint"
    path.write_bytes(content)
    with pytest.raises(AppError, match=r"repair\.nothing"):
        repair(path, target, FORMS)
    assert list(tmp_path.iterdir()) == [path]


def test_what_only_a_newer_version_knows_is_told_as_lost(
    original: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(original)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    lost = repair(original, tmp_path / "saved.focalpoint", FORMS).lost
    assert [each.code for each in lost] == ["lost.newer"]


def test_repairing_replaces_no_file(original: Path) -> None:
    with pytest.raises(AppError, match=r"file\.exists"):
        repair(original, original, FORMS)


def test_rows_that_share_their_pages_are_given_up() -> None:
    pages = Pages(bytes(4096 * 10))
    for _ in range(40):
        pages.followed(3)
    with pytest.raises(UnreadableError):
        pages.followed(3)


def test_rows_whose_owner_is_lost_are_counted(tmp_path: Path) -> None:
    path, target = tmp_path / "w.focalpoint", tmp_path / "saved.focalpoint"
    workspace = new_workspace(path)
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    workspace.save("r1", [change(KEYS[0], text("نعم"))], LAYLA.id, AT)
    workspace.close()
    with closing(sqlite3.connect(path)) as raw:  # As where its page is lost.
        count = raw.execute("SELECT count(*) FROM contributions").fetchone()[0]
        raw.execute("DELETE FROM replies")
        raw.commit()
    assert count
    lost = {each.code: each.subject for each in repair(path, target, FORMS).lost}
    assert int(lost["lost.loose"]) >= count
    assert rows_of(target, "contributions") == set()
