"""Valid JSON that is nothing of ours, in any column: the file is called damaged."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.canonical import canonical_json, utc_text
from focalpoint_app.domain.content import Change, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.questionnaire_data import questionnaire_from_data
from focalpoint_app.domain.reminder import Reminder
from focalpoint_app.domain.reminder import Step as ReminderStep
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.domain.undo import Undone
from focalpoint_app.storage.consultation.consultation_tables import metadata
from focalpoint_app.storage.creation import schema_statements
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.types import JsonText
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.safekeeping.reconciling import taken_in
from tests.storage import samples
from tests.storage.consultation_samples import (
    IMPORT,
    LETTER,
    REQUEST,
    USE,
    asked,
    reply,
)
from tests.storage.samples import LAYLA, NARRATIVE, at, reopened
from tests.storage.test_evidences import clearance

DAY = "2026-11-22T09:30:00.000000Z"
BY_HAND = tuple(
    statement.format(day=DAY)
    for statement in (
        "INSERT INTO batches VALUES ('b1', 'r1', 'a-layla', '{day}', NULL, 1)",
        """INSERT INTO staged VALUES ('b1', 'untoc.5.1', 'value', '', '', '"yes"')""",
        "INSERT INTO cards VALUES ('k', 'r1', 'field',"
        """ '["untoc.5.1", "value", "", ""]', '"x"', '"y"', '"z"', '"w"',"""
        " '{day}', 0)",
        "INSERT INTO judgements SELECT 'import-1', 'reply', id,"
        """ '{{"standing": "working"}}', '{{"standing": "official"}}' FROM replies""",
        """INSERT INTO earlier VALUES ('source', 'law-1', 1, '{{"number": "ab"}}')""",
    )
)
"""Rows that come and go with other acts."""

Reader = Callable[[Workspace], object]
ODD: tuple[Any, ...] = (
    1, -3.5, 10**30, True, None, "", "x", "9" * 5000, [], [1], [[]], ["a", 2], {},
    {"a": 1}, {"text": 5}, [{"a": {}}], ["\\ud800"],
)  # fmt: skip
DEEP = "[" * 900 + "]" * 900
OTHERS = (
    ("questionnaires", "content"),
    ("contributions", "entry"),
    ("contributions", "traces"),
    ("meta", "value"),
)
COLUMNS = sorted(
    {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.c
        if isinstance(column.type, JsonText)
    }
    | {*OTHERS}
)
READERS: dict[str, Reader] = {
    "profile": lambda w: w.profile(),
    "reviews": lambda w: w.reviews(),
    "questionnaires": lambda w: questionnaire_from_data(w.questionnaire_data("r1")),
    "sources": lambda w: w.sources(),
    "fields": lambda w: w.fields("r1"),
    "revisions": lambda w: w.history("r1", NARRATIVE),
    "clearances": lambda w: w.clearances("r1"),
    "letterhead": lambda w: w.letterhead(),
    "acts": lambda w: w.acts("r1"),
    "step_changes": lambda w: (w.undo_steps("r1"), w.undoable("r1")),
    "stakeholders": lambda w: w.stakeholders(),
    "rounds": lambda w: w.rounds("r1"),
    "requests": lambda w: (w.requests("r1"), w.request(REQUEST.id)),
    "replies": lambda w: w.receipts("r1"),
    "contributions": lambda w: w.contributions("r1"),
    "cards": lambda w: w.cards("r1"),
    "papers": lambda w: w.papers("r1", PaperKind.LETTER),
    "reminders": lambda w: w.reminders("r1"),
    "meta": lambda w: w.sign_off(),
    "staged": lambda w: w.fields("r1"),
    "judgements": lambda w: w.save("r1", (), LAYLA.id, at(9), Undone(IMPORT.id)),
    "earlier": lambda w: w.save_source(replace(samples.LAW, number="6")),
}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Something of everything."""
    path = tmp_path_factory.mktemp("odd") / "w.focalpoint"
    with closing(samples.new_workspace(path)) as workspace:
        fill(workspace)
    with closing(raw(path)) as opened:
        for statement in BY_HAND:
            opened.execute(statement)
        guard(opened)
    return path


def fill(workspace: Workspace) -> None:
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    workspace.save_source(samples.LAW)
    said = Step("s1", "typing", NARRATIVE.question, (narrated(),))
    workspace.save("r1", said.changes, LAYLA.id, at(1), said)
    workspace.seal("r1", None, at(2))
    workspace.add_use(USE)
    workspace.save_letterhead(Letterhead(("وزارة العدل",)))
    workspace.save_sign_off((SignLine("Minister"),))
    body: dict[str, Any] = {"passages": []}
    for each in PaperKind:
        workspace.save_paper(Paper(each, "r1", each, "n", body, LAYLA.id, at(3)))
    reminder = Reminder(
        "m1", "r1", REQUEST.id, ReminderStep.REQUEST, at(4), LAYLA.id, register=LETTER
    )
    workspace.add_reminder(reminder)
    act = Act("act", "r1", ActKind.SUBMITTED, "c", LAYLA.id, at(5), {"audience": "x"})
    workspace.add_act(act)
    cleared = {"time": utc_text(clearance(1).time), "parts": ["untoc"]}
    workspace.add_clearance(clearance(1, canonical_json(cleared)))


def narrated() -> Change:
    return samples.change(NARRATIVE, samples.text("نص"))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_odd_json_in_a_column_is_damage_and_no_mistake(
    made_once: Path, tmp_path: Path, table: str, column: str
) -> None:
    """Or it is taken as it is, where any content is welcome."""
    path = tmp_path / "w.focalpoint"
    shutil.copy(made_once, path)
    with closing(reopened(path)) as ours, closing(raw(path)) as theirs:
        for said in spoiled(theirs, table, column):
            spoil(theirs, table, column, said)
            assert code_of(READERS[table], ours) in ("", "workspace.damaged"), said


@pytest.mark.parametrize("subject", [["a"], ["untoc.5.1", "no field", "", ""]])
def test_a_conflict_about_no_field_of_ours_is_damage(
    made_once: Path, tmp_path: Path, subject: list[str]
) -> None:
    path = tmp_path / "w.focalpoint"
    shutil.copy(made_once, path)
    with closing(reopened(path)) as ours, closing(raw(path)) as theirs:
        spoil(theirs, "cards", "subject", json.dumps(subject))
        assert code_of(READERS["cards"], ours) == "workspace.damaged"


def test_every_column_is_tried(made_once: Path) -> None:
    with closing(dbapi2.connect(made_once)) as opened:
        assert [each for each in COLUMNS if not count(opened, *each)] == []
    assert {table for table, _ in COLUMNS} == READERS.keys()


def test_where_nothing_is_odd_it_is_sound_and_taken_in(
    made_once: Path, tmp_path: Path
) -> None:
    """Else whoever is asked to take an odd one in would refuse it before reading."""
    other = tmp_path / "o.focalpoint"
    shutil.copy(made_once, other)
    assert examine(made_once).problems == ()
    with closing(reopened(other)) as ours:
        assert code_of(lambda w: taken_in(w, "r1", made_once, at(9)), ours) == ""


@pytest.mark.parametrize(
    "some", [COLUMNS[::6], pytest.param(COLUMNS, marks=pytest.mark.slow)]
)
def test_so_it_is_for_doctor_and_for_whoever_takes_it_in(
    made_once: Path, tmp_path: Path, some: list[tuple[str, str]]
) -> None:
    """Of each column one that is odd at random: no verb breaks."""
    path, other = tmp_path / "w.focalpoint", tmp_path / "o.focalpoint"
    for table, column in some:
        shutil.copy(made_once, path)
        shutil.copy(made_once, other)
        with closing(raw(path)) as theirs:
            spoil(theirs, table, column, next(spoiled(theirs, table, column)))
            guard(theirs)
        assert examine(path)
        with closing(reopened(other)) as ours:
            code_of(lambda w: taken_in(w, "r1", path, at(9)), ours)


def raw(path: Path) -> dbapi2.Connection:
    """Whoever makes a file by hand heeds no guard."""
    opened = dbapi2.connect(path, isolation_level=None)
    opened.execute("PRAGMA synchronous = OFF")
    for (name,) in opened.execute(_GUARDS.format("name")).fetchall():
        opened.execute(f"DROP TRIGGER {name}")
    return opened


def guard(opened: dbapi2.Connection) -> None:
    """As every file of ours is, or it is not even opened."""
    for statement in schema_statements():
        if statement.startswith("CREATE TRIGGER"):
            opened.execute(statement)


_GUARDS = "SELECT {} FROM sqlite_master WHERE type = 'trigger'"


def spoil(opened: dbapi2.Connection, table: str, column: str, said: str) -> None:
    which = " WHERE name = 'sign_off'" if table == "meta" else ""
    opened.execute(f"UPDATE {table} SET {column} = ?{which}", (said,))


def spoiled(opened: dbapi2.Connection, table: str, column: str) -> Iterator[str]:
    """Odd through and through, or somewhere inside."""
    random_ = random.Random(f"{table}.{column}")
    known = opened.execute(
        f"SELECT {column} FROM {table} WHERE {column} LIKE '[%' OR {column} LIKE '{{%'"
    ).fetchone()
    present = json.loads(known[0]) if known else {}
    yield json.dumps(changed(present, random_))
    yield DEEP
    for odd in ODD:
        yield json.dumps(odd)
        yield json.dumps(changed(present, random_))


def changed(said: Any, random_: random.Random) -> Any:
    if not said or not isinstance(said, dict | list) or random_.random() < 0.2:
        return random_.choice(ODD)
    places = list(said) if isinstance(said, dict) else range(len(said))
    place = random_.choice(places)
    if isinstance(said, dict) and random_.random() < 0.3:
        return {name: each for name, each in said.items() if name != place}
    copied = dict(said) if isinstance(said, dict) else list(said)
    copied[place] = changed(said[place], random_)
    return copied


def count(opened: dbapi2.Connection, table: str, column: str) -> int:
    query = f"SELECT count({column}) FROM {table}"
    return int(opened.execute(query).fetchone()[0])


def code_of(reader: Reader, workspace: Workspace) -> str:
    try:
        reader(workspace)
    except AppError as error:
        return error.code
    return ""
