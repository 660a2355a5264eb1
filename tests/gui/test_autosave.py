"""Saving by itself: soon, at the latest in a second, and never losing a word."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import AnswerState
from focalpoint_app.domain.author import Author
from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui import autosave
from focalpoint_app.gui.autosave import Autosave
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.platform.places import rescue_folder
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import area, text_of
from tests.gui.small_review import DIFFICULTIES, OTHER
from tests.gui.typing import type_text


@dataclass
class Disk:
    """Stands before the desk's ``write`` and fails while it is full."""

    desk: Desk
    error: str = ""
    written: list[str] = field(default_factory=list)

    def write(
        self, question: str, language: str, text: str, directions: tuple[str, ...] = ()
    ) -> None:
        if self.error:
            raise AppError(self.error, path="x", length=2, limit=1)
        Desk.write(self.desk, question, language, text, directions)
        self.written.append(text)


@pytest.fixture
def disk(desk: Desk, monkeypatch: pytest.MonkeyPatch, session: Session) -> Disk:
    disk = Disk(desk)
    monkeypatch.setattr(desk, "write", disk.write)
    return disk


def test_a_pause_of_half_a_second_saves(
    place: QuestionnairePlace, disk: Disk, desk: Desk, qtbot: QtBot
) -> None:
    type_text(area(place, OTHER), "نص")
    assert disk.written == []
    qtbot.waitUntil(lambda: disk.written == ["نص"], timeout=2000)
    assert text_of(desk, OTHER) == "نص"


def test_typing_without_a_pause_is_saved_within_a_second(
    place: QuestionnairePlace, disk: Disk, qtbot: QtBot
) -> None:
    """Counted in letters: a machine that is busy types fewer of them."""
    field_ = area(place, OTHER)
    for _ in range(200):
        type_text(field_, "ن")
        qtbot.wait(20)
        if disk.written:
            break
    (written,) = disk.written
    assert len(written) <= 1000 / 20


def test_leaving_the_field_saves_and_seals(
    place: QuestionnairePlace, disk: Disk, desk: Desk
) -> None:
    field_ = area(place, OTHER)
    type_text(field_, "نص")
    field_.left.emit()
    assert disk.written == ["نص"]
    assert [each.content for each in desk.history(OTHER, "ar")] == [{"text": "نص"}]


def test_a_failed_save_keeps_the_text_in_the_field_and_in_a_file(
    place: QuestionnairePlace, disk: Disk, session: Session, window: Window
) -> None:
    disk.error = "disk.full"
    field_ = area(place, OTHER)
    type_text(field_, "لا يضيع")
    assert not session.autosave.flush()
    assert field_.text() == "لا يضيع"
    (rescued,) = Path(rescue_folder()).glob("*.json")
    assert json.loads(rescued.read_text(encoding="utf-8"))["text"] == "لا يضيع"
    assert rescued.name in window.foot.text


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "RETRY", 100)


@pytest.mark.usefixtures("soon")
def test_a_failed_save_is_tried_again(
    place: QuestionnairePlace, disk: Disk, session: Session, qtbot: QtBot
) -> None:
    disk.error = "disk.full"
    type_text(area(place, OTHER), "لا يضيع")
    session.autosave.flush()
    disk.error = ""
    qtbot.waitUntil(lambda: disk.written == ["لا يضيع"], timeout=5000)
    assert not session.autosave.is_waiting


def test_a_saved_text_needs_no_rescue_file_any_more(
    place: QuestionnairePlace, disk: Disk, session: Session
) -> None:
    disk.error = "disk.full"
    type_text(area(place, OTHER), "نص")
    session.autosave.flush()
    disk.error = ""
    assert session.autosave.flush()
    assert list(Path(rescue_folder()).glob("*.json")) == []


def test_a_refused_text_is_told_and_stays_in_the_field(
    place: QuestionnairePlace, disk: Disk, session: Session, window: Window
) -> None:
    disk.error = "text.too_long"
    field_ = area(place, OTHER)
    type_text(field_, "نص")
    session.autosave.flush()
    assert window.messages.isVisible()
    assert field_.text() == "نص"
    assert not session.autosave.is_waiting


def test_what_waits_behind_a_failed_save_is_put_into_a_file_too(
    place: QuestionnairePlace, disk: Disk, session: Session
) -> None:
    disk.error = "disk.full"
    type_text(area(place, OTHER), "الأول")
    session.autosave.flush()
    type_text(area(place, DIFFICULTIES), "الثاني")
    session.autosave.flush()
    kept = [
        json.loads(each.read_text(encoding="utf-8"))["text"]
        for each in Path(rescue_folder()).glob("*.json")
    ]
    assert sorted(kept) == ["الأول", "الثاني"]


def test_a_verb_does_not_say_saved_while_a_text_is_not(
    place: QuestionnairePlace, disk: Disk, session: Session, window: Window
) -> None:
    disk.error = "disk.full"
    type_text(area(place, OTHER), "لا يضيع")
    session.autosave.flush()
    failure = window.foot.text
    session.act(lambda: session.desk.set_state(OTHER, AnswerState.AGREED), OTHER)
    assert window.foot.text == failure


def test_a_refused_text_is_not_overwritten_nor_called_saved(
    place: QuestionnairePlace, disk: Disk, session: Session, window: Window
) -> None:
    disk.error = "text.too_long"
    field_ = area(place, OTHER)
    type_text(field_, "نص")
    session.autosave.flush()
    session.answered.emit(OTHER)
    assert field_.text() == "نص"
    assert "حُفظت" not in window.foot.text


def test_the_foot_says_when_all_is_saved(
    place: QuestionnairePlace, session: Session, window: Window, qtbot: QtBot
) -> None:
    type_text(area(place, OTHER), "نص")
    assert window.foot.text == session.catalogue("Saving…")
    qtbot.waitUntil(lambda: not session.autosave.is_waiting, timeout=2000)
    assert "حُفظت" in window.foot.text


def test_another_author_seals_what_the_first_one_wrote(
    place: QuestionnairePlace, desk: Desk, session: Session, window: Window
) -> None:
    first = desk.author
    type_text(area(place, OTHER), "للأولى")
    window.foot.author.write_as(Author(desk.new_id(), "عمر"))
    (sealed,) = desk.history(OTHER, "ar")
    assert sealed.author == first.id
    assert desk.author.name == "عمر"


def test_closing_saves_without_a_question(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    type_text(area(place, OTHER), "قبل الإغلاق")
    assert window.close()
    assert text_of(desk, OTHER) == "قبل الإغلاق"


def test_a_verb_writes_waiting_text_first(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    type_text(area(place, OTHER), "أولاً")
    session.act(lambda: desk.skip(OTHER, "سبب"), OTHER)
    step = desk.undoable
    assert step is not None
    assert step.name == "skip"
    assert text_of(desk, OTHER) == "أولاً"


def test_a_field_left_unchanged_writes_nothing(
    place: QuestionnairePlace, disk: Disk
) -> None:
    field_ = area(place, OTHER)
    field_.left.emit()
    assert disk.written == []


def test_autosave_without_anything_waiting_is_at_rest(desk: Desk) -> None:
    autosave = Autosave(desk)
    assert autosave.flush()
    assert not autosave.is_waiting


def test_only_the_field_typed_in_is_asked_for_its_text(
    place: QuestionnairePlace, disk: Disk, session: Session
) -> None:
    control = area(place, OTHER).parent()
    assert isinstance(control, TextInput)
    type_text(control.area("ar"), "أ")
    session.autosave.flush()
    assert disk.written == ["أ"]
