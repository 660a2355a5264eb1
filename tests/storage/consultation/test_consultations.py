"""Who is asked, what was sent and what came back: kept, chained, undoable."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import UseKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Addressee
from focalpoint_app.domain.undo import Redone, Undone
from focalpoint_app.storage import Workspace
from tests.storage.consultation_samples import (
    GIVEN,
    IMPORT,
    INSERT,
    JUSTICE,
    NOBODY,
    RECEIPT,
    ROUND,
    SAID,
    SENT,
    USE,
    asked,
    reply,
)
from tests.storage.samples import LAYLA, NARRATIVE, REVIEW, at, change, text

JUDGED = Step("judge-1", "judge", NARRATIVE.question, ())


@pytest.fixture
def received(workspace: Workspace) -> Workspace:
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    return workspace


def undo(workspace: Workspace, step: str, *, redo: bool = False) -> None:
    event = Redone(step) if redo else Undone(step)
    workspace.save(REVIEW.id, (), LAYLA.id, at(9), event)


def test_all_that_was_kept_comes_back_as_it_was(received: Workspace) -> None:
    assert received.stakeholders() == (JUSTICE,)
    assert received.rounds(REVIEW.id) == (ROUND,)
    assert received.requests(REVIEW.id) == (SENT,)
    assert received.receipts(REVIEW.id) == (RECEIPT,)
    assert received.contributions(REVIEW.id) == (GIVEN,)
    assert received.reply_content(RECEIPT.id) == b"PK"
    assert received.verify_chain(REVIEW.id) == ()


def test_a_new_holder_of_an_office_leaves_what_was_sent_as_it_was(
    received: Workspace,
) -> None:
    office = replace(JUSTICE.addressee, holder="رنا العلي")
    received.save_stakeholders((replace(JUSTICE, addressee=office),))

    assert received.stakeholders()[0].addressee == Addressee(
        "مكتب الوزير", "معالي", "رنا العلي"
    )
    assert received.request(SENT.request.id).request.recipient == "معالي سامر الخطيب"


def test_an_anonymous_name_is_nowhere_in_the_file(workspace: Workspace) -> None:
    workspace.save_stakeholders((NOBODY,))
    (kept,) = workspace.stakeholders()
    workspace.close()

    assert kept.name == "A-5E7A00"
    assert NOBODY.name.encode() not in workspace.path.read_bytes()


def test_a_name_once_kept_cannot_become_anonymous(workspace: Workspace) -> None:
    workspace.save_stakeholders((JUSTICE,))

    with pytest.raises(AppError, match=r"stakeholder\.named_before"):
        workspace.save_stakeholders((replace(JUSTICE, is_anonymous=True),))


def test_whoever_was_asked_stays(received: Workspace) -> None:
    with pytest.raises(AppError, match=r"stakeholder\.asked"):
        received.delete_stakeholder(JUSTICE.id)
    received.save_stakeholders((NOBODY,))
    received.delete_stakeholder(NOBODY.id)

    assert received.stakeholders() == (JUSTICE,)


def test_an_import_is_undone_and_done_again_whole(received: Workspace) -> None:
    received.add_reply(reply(2))

    undo(received, IMPORT.id)
    assert received.receipts(REVIEW.id) == ()
    assert received.contributions(REVIEW.id) == ()
    assert received.known_replies(REVIEW.id) == {"reply-1": True, "reply-2": True}

    undo(received, IMPORT.id, redo=True)
    assert len(received.contributions(REVIEW.id)) == 2
    assert received.verify_chain(REVIEW.id) == ()


def test_what_was_undone_stays_so_when_its_step_is_forgotten(
    received: Workspace,
) -> None:
    undo(received, IMPORT.id)
    typed = change(NARRATIVE, text("نص آخر"))
    received.save(REVIEW.id, (typed,), LAYLA.id, at(10), replace(INSERT, id="typing"))

    assert received.receipts(REVIEW.id) == ()
    received.bring_back(REVIEW.id, RECEIPT.id, replace(IMPORT, id="import-2"))
    assert [each.step for each in received.receipts(REVIEW.id)] == ["import-2"]


def test_an_insertion_is_text_revision_and_use_in_one(received: Workspace) -> None:
    (made,) = received.use(INSERT, USE)

    assert received.fields(REVIEW.id)[NARRATIVE] == text(SAID)
    (used,) = received.uses(REVIEW.id, NARRATIVE.question)
    assert (used.kind, used.revisions) == (UseKind.INSERTED, (made.id,))
    assert received.revision_sources(REVIEW.id) == {made.id: [GIVEN.id]}
    assert received.verify_chain(REVIEW.id) == ()


def test_an_insertion_taken_back_is_no_use(received: Workspace) -> None:
    received.use(INSERT, USE)
    undo(received, INSERT.id)

    assert received.uses(REVIEW.id) == ()


def test_what_stood_there_is_sealed_before(received: Workspace) -> None:
    typed = change(NARRATIVE, text("قبل"))
    received.save(REVIEW.id, (typed,), LAYLA.id, at(2))

    received.use(INSERT, USE)

    history = received.history(REVIEW.id, NARRATIVE)
    assert [each.content for each in history] == [text("قبل"), text(SAID)]


def test_its_standing_may_be_judged_anew_and_no_more(received: Workspace) -> None:
    official = replace(RECEIPT, standing=type(RECEIPT.standing)("official"))
    received.judge(REVIEW.id, (replace(official, seal_seen=True),), JUDGED)

    (told,) = received.receipts(REVIEW.id)
    assert (told.standing, told.seal_seen) == (official.standing, True)
    assert received.contributions(REVIEW.id)[0].standing is official.standing
    assert received.verify_chain(REVIEW.id) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE contributions SET entry = '{}'",
        "DELETE FROM contributions",
        "UPDATE requests SET content = '{}'",
        "DELETE FROM requests",
    ],
)
def test_what_was_sent_and_received_is_never_rewritten(
    received: Workspace, statement: str
) -> None:
    with (
        pytest.raises(DBAPIError, match="immutable"),
        received._database.writing() as connection,
    ):
        connection.execute(sql(statement))


def test_a_word_changed_behind_our_back_breaks_its_receipt(
    received: Workspace,
) -> None:
    received.close()
    with closing(sqlite3.connect(received.path)) as raw:
        raw.execute("DROP TRIGGER contributions_refuse_update")
        raw.execute('UPDATE contributions SET entry = \'{"value":{"ar":"لا"}}\'')
        raw.commit()
    again = Workspace.open(received.path, writing=False)

    problems = {each.code for each in again.verify_chain(REVIEW.id)}
    again.close()
    assert "receipt.changed" in problems


def test_a_file_of_version_2_takes_a_consultation(path: Path) -> None:
    from focalpoint_app.storage.file.migrating import migrate_file
    from focalpoint_app.storage.migrations import UPGRADES
    from tests.storage.file.test_migrating import version_0
    from tests.storage.samples import reopened

    version_0(path)
    migrate_file(path, UPGRADES[:2])
    workspace = reopened(path)
    workspace.save_stakeholders((JUSTICE,))

    assert workspace.stakeholders() == (JUSTICE,)
    workspace.close()
