"""The form of a new review: filled, wanting, refused."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.start.new_review import NewReviewForm
from tests.gui.start.beginning import WAIT, Begin
from tests.gui.typing import press_key, type_text

pytestmark = pytest.mark.usefixtures("swept")


def name_field(form: NewReviewForm) -> QLineEdit:
    field = form.author["name"].field
    assert isinstance(field, QLineEdit)
    return field


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", Qt.LayoutDirection.RightToLeft),
        ("en", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_the_form_makes_a_file_and_opens_it(
    begin: Begin,
    qtbot: QtBot,
    tmp_path: Path,
    language: str,
    direction: Qt.LayoutDirection,
) -> None:
    begun = begin(language)
    form = begun.form()
    assert form.layoutDirection() == direction
    form.state.show_state("TUN")
    form.start.line.setText("1/7/2026")
    form.profile.parts["firearms"].tick.setChecked(False)
    form.profile.parts["untoc"].dates["entry_into_force"].line.setText("2003-09-29")
    form.profile.texts["legal_system"].show_text("نظام مدون")
    form.profile.units.show_text("ولاية أولى\n\n ولاية ثانية ")
    form.path.show_path(tmp_path / "تونس")

    with qtbot.waitSignal(begun.page.opened, timeout=WAIT):
        form.make.click()

    (desk,) = begun.desks
    assert desk.path == tmp_path / "تونس.focalpoint"
    assert desk.review.parts == ("untoc", "tip", "som")
    assert desk.review.start == date(2026, 7, 1)
    assert desk.review.languages[0] == language
    assert desk.profile.state == "TUN"
    assert desk.profile.entry_into_force("untoc") == "2003-09-29"
    assert desk.profile.constituent_units == ("ولاية أولى", "ولاية ثانية")
    assert (desk.author.name, desk.author.role) == ("سلمى", "خبيرة")


def test_what_is_missing_is_said_and_nothing_is_made(
    begin: Begin, tmp_path: Path
) -> None:
    begun = begin("en")
    form = begun.form()
    name_field(form).clear()
    form.start.line.setText("soon")
    form.path.show_path(tmp_path / "new")
    form.make.click()
    assert form.notice.mood is Mood.WRONG
    assert form.start.complaint == "Write a date as 2010-01-31."
    assert form.author["name"].complaint == "Write the name."
    assert list(tmp_path.iterdir()) == []
    assert form.focusWidget() is form.state.search  # The first of what is wrong.


def test_a_review_of_no_instrument_is_refused(begin: Begin) -> None:
    form = begin("en").form()
    for part in form.profile.parts.values():
        part.tick.setChecked(False)
    form.make.click()
    assert form.notice.code == "clearance.no_parts"


def test_an_existing_file_is_refused_in_the_form_and_left_as_it_was(
    begin: Begin, qtbot: QtBot, workspace: Path
) -> None:
    begun = begin("en")
    form = begun.form()
    before = workspace.read_bytes()
    form.state.show_state("TUN")
    form.path.show_path(workspace)
    form.make.click()
    qtbot.waitUntil(lambda: form.notice.isVisible(), timeout=WAIT)
    assert form.notice.code == "file.exists"
    assert begun.page.isEnabled()
    assert workspace.read_bytes() == before


def test_a_state_is_found_by_a_part_of_its_name_in_either_language(
    begin: Begin,
) -> None:
    form = begin("ar").form()
    for typed, code in (("الاردن", "JOR"), ("keny", "KEN")):
        form.state.search.clear()
        type_text(form.state.search, typed)
        press_key(form.state.search, Qt.Key.Key_Return)
        assert form.state.code == code


def test_typing_over_a_chosen_state_takes_it_back(begin: Begin) -> None:
    form = begin("en").form()
    form.state.show_state("KEN")
    type_text(form.state.search, "x")
    assert form.state.code == ""


def test_the_file_is_named_after_the_state_until_one_is_chosen(
    begin: Begin, tmp_path: Path
) -> None:
    begun = begin("en")
    form = begun.form()
    form.state.show_state("KEN")
    form.state.chosen.emit("KEN")
    assert form.path.path is not None
    assert form.path.path.name == "Kenya.focalpoint"
    begun.dialogs.path = tmp_path / "mine.focalpoint"
    form.path.button.click()
    form.state.chosen.emit("KEN")
    assert form.path.path == tmp_path / "mine.focalpoint"


def test_going_back_from_the_form_shows_the_ways_again(begin: Begin) -> None:
    begun = begin()
    begun.form().back.click()
    assert begun.page.form is None
    assert begun.page.ways.new.isVisible()
