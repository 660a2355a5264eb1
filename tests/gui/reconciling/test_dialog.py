"""Two coordinators' copies brought together in the window."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.overview.place import OverviewPlace
from focalpoint_app.gui.reconciling.dialog import ReconcilingDialog
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.reconciling import Outcome
from tests.gui.refusing import gone
from tests.gui.small_review import MAIN as QUESTION
from tests.gui.small_review import NARRATIVE

TEXT = "الأولى باقية. الثانية باقية. الثالثة باقية."


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Path:
    """As a synchronised folder leaves it, before either side changes anything."""
    desk.choose(QUESTION, "yes")
    desk.write(NARRATIVE, "ar", TEXT)
    desk.seal()
    target = desk.path.with_name(f"{desk.path.stem} (conflicted copy).focalpoint")
    desk.workspace.backup(target)
    return target


def in_copy(copy: Path, choice: str, text: str) -> None:
    with closing(open_review(copy)) as other:
        other.choose(QUESTION, choice)
        other.write(NARRATIVE, "ar", text)


def taken_in(qtbot: QtBot, window: Window, copy: Path) -> ReconcilingDialog:
    window.reconcile(copy)
    (dialog,) = window.findChildren(ReconcilingDialog)
    qtbot.waitUntil(lambda: bool(dialog.notice.text), timeout=20_000)
    return dialog


def test_what_one_side_changed_simply_comes(
    qtbot: QtBot, window: Window, desk: Desk, copy: Path
) -> None:
    in_copy(copy, "no", TEXT.replace("الثانية", "2"))
    dialog = taken_in(qtbot, window, copy)

    assert dialog.notice.mood is Mood.DONE
    assert dialog.cards == []
    assert desk.answer(QUESTION).choices == ("no",)
    desk.undo()
    assert desk.answer(QUESTION).choices == ("yes",)


@pytest.mark.parametrize("choice", ["part", "no"])
def test_a_conflict_is_settled_with_a_button(
    qtbot: QtBot, window: Window, desk: Desk, copy: Path, choice: str
) -> None:
    in_copy(copy, "no", TEXT)
    desk.choose(QUESTION, "part")
    dialog = taken_in(qtbot, window, copy)

    before = dialog.notice.mood
    (card,) = dialog.cards
    assert desk.answer(QUESTION).choices == ("part",)
    card.buttons[choice == "no"].click()

    assert dialog.cards == []
    assert (before, dialog.notice.mood) == (Mood.CARE, Mood.DONE)
    assert desk.answer(QUESTION).choices == (choice,)
    assert desk.workspace.cards(desk.review.id) == ()


def test_two_texts_can_be_taken_together(
    qtbot: QtBot, window: Window, desk: Desk, copy: Path
) -> None:
    in_copy(copy, "yes", TEXT.replace("الثانية باقية", "الثانية قديمة"))
    desk.write(NARRATIVE, "ar", TEXT.replace("الثانية باقية", "الثانية جديدة"))
    dialog = taken_in(qtbot, window, copy)

    (card,) = dialog.cards
    *_, together = card.buttons
    together.click()

    said = str(getattr(desk.answer(NARRATIVE).value, "texts", {}).get("ar"))
    assert "قديمة" in said
    assert "جديدة" in said


def test_another_file_is_refused_in_words(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    other = tmp_path / "junk.focalpoint"
    other.write_bytes(b"nothing of ours")
    dialog = taken_in(qtbot, window, other)

    assert dialog.notice.code == "workspace.foreign"
    assert dialog.choose.isEnabled()


def test_a_copy_beside_the_file_is_offered(
    qtbot: QtBot, window: Window, copy: Path
) -> None:
    session = window.session
    assert session is not None
    window.copies_bar.offer(session)

    assert not window.copies_bar.isVisible()  # The worker opens it first.
    qtbot.waitUntil(window.copies_bar.isVisible)
    assert copy.name in window.copies_bar.words.text()
    window.copies_bar.other.click()
    assert not window.copies_bar.isVisible()


def test_without_a_copy_nothing_is_offered(window: Window) -> None:
    assert not window.copies_bar.isVisible()


def test_the_overview_leads_to_what_is_left_to_settle(
    qtbot: QtBot, window: Window, desk: Desk, copy: Path
) -> None:
    in_copy(copy, "no", TEXT)
    desk.choose(QUESTION, "part")
    taken_in(qtbot, window, copy).accept()
    window.show_place("overview")
    place = window.place("overview")
    assert isinstance(place, OverviewPlace)

    assert place.copies.words.isVisibleTo(place)
    place.copies.open_button.click()
    dialog = window.findChildren(ReconcilingDialog)[-1]
    assert len(dialog.cards) == 1


def test_what_could_not_be_listed_for_undoing_is_told_and_shown(
    qtbot: QtBot,
    window: Window,
    desk: Desk,
    copy: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_copy(copy, "no", TEXT)
    window.reconcile()
    (dialog,) = window.findChildren(ReconcilingDialog)
    came: list[Outcome] = []
    finish = dialog._show_outcome
    monkeypatch.setattr(dialog, "_show_outcome", came.append)
    dialog.take_in(copy)
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    with gone(desk):
        finish(came[0])
    assert dialog.notice.mood is Mood.WRONG
    assert desk.answer(QUESTION).choices == ("no",)


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_it_does_not_close_while_copies_become_one(
    qtbot: QtBot, window: Window, copy: Path, way: str
) -> None:
    window.reconcile(copy)
    (dialog,) = window.findChildren(ReconcilingDialog)
    assert dialog.bar.is_busy
    if way == "escape":
        dialog.reject()
    else:
        dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: bool(dialog.notice.text), timeout=20_000)
    dialog.close()
    assert not dialog.isVisible()
