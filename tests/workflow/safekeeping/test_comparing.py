"""All that a backup would change is told; where nothing is told, nothing differs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Withdrawal
from focalpoint_app.domain.difference import Difference, Fate, Subject
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.reminder import Reminder
from focalpoint_app.domain.reminder import Step as ReminderStep
from focalpoint_app.storage import Workspace
from focalpoint_app.workflow.safekeeping.comparing import differences
from tests.storage.consultation_samples import (
    IMPORT,
    JUSTICE,
    REQUEST,
    ROUND,
    asked,
    reply,
)
from tests.storage.samples import (
    AT,
    CHOICE,
    LAW,
    LAYLA,
    PROFILE,
    change,
    new_workspace,
    reopened,
)

Act = Callable[[Workspace], object]
WITHDRAWN = Withdrawal("w-1", "r1", REQUEST.id, "خطأ", AT, LAYLA.id, "w")
REMINDED = Reminder("m-1", "r1", REQUEST.id, next(iter(ReminderStep)), AT, LAYLA.id)
MEETING = Paper("p-1", "r1", PaperKind.MEETING, "اجتماع", {}, LAYLA.id, AT)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    with closing(new_workspace(path)) as workspace:
        asked(workspace)
        workspace.add_reply(reply(1), IMPORT)
    return path


def compared(made_once: Path, folder: Path, act: Act) -> tuple[Difference, ...]:
    path = folder / "present.focalpoint"
    shutil.copy(made_once, path)
    with closing(reopened(path)) as present:
        act(present)
        with closing(reopened(made_once, writing=False)) as backup:
            return differences(present, backup)


def test_two_alike_differ_in_nothing(made_once: Path, tmp_path: Path) -> None:
    assert compared(made_once, tmp_path, lambda _present: None) == ()


@pytest.mark.parametrize(
    ("act", "fate", "subject"),
    [
        (lambda w: w.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT),
         Fate.GONE, Subject.ANSWER),
        (lambda w: w.save_source(LAW), Fate.GONE, Subject.SOURCE),
        (lambda w: w.add_note("r1", Note("n", CHOICE.question, LAYLA.id, AT, "ن")),
         Fate.GONE, Subject.NOTE),
        (lambda w: w.save_profile(replace(PROFILE, gazette="الوقائع")),
         Fate.OTHER, Subject.PROFILE),
        (lambda w: w.save_letterhead(Letterhead(("وزارة العدل",))),
         Fate.OTHER, Subject.PAPER),
        (lambda w: w.save_marking("سري"), Fate.OTHER, Subject.PAPER),
        (lambda w: w.save_stakeholders((replace(JUSTICE, id="s-2", name="النيابة"),)),
         Fate.GONE, Subject.INSTITUTION),
        (lambda w: w.save_round(replace(ROUND, due="2027-01-01")),
         Fate.OTHER, Subject.ROUND),
        (lambda w: w.withdraw(WITHDRAWN, Step("w", "withdraw", "q", ())),
         Fate.OTHER, Subject.RECORD),
        (lambda w: w.add_reminder(REMINDED), Fate.OTHER, Subject.RECORD),
        (lambda w: w.keep_paper(MEETING, b"minutes"), Fate.OTHER, Subject.RECORD),
        (lambda w: w.keep_signers([("reply-1", "ab")]), Fate.OTHER, Subject.RECORD),
    ],
)  # fmt: skip
def test_one_change_is_told_as_what_it_is(
    made_once: Path, tmp_path: Path, act: Act, fate: Fate, subject: Subject
) -> None:
    (found,) = compared(made_once, tmp_path, act)
    assert (found.fate, found.subject) == (fate, subject)


def test_a_second_reply_in_a_file_of_the_same_name_is_told(
    made_once: Path, tmp_path: Path
) -> None:
    found = compared(made_once, tmp_path, lambda w: w.add_reply(reply(2)))
    assert (Fate.GONE, Subject.REPLY) in {(each.fate, each.subject) for each in found}
