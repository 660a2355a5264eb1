"""Not words alone are sealed: whose they were, when they came, in which file."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.canonical import canonical_json, sha256_hex, utc_text
from focalpoint_app.storage.file.header import read_header
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.repair.doctoring import examine
from tests.storage.consultation_samples import (
    IMPORT,
    INSERT,
    JUSTICE,
    USE,
    asked,
    reply,
)
from tests.storage.samples import AT, CHOICE, LAYLA, change, new_workspace, reopened
from tests.storage.test_evidences import clearance

GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
CLEARED = canonical_json({"time": utc_text(clearance(1).time), "parts": ["untoc"]})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reply that was used, an answer that was changed, a clearance."""
    path = tmp_path_factory.mktemp("made") / "made.focalpoint"
    workspace = new_workspace(path)
    asked(workspace)
    workspace.save_stakeholders((replace(JUSTICE, id="s-other", name="غيرها"),))
    workspace.add_reply(reply(), IMPORT)
    workspace.use(INSERT, replace(USE, contribution=f"reply-1/{INSERT.question}"))
    for content in ("yes", "no"):
        workspace.save("r1", [change(CHOICE, content)], LAYLA.id, AT)
        workspace.seal("r1", None, AT)
    workspace.add_clearance(clearance(1, CLEARED))
    workspace.close()
    return path


def altered(made: Path, path: Path, statement: str) -> set[str]:
    """What is told of it then, its guards being back."""
    shutil.copy(made, path)
    with closing(dbapi2.connect(str(path))) as raw:
        guards = raw.execute(GUARDS).fetchall()
        for name, _ in guards:
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.execute(statement)
        for _, sql in guards:
            raw.execute(sql)
        raw.commit()
    return {each.code for each in examine(path).problems}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("SELECT 1", ""),
        ("UPDATE replies SET stakeholder = 's-other'", "receipt.changed"),
        ("UPDATE replies SET request = ''", "receipt.changed"),
        ("UPDATE replies SET carrier = 'letter'", "receipt.changed"),
        ("UPDATE replies SET author = 'a-omar'", "receipt.changed"),
        ("UPDATE replies SET time = '2020' || substr(time, 5)", "receipt.changed"),
        ("UPDATE replies SET content = x'00'", "receipt.changed"),
        ("UPDATE replies SET content = 'text'", "receipt.changed"),
        ("UPDATE replies SET content = NULL", "receipt.changed"),
        ("DELETE FROM use_revisions", "use.changed"),
        ("UPDATE clearances SET time = '2020' || substr(time, 5)", "clearance.changed"),
        ("UPDATE clearances SET parts = '[\"tip\"]'", "clearance.changed"),
        ("UPDATE clearances SET parts = 'x'", "clearance.changed"),
        ("DELETE FROM fields WHERE question = 'untoc.5.1'", "field.missing"),
        ("UPDATE fields SET base = NULL WHERE question = 'untoc.5.1'",
         "field.no_revision"),
        ("UPDATE fields SET content = '\"yes\"', base = (SELECT id FROM revisions"
         " WHERE content = '\"yes\"') WHERE question = 'untoc.5.1'",
         "field.unlike_sealed"),
        ("UPDATE fields SET question = 'untoc.6' WHERE question = 'untoc.5.1'",
         "field.unlike_sealed"),
    ],
)  # fmt: skip
def test_what_was_altered_is_told(
    made: Path, path: Path, statement: str, code: str
) -> None:
    told = altered(made, path, statement)
    assert code in told if code else not told


def test_no_text_passes_for_a_file_that_was_never_kept(
    closed: Path, tmp_path: Path
) -> None:
    with closing(reopened(closed)) as workspace:
        asked(workspace)
        workspace.add_reply(reply(content=None), IMPORT)
    told = altered(closed, tmp_path / "altered", "UPDATE replies SET content = 'text'")
    assert told == {"receipt.changed"}


def test_what_was_sealed_before_as_words_alone_is_told_as_ever(
    made: Path, path: Path
) -> None:
    """Files of earlier versions; none is sealed anew."""
    shutil.copy(made, path)
    with closing(dbapi2.connect(str(path))) as raw:
        (salt, digest, entry, traces, question), = raw.execute(
            "SELECT salt, digest, entry, traces, c.question FROM replies r"
            " JOIN contributions c ON c.reply = r.id"
        ).fetchall()  # fmt: skip
        words = [salt, "reply-1", digest, question, f"{entry}{traces}"]
        former = sha256_hex(canonical_json(words))
        for name, _ in raw.execute(GUARDS).fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.execute("UPDATE replies SET sealed = ?", (former,))
        _chain_anew(raw, former)
        raw.commit()
    told = {each.code for each in examine(path).problems}
    assert told == {"schema.differs"}  # The guards are gone.


def _chain_anew(raw: dbapi2.Connection, digest: str) -> None:
    previous = chain.START
    for row in raw.execute("SELECT * FROM chain ORDER BY seq").fetchall():
        review, seq, kind, subject, said = row[:5]
        said = digest if kind == chain.Kind.RECEIPT else said
        link = chain.Link(seq, kind, subject, said, previous, "")
        raw.execute("DELETE FROM chain WHERE seq = ?", (seq,))
        raw.execute(
            "INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?, ?)",
            (review, seq, kind, subject, said, previous, link.expected_hash),
        )
        previous = link.expected_hash


def test_a_program_of_before_that_would_call_such_seals_changed_is_kept_out(
    made: Path, tmp_path: Path
) -> None:
    before = tmp_path / "before.focalpoint"
    shutil.copy(made, before)
    with closing(dbapi2.connect(str(before))) as raw:
        raw.execute("PRAGMA user_version = 11")
    reopened(before).close()
    for path in (made, before):
        assert read_header(path).version > 11
        assert examine(path).is_healthy
