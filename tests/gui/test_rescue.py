"""Texts that could not be saved are offered when the review is opened again."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.autosave import Typed
from focalpoint_app.gui.rescue import keep, rescue_file, rescued, unread
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.rescue_bar import RescueBar
from focalpoint_app.gui.window import Window
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import NARRATIVE, OTHER

LOST = "نص لم يُحفظ"


def text_of(desk: Desk, question: str) -> str:
    value = desk.answer(question).value
    return value.texts.get("ar", "") if isinstance(value, TextValue) else ""


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], RescueBar]]:
    """Opens the review as the next start does; the bar that may ask."""
    prepared([], "light")
    program = Program(Settings(language="ar", scheme="light"))

    def start() -> RescueBar:
        program.window.show()
        program.show_desk(desk)
        qtbot.waitExposed(program.window)
        return program.window.rescue_bar

    yield start
    program.desk = None  # closed by its own fixture
    program.end()


def test_nothing_is_asked_where_all_was_saved(opened: Callable[[], RescueBar]) -> None:
    assert opened().isHidden()


def test_a_text_that_was_not_saved_is_offered(
    desk: Desk, opened: Callable[[], RescueBar]
) -> None:
    keep(desk, OTHER, "ar", LOST, ())
    bar = opened()
    assert bar.isVisible()
    assert "نص واحد" in bar.words.text()
    assert text_of(desk, OTHER) == ""


def test_restoring_writes_the_text_and_removes_the_file(
    desk: Desk, opened: Callable[[], RescueBar]
) -> None:
    desk.write(OTHER, "ar", "ما كُتب قبله")
    keep(desk, OTHER, "ar", LOST, ("ltr",))
    bar = opened()
    bar.likely.click()
    value = desk.answer(OTHER).value
    assert isinstance(value, TextValue)
    assert (value.texts["ar"], value.directions["ar"]) == (LOST, ("ltr",))
    assert len(desk.history(OTHER, "ar")) == 2
    assert bar.isHidden()
    assert not rescue_file(desk, OTHER, "ar").exists()


def test_discarding_removes_the_file_and_nothing_else(
    desk: Desk, opened: Callable[[], RescueBar]
) -> None:
    desk.write(OTHER, "ar", "ما كُتب قبله")
    keep(desk, OTHER, "ar", LOST, ())
    bar = opened()
    bar.other.click()
    assert text_of(desk, OTHER) == "ما كُتب قبله"
    assert bar.isHidden()
    assert not rescue_file(desk, OTHER, "ar").exists()


def test_a_text_that_is_still_refused_stays_offered(
    desk: Desk, opened: Callable[[], RescueBar]
) -> None:
    keep(desk, OTHER, "ar", "x" * 6_000_000, ())
    keep(desk, NARRATIVE, "ar", LOST, ())
    bar = opened()
    bar.likely.click()
    assert bar.isVisible()
    assert rescue_file(desk, OTHER, "ar").exists()
    assert not rescue_file(desk, NARRATIVE, "ar").exists()


def test_a_text_the_review_holds_already_is_not_offered(desk: Desk) -> None:
    desk.write(OTHER, "ar", LOST)
    path = keep(desk, OTHER, "ar", LOST, ())
    assert rescued(desk) == ()
    assert path is not None
    assert not path.exists()


def cannot_be_deleted(path: Path) -> None:
    """As where another program has it open on Windows: it cannot be read either."""
    path.unlink()
    (path / "held").mkdir(parents=True)


@pytest.mark.parametrize("answer", ["likely", "other"])
def test_a_file_that_cannot_be_deleted_is_told_and_left(
    desk: Desk, opened: Callable[[], RescueBar], answer: str
) -> None:
    path = keep(desk, OTHER, "ar", LOST, ())
    assert path is not None
    bar = opened()
    cannot_be_deleted(path)
    getattr(bar, answer).click()
    assert bar.isHidden()
    assert text_of(desk, OTHER) == (LOST if answer == "likely" else "")
    window = bar.window()
    assert isinstance(window, Window)
    assert str(path) in without_isolates(window.messages.text)
    assert rescued(desk) == ()  # At the next start, while it is still held.
    assert [(e.code, e.context["path"]) for e in unread(desk)] == [
        ("rescue.unread", str(path))
    ]


def test_a_saved_text_whose_rescue_stays_is_saved_all_the_same(
    desk: Desk, session: Session
) -> None:
    told: list[str] = []
    session.failed.connect(lambda error: told.append(error.code))
    autosave = session.autosave
    autosave.touch(OTHER, "ar", lambda: Typed("x" * 6_000_000))
    autosave.flush()
    cannot_be_deleted(rescue_file(desk, OTHER, "ar"))
    autosave.touch(OTHER, "ar", lambda: Typed(LOST))
    assert autosave.flush()
    autosave.touch(OTHER, "ar", lambda: Typed(LOST))
    assert autosave.flush()  # Told once.
    assert (text_of(desk, OTHER), told) == (LOST, ["rescue.stays"])


def test_texts_of_other_reviews_and_broken_files_are_left_alone(desk: Desk) -> None:
    path = keep(desk, OTHER, "ar", LOST, ())
    assert path is not None
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**kept, "review": "another"}), encoding="utf-8")
    broken = path.with_name("broken.json")
    broken.write_text('{"review": ', encoding="utf-8")
    listed = path.with_name("list.json")
    listed.write_text("[]", encoding="utf-8")
    assert rescued(desk) == ()
    assert all(Path(each).exists() for each in (path, broken, listed))


def test_a_rescue_that_fails_leaves_the_one_before_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(desk, OTHER, "ar", LOST, ())
    assert path is not None

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    assert keep(desk, OTHER, "ar", "أطول من ذي قبل", ()) is None
    assert json.loads(path.read_text(encoding="utf-8"))["text"] == LOST
    assert list(path.parent.iterdir()) == [path]


def test_a_review_with_a_long_name_can_be_rescued_too(desk: Desk) -> None:
    desk.workspace.path = desk.path.with_name("م" * 120 + ".focalpoint")
    assert keep(desk, OTHER, "ar", LOST, ()) is not None


def test_what_a_killed_window_had_begun_to_keep_goes_at_the_next_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(Exception):
        """As by the system: nothing of ours runs after it."""

    def killed(_descriptor: int) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", killed)
        with pytest.raises(KilledError):
            keep(desk, OTHER, "ar", LOST, ())
    folder = rescue_file(desk, OTHER, "ar").parent
    (begun,) = folder.iterdir()
    assert LOST.encode("unicode-escape").decode() in begun.read_text()
    another = begun.with_name(begun.name.replace(desk.review.id[:8], "anothers"))
    another.write_text("of a window that is at it", encoding="utf-8")
    assert rescued(desk) == ()
    assert list(folder.iterdir()) == [another]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_kept_text_is_for_its_owner_alone(desk: Desk) -> None:
    path = keep(desk, OTHER, "ar", LOST, ())
    assert path is not None
    assert path.stat().st_mode & 0o077 == 0
