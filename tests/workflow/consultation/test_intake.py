"""The worker takes replies in without touching the window's desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.workflow.consultation.intake import TakenIn, intake_of, take_in
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, NARRATIVE, QUESTION, REFUGE
from tests.workflow.returned import returned

SECRET = "كلمة سر طويلة"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOCALPOINT_HOME", str(tmp_path / "home"))


def took(
    desk: Desk,
    *files: Path,
    passphrase: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TakenIn:
    shares: list[float] = []
    found = take_in(intake_of(desk), files, passphrase, shares.append, cancelled)
    assert shares == sorted(shares)
    return found


def said(desk: Desk) -> list[str]:
    return [each.question for each in desk.workspace.contributions(desk.review.id)]


def test_good_files_come_in_beside_bad_ones(desk: Desk, tmp_path: Path) -> None:
    good = returned(desk, tmp_path / "a.freply", JUSTICE, {QUESTION: "yes"})
    bad = tmp_path / "b.docx"
    bad.write_bytes(b"nothing of ours")

    found = took(desk, good, bad, tmp_path / "missing.docx")

    outcomes = {path.name: each for path, each in found.outcomes}
    assert outcomes["a.freply"].taken == 1
    refusals = [outcomes[name].refusal for name in ("b.docx", "missing.docx")]
    assert [each.code for each in refusals if each] == [
        "reply.unknown_kind",
        "file.missing",
    ]
    assert said(desk) == [QUESTION]


def test_the_same_file_named_twice_is_read_once(desk: Desk, tmp_path: Path) -> None:
    good = returned(desk, tmp_path / "a.freply", JUSTICE, {QUESTION: "yes"})
    assert len(took(desk, good, good).outcomes) == 1


def test_one_undo_takes_the_whole_import_back(desk: Desk, tmp_path: Path) -> None:
    first = returned(desk, tmp_path / "a.freply", JUSTICE, {QUESTION: "yes"})
    second = returned(desk, tmp_path / "b.freply", REFUGE, {QUESTION: "no"})
    took(desk, first, second)

    desk.undo()

    assert said(desk) == []


def test_a_locked_file_waits_for_its_passphrase_and_holds_up_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    plain = returned(desk, tmp_path / "a.freply", JUSTICE, {QUESTION: "yes"})
    shut = returned(desk, tmp_path / "b.freply", REFUGE, {QUESTION: "no"}, SECRET)

    found = took(desk, plain, shut)
    assert (found.locked, found.is_wrong) == ((shut,), False)
    assert len(said(desk)) == 1

    wrong = took(desk, shut, passphrase="another")
    assert (wrong.locked, wrong.is_wrong) == ((shut,), True)
    assert took(desk, shut, passphrase=SECRET).locked == ()
    assert len(said(desk)) == 2


def test_cancelled_while_reading_it_takes_nothing(desk: Desk, tmp_path: Path) -> None:
    good = returned(desk, tmp_path / "a.freply", JUSTICE, {QUESTION: "yes"})
    assert took(desk, good, cancelled=lambda: True) == TakenIn()
    assert said(desk) == []


def test_typing_after_the_import_is_a_step_of_its_own(
    desk: Desk, tmp_path: Path
) -> None:
    good = returned(desk, tmp_path / "a.freply", JUSTICE, {QUESTION: "yes"})
    desk.write(NARRATIVE, "ar", "قبل")
    took(desk, good)
    desk.write(NARRATIVE, "ar", "قبل وبعد")

    names = [desk.undo() for _ in range(3)]

    assert [each.name for each in names if each] == ["typing", "receive", "typing"]
