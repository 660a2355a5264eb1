"""What was expunged is nowhere in the file's bytes; a mark and a whole chain stay."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.act import ActKind
from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Withdrawal
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import MARK, passage_of
from focalpoint_app.domain.undo import Redone, Undone
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.repair.doctoring import examine
from tests.storage.consultation_samples import (
    GIVEN,
    IMPORT,
    RECEIPT,
    REQUEST,
    USE,
    asked,
    reply,
)
from tests.storage.expunging.witnesses import (
    ALL,
    DECIDED,
    NAME,
    ROW,
    SCOPE,
    expunged,
    held_in,
)
from tests.storage.repair.test_doctoring import NO_GUARDS
from tests.storage.samples import (
    CHOICE,
    LAYLA,
    NARRATIVE,
    at,
    change,
    new_workspace,
    reopened,
    text,
)


def test_the_bytes_of_file_and_log_hold_it_nowhere(told: Workspace) -> None:
    path = told.path
    assert path.with_name(path.name + "-wal").name in held_in(path)
    expunged(told, ALL)
    assert held_in(path) == []
    told.save("r1", [change(CHOICE, "no")], LAYLA.id, at(61))
    told.close()
    assert held_in(path) == []


def test_a_mark_stands_in_its_place_and_the_rest_stays(told: Workspace) -> None:
    expunged(told)
    fields = told.fields("r1")
    assert fields[NARRATIVE] == text(f"أدلى {MARK} بشهادته في القضية 17. بعد")
    assert fields[ROW] == {"cells": {"a": MARK}}
    assert fields[CHOICE] == "yes"
    (sealed,) = told.history("r1", NARRATIVE)
    assert sealed.expunged
    assert (sealed.content, sealed.salt) == (
        text(f"أدلى {MARK} بشهادته في القضية 17."),
        "",
    )
    (untouched,) = told.history("r1", CHOICE)
    assert not untouched.expunged
    assert told.notes("r1")[0].text == f"اسألوا {MARK}"
    assert told.undo_steps("r1")[0].step.changes[0].after == sealed.content
    told.close()


def test_the_chain_stays_whole_and_tells_who_when_and_why(told: Workspace) -> None:
    act = expunged(told, ALL)
    assert told.verify_chain("r1") == ()
    assert told.acts("r1", ActKind.EXPUNGED) == (act,)
    assert (act.author, act.time, act.details["reason"]) == (
        LAYLA.id,
        at(60),
        ALL.reason,
    )
    assert act.details["places"]["revisions"] == "2"
    told.seal("r1", None, at(62))
    told.close()
    assert examine(told.path).problems == ()


def test_a_cleared_edition_stays_unless_that_is_decided_too(told: Workspace) -> None:
    act = expunged(told)
    assert [each.is_void for each in told.clearances("r1")] == [False, False]
    assert act.details["places"]["clearances_kept"] == ["1"]
    expunged(told, ALL)
    first, second = told.clearances("r1")
    assert (first.is_void, second.is_void) == (True, False)
    assert MARK.encode() in first.content
    assert b"salt" not in first.content
    assert told.verify_chain("r1") == ()
    told.close()


def test_what_a_ministry_sent_goes_only_where_that_is_decided(path: Path) -> None:
    workspace = new_workspace(path)
    asked(workspace)
    workspace.add_reply(reply(content=NAME.encode()), IMPORT)
    scope = Scope("r1", passage_of("المادة 47 المشاركة"))
    assert workspace.places_of(scope).contributions == 1
    with pytest.raises(AppError, match=r"expunge\.not_found"):
        workspace.expunge(scope, DECIDED)
    expunged(workspace, ALL, scope)
    (given,) = workspace.contributions("r1")
    assert given.entry == {"value": {"ar": f"تجرّم {MARK}."}}
    assert given.traces == GIVEN.traces
    with pytest.raises(AppError, match=r"reply\.no_file"):
        workspace.reply_content("reply-1")
    assert workspace.verify_chain("r1") == ()
    workspace.close()
    assert held_in(path) == []


def test_a_second_passage_of_the_same_revision_can_follow(told: Workspace) -> None:
    expunged(told, ALL)
    expunged(told, ALL, Scope("r1", passage_of("القضية 17")))
    (sealed,) = told.history("r1", NARRATIVE)
    assert sealed.content == text(f"أدلى {MARK} بشهادته في {MARK}.")
    assert told.verify_chain("r1") == ()
    told.close()


HARM = [
    ("UPDATE revisions SET content = '{\"text\":\"x\"}' WHERE is_expunged",
     "content.changed"),
    ("UPDATE revisions SET is_expunged = 1 WHERE question = 'untoc.5.1'", None),
    ("UPDATE revisions SET is_expunged = 1, content = '\"no\"', salt = ''"
     " WHERE question = 'untoc.5.1'", "content.changed"),
    ("UPDATE clearances SET content = x'7b7d' WHERE number = 1", "clearance.changed"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "code"), HARM)
def test_expunging_excuses_nothing_but_what_it_did(
    told: Workspace, statement: str, code: str | None
) -> None:
    expunged(told, ALL)
    told.close()
    with closing(dbapi2.connect(str(told.path))) as raw:
        for (drop,) in raw.execute(NO_GUARDS).fetchall():
            raw.execute(drop)
        raw.execute(statement)
        raw.commit()
    codes = {each.code for each in examine(told.path).problems}
    assert (code or "content.changed") in codes


def test_what_a_withdrawal_or_a_judgement_says_is_taken_out_too(path: Path) -> None:
    workspace = new_workspace(path)
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    signed = replace(RECEIPT, respondent=replace(RECEIPT.respondent, name=NAME))
    workspace.judge("r1", (signed,), Step("judge", "judge", "q", ()))
    step = Step("gone", "withdraw", "q", ())
    why = Withdrawal("w", "r1", REQUEST.id, f"كتبه {NAME}", at(4), LAYLA.id, step.id)
    workspace.withdraw(why, step)

    workspace.expunge(SCOPE, ALL)

    (gone,) = workspace.withdrawals("r1")
    assert gone.reason == f"كتبه {MARK}"
    assert workspace.receipts("r1")[0].respondent.name == MARK
    assert workspace.verify_chain("r1") == ()
    workspace.save("r1", (), LAYLA.id, at(70), Undone("gone"))
    workspace.save("r1", (), LAYLA.id, at(71), Undone("judge"))
    workspace.save("r1", (), LAYLA.id, at(72), Redone("judge"))
    assert workspace.receipts("r1")[0].respondent.name == MARK
    workspace.close()
    assert NAME.encode() not in path.read_bytes()


def test_a_use_whose_reason_names_it_keeps_its_place(path: Path) -> None:
    workspace = new_workspace(path)
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    step = Step("u", "note", NARRATIVE.question, (change(NARRATIVE, text("قيل")),))
    workspace.use(step, replace(USE, step=step.id, reason=f"كما قال {NAME}"))
    expunged(workspace)
    (used,) = workspace.uses("r1")
    assert used.reason == f"كما قال {MARK}"
    assert workspace.verify_chain("r1") == ()
    workspace.close()
    assert held_in(path) == []


def test_what_a_reader_held_back_is_overwritten_at_the_next_opening(
    told: Workspace,
) -> None:
    reader = reopened(told.path, writing=False)
    with reader._database.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM fields").fetchone()
        _, is_scrubbed = told.expunge(SCOPE, ALL)
        assert not is_scrubbed
    reader.close()
    told.close()
    reopened(told.path).close()
    assert held_in(told.path) == []
    assert examine(told.path).problems == ()


def test_search_finds_what_is_left_and_not_what_went(told: Workspace) -> None:
    assert told.search("r1", "البحتري")
    expunged(told)
    assert told.search("r1", "البحتري") == ()
    assert told.search("r1", "القضية")
    told.close()


def test_two_copies_that_expunged_for_themselves_can_be_joined(
    told: Workspace, tmp_path: Path
) -> None:
    told.seal("r1", None, at(2))
    other = tmp_path / "other.focalpoint"
    told.backup(other)
    expunged(told)
    theirs = reopened(other)
    expunged(theirs, DECIDED, Scope("r1", passage_of("القضية 17")))
    told.join(theirs, "r1", at(70))
    assert len(told.acts("r1", ActKind.EXPUNGED)) == 2
    codes = {each.code for each in told.verify_chain("r1")}
    assert "content.changed" not in codes
    assert codes == set()
    theirs.close()
    told.close()
