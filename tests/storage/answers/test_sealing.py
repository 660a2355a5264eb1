"""Sealed revisions, their order, their digests and their chain."""

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.revision import Revision, content_digest, revision_digest
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.answers.history import in_parent_order
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    NARRATIVE,
    OMAR,
    at,
    change,
    new_workspace,
    reopened,
    text,
)

CLEARANCE = Clearance("c1", "r1", 1, ("untoc",), AT, LAYLA.id, b'{"a":1}', "d" * 64)
CONTENTS = st.sampled_from([None, "yes", "no", "part"])


def written(workspace: Workspace, content: Content, minute: int = 0) -> None:
    workspace.save("r1", [change(CHOICE, content)], LAYLA.id, at(minute))


def test_sealing_makes_one_revision_of_what_was_written(workspace: Workspace) -> None:
    written(workspace, "no")
    written(workspace, "yes")
    (made,) = workspace.seal("r1", None, at(5))
    assert (made.content, made.author, made.time) == ("yes", LAYLA.id, at(5))
    assert workspace.history("r1", CHOICE) == (made,)
    assert workspace.revision(made.id) == made


def test_a_revision_names_whoever_wrote_it(workspace: Workspace) -> None:
    workspace.save("r1", [change(CHOICE, "yes")], OMAR.id, AT)
    (made,) = workspace.seal("r1", None, at(5))
    assert made.author == OMAR.id


def test_sealing_again_makes_nothing(workspace: Workspace) -> None:
    written(workspace, "yes")
    workspace.seal("r1", None, AT)
    assert workspace.seal("r1", None, AT) == ()


def test_with_nothing_to_seal_nobody_is_kept_waiting(workspace: Workspace) -> None:
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    with closing(dbapi2.connect(str(workspace.path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # A seal that wrote would find it busy.
        assert workspace.seal("r1", None, AT) == ()
        assert workspace.seal("r1", [CHOICE], AT) == ()


def test_writing_back_what_the_head_says_makes_nothing(workspace: Workspace) -> None:
    written(workspace, "yes")
    workspace.seal("r1", None, AT)
    written(workspace, "no")
    written(workspace, "yes")
    assert workspace.seal("r1", None, AT) == ()


def test_a_field_cleared_before_it_was_ever_sealed_leaves_nothing(
    workspace: Workspace,
) -> None:
    written(workspace, "yes")
    written(workspace, None)
    assert workspace.seal("r1", None, AT) == ()


def test_only_the_named_fields_are_sealed(workspace: Workspace) -> None:
    changes = [change(CHOICE, "yes"), change(NARRATIVE, text("نص"))]
    workspace.save("r1", changes, LAYLA.id, AT)
    (made,) = workspace.seal("r1", [CHOICE], AT)
    assert made.key == CHOICE
    (rest,) = workspace.seal("r1", None, AT)
    assert rest.key == NARRATIVE


def test_digests_are_those_of_the_domain(workspace: Workspace) -> None:
    written(workspace, "yes")
    (first,) = workspace.seal("r1", None, AT)
    written(workspace, "no")
    (second,) = workspace.seal("r1", None, AT)
    assert second.parents == (first.id,)
    assert second.content_digest == content_digest(second.salt, "no")
    signed = (LAYLA.id, AT, second.content_digest)
    assert second.digest == revision_digest(second.id, CHOICE, (first.digest,), signed)


@settings(max_examples=15)
@given(st.lists(st.tuples(CONTENTS, st.booleans()), max_size=12))
def test_history_is_every_sealed_difference_in_order(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[Content, bool]]
) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("law") / "w.focalpoint")
    expected: list[Content] = []
    # The clock runs backwards: order must come from parents.
    for minute, (content, sealed) in enumerate(acts):
        written(workspace, content)
        if sealed:
            workspace.seal("r1", None, at(-minute))
            last = expected[-1] if expected else None
            expected += [content] if content != last else []
    found = workspace.history("r1", CHOICE)
    assert [each.content for each in found] == expected
    assert workspace.verify_chain("r1") == ()
    heads = {CHOICE: found[-1].digest} if found else {}
    assert workspace.heads("r1") == heads
    workspace.close()


def test_many_fields_are_sealed_over_several_transactions(
    workspace: Workspace,
) -> None:
    keys = [dataclasses.replace(CHOICE, question=f"q{n}") for n in range(95)]
    workspace.save("r1", [change(key, "yes") for key in keys], LAYLA.id, AT)
    assert len(workspace.seal("r1", None, AT)) == 95
    assert set(workspace.heads("r1")) == set(keys)
    assert workspace.verify_chain("r1") == ()


def test_twins_come_before_the_revision_that_joins_them() -> None:
    def revision(name: str, *parents: str) -> Revision:
        return Revision(name, CHOICE, parents, LAYLA.id, AT, "", "yes", "", "")

    found = in_parent_order(
        [revision("join", "a", "z"), revision("z", "o"), revision("a", "o"),
         revision("o")]
    )  # fmt: skip
    assert [each.id for each in found] == ["o", "a", "z", "join"]


def test_an_unknown_revision_is_said_so(workspace: Workspace) -> None:
    with pytest.raises(AppError) as caught:
        workspace.revision("nowhere")
    assert caught.value.code == "revision.unknown"


def test_clearances_come_back_byte_for_byte_and_enter_the_chain(
    workspace: Workspace,
) -> None:
    clearance = dataclasses.replace(CLEARANCE, digest=sha256_hex(CLEARANCE.content))
    workspace.add_clearance(clearance)
    assert workspace.clearances("r1") == (clearance,)
    assert workspace.verify_chain("r1") == ()


@pytest.fixture
def sealed(path: Path) -> Path:
    """Two revisions of one field and a clearance, at rest."""
    workspace = new_workspace(path)
    for content in ("yes", "no"):
        written(workspace, content)
        workspace.seal("r1", None, AT)
    digest = sha256_hex(CLEARANCE.content)
    workspace.add_clearance(dataclasses.replace(CLEARANCE, digest=digest))
    workspace.close()
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revisions SET content = '\"x\"'",
        "UPDATE revisions SET is_expunged = 1, content = NULL, salt = ''",
        "UPDATE revisions SET is_expunged = 1, content = NULL, salt = '', author = 'b'",
        "DELETE FROM revisions",
        "UPDATE revision_parents SET parent = 'x'",
        "DELETE FROM revision_parents",
        "UPDATE chain SET digest = 'x'",
        "DELETE FROM chain",
        "UPDATE clearances SET content = x'00'",
        "DELETE FROM clearances",
    ],
)
def test_sealed_rows_refuse_to_change(sealed: Path, statement: str) -> None:
    with (
        closing(sqlite3.connect(sealed)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="immutable"),
    ):
        raw.execute(statement)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE revisions SET content = '\"x\"'", "content.changed"),
        ("UPDATE revisions SET author = 'a-omar'", "revision.changed"),
        ("UPDATE revisions SET digest = 'x'", "chain.broken"),
        ("DELETE FROM revision_parents", "revision.changed"),
        ("DELETE FROM chain WHERE seq = 1", "chain.gap"),
        ("DELETE FROM chain WHERE seq = 3", "chain.unlogged"),
        ("UPDATE chain SET subject = 'x' WHERE seq = 2", "chain.broken"),
        ("UPDATE clearances SET content = x'00'", "clearance.changed"),
        ("DELETE FROM clearances", "chain.missing"),
    ],
)
def test_a_changed_past_shows(sealed: Path, statement: str, code: str) -> None:
    with closing(dbapi2.connect(str(sealed))) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(statement)
        raw.commit()
    workspace = reopened(sealed, writing=False)
    assert code in {problem.code for problem in workspace.verify_chain("r1")}
    workspace.close()


def test_histories_are_those_of_each_row_of_one_question(workspace: Workspace) -> None:
    first = FieldKey("q.table", Field.ROW, item="1")
    second, other = (
        dataclasses.replace(first, item="2"),
        dataclasses.replace(first, question="q.other"),
    )
    for content in ({"cells": {"a": "1"}}, None):
        changes = [change(key, content) for key in (first, second, other)]
        workspace.save("r1", changes, LAYLA.id, AT)
        workspace.seal("r1", None, AT)
    found = workspace.histories("r1", "q.table", Field.ROW)
    assert set(found) == {first, second}
    assert found[first] == workspace.history("r1", first)
    assert [each.content for each in found[second]] == [{"cells": {"a": "1"}}, None]
