"""The institutions' room: describing, finding, removing, lists, suggestions."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Category, Route
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.consultation.institutions.room import InstitutionsRoom
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.language.isolates import isolate
from focalpoint_app.workflow.consultation.asking import new_round
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.asked import ask
from tests.gui.consultation.institutions import JUSTICE, REFUGE
from tests.gui.files import Answering


@pytest.fixture
def place(desk: Desk, window: Window) -> ConsultationPlace:
    save_stakeholders(desk, JUSTICE, REFUGE)
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    return page


@pytest.fixture
def room(place: ConsultationPlace) -> InstitutionsRoom:
    room = place.room
    assert isinstance(room, InstitutionsRoom)
    return room


def names(desk: Desk) -> set[str]:
    return {each.name for each in desk.workspace.stakeholders()}


def test_an_institution_is_found_by_name_holder_and_category(
    room: InstitutionsRoom,
) -> None:
    assert set(room.shelf.ids) == {JUSTICE.id, REFUGE.id}
    for typed in ("الماوى", "وزاره العدل", "الخطيب"):
        room.shelf.search.setText(typed)
        assert len(room.shelf.ids) == 1
    room.shelf.search.clear()
    room.shelf.filter_by("civil_society")
    assert room.shelf.ids == (REFUGE.id,)


def test_a_rows_tip_keeps_the_office_and_its_holder_apart(
    room: InstitutionsRoom,
) -> None:
    tips = [room.shelf.list.item(row).toolTip() for row in range(2)]
    office, holder = JUSTICE.addressee.office, JUSTICE.addressee.holder
    assert any(isolate(office) in tip and isolate(holder) in tip for tip in tips)


def test_every_field_is_kept_when_it_is_left(
    room: InstitutionsRoom, desk: Desk
) -> None:
    room.look_at(REFUGE.id)
    fields = room.editor.fields
    written = {
        "office": "المديرة",
        "protocol_title": "السيدة",
        "holder": "ليلى",
        "liaison": "نور",
        "telephone": "44",
        "email": "n@example.org",
    }
    for name, text in written.items():
        fields.lines[name].setText(text)
    for name, key in (("category", "academia"), ("route", "direct"),
                      ("audience", "public"), ("marking", "restricted")):  # fmt: skip
        box = fields.boxes[name]
        box.setCurrentIndex(box.findData(key))
    fields.boxes["route"].activated.emit(0)
    (kept,) = [e for e in desk.workspace.stakeholders() if e.id == REFUGE.id]
    assert (kept.addressee.holder, kept.liaison.email) == ("ليلى", "n@example.org")
    assert (kept.category, kept.route) == (Category.ACADEMIA, Route.DIRECT)
    assert (kept.audience, kept.marking) == (Confidentiality.PUBLIC, "restricted")
    assert kept.language == "en"


def test_showing_an_institution_changes_nothing(
    room: InstitutionsRoom, desk: Desk, window: Window
) -> None:
    for each in (JUSTICE, REFUGE):
        room.look_at(each.id)
    window.show_place("overview")
    assert set(desk.workspace.stakeholders()) == {JUSTICE, REFUGE}


def test_the_new_holder_stands_in_the_next_letter(
    room: InstitutionsRoom, desk: Desk
) -> None:
    room.look_at(JUSTICE.id)
    line = room.editor.fields.lines["holder"]
    line.setText("مريم السالم")
    line.editingFinished.emit()
    assert "مريم السالم" in ask(desk, JUSTICE.id).request.recipient


def test_a_new_institution_is_kept_with_its_name_and_not_before(
    room: InstitutionsRoom, desk: Desk
) -> None:
    room.shelf.add.click()
    assert not room.editor.asking.isEnabled()
    room.editor.fields.lines["office"].setText("مكتب")
    room.leave()
    assert len(names(desk)) == 2
    room.editor.fields.lines["name"].setText("النيابة العامة")
    room.editor.fields.lines["name"].editingFinished.emit()
    assert "النيابة العامة" in names(desk)
    assert room.editor.asking.isEnabled()


def test_an_anonymous_contributor_is_kept_as_a_code_only(
    room: InstitutionsRoom, desk: Desk
) -> None:
    room.shelf.add.click()
    room.editor.fields.lines["name"].setText("شاهد سري")
    room.editor.fields.anonymous.click()
    (kept,) = [e for e in desk.workspace.stakeholders() if e.is_anonymous]
    assert kept.name.startswith("A-")
    assert room.editor.fields.lines["name"].text() == kept.name
    assert not room.editor.fields.lines["holder"].isVisible()
    assert not room.editor.fields.anonymous.isEnabled()


def test_a_name_typed_before_the_tick_is_kept_nowhere(
    room: InstitutionsRoom, desk: Desk
) -> None:
    """The mouse takes the focus from the name before it ticks the box."""
    secret, fields = "سرّ زهراء المنصوري", room.editor.fields
    room.shelf.add.click()
    fields.lines["name"].setFocus()
    QTest.keyClick(fields.lines["name"], Qt.Key.Key_A)
    fields.lines["name"].setText(secret)
    tick = QPoint(fields.anonymous.width() - 15, fields.anonymous.height() // 2)
    QTest.mouseClick(fields.anonymous, Qt.MouseButton.LeftButton, pos=tick)
    assert [e.name[:2] for e in desk.workspace.stakeholders() if e.is_anonymous]
    for file in desk.path.parent.glob(f"{desk.path.name}*"):
        assert secret.encode() not in file.read_bytes()


def test_a_named_institution_cannot_become_anonymous(room: InstitutionsRoom) -> None:
    room.look_at(JUSTICE.id)
    assert not room.editor.fields.anonymous.isEnabled()


def test_a_removed_institution_comes_back_whole(
    room: InstitutionsRoom, desk: Desk
) -> None:
    room.look_at(JUSTICE.id)
    room.editor.delete.click()
    assert desk.workspace.stakeholders() == (REFUGE,)
    room.shelf.told.undo.click()
    assert set(desk.workspace.stakeholders()) == {JUSTICE, REFUGE}
    assert set(room.shelf.ids) == {JUSTICE.id, REFUGE.id}


def test_who_was_asked_stays_and_it_is_said_why(
    room: InstitutionsRoom, desk: Desk
) -> None:
    ask(desk, JUSTICE.id)
    room.look_at(JUSTICE.id)
    room.editor.delete.click()
    assert room.editor.notice.code == "stakeholder.asked"
    assert JUSTICE in desk.workspace.stakeholders()
    assert room.editor.facts.facts[0][1] == "1"


def test_a_list_is_taken_in_and_taken_back(
    room: InstitutionsRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    rows = "Institution;Category;Women\nCustoms;Government;4\n"
    path.write_text(rows, encoding="utf-8")
    room.take(path)
    qtbot.waitUntil(lambda: "Customs" in names(desk))
    assert "Women" in room.shelf.told.text  # There is no such column.
    qtbot.waitUntil(lambda: len(room.shelf.ids) == 3)
    room.shelf.told.undo.click()
    assert "Customs" not in names(desk)
    assert len(room.shelf.ids) == 2


def test_a_list_may_be_dropped(
    room: InstitutionsRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\nCustoms\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    room.shelf.dropEvent(drop)
    qtbot.waitUntil(lambda: "Customs" in names(desk))


def test_a_wrong_list_changes_nothing_and_is_told_line_by_line(
    room: InstitutionsRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    rows = "".join(f"Name {at};Poets\n" for at in range(30))
    path.write_text(f"Institution;Category\n{rows}", encoding="utf-8")
    room.take(path)
    qtbot.waitUntil(lambda: room.shelf.told.text != "")
    assert len(room.shelf.told.text.split("\n")) == 14  # what, twelve lines, the rest
    assert not room.shelf.told.undo.isVisible()
    assert len(names(desk)) == 2


def test_the_list_is_written_where_the_user_says(
    room: InstitutionsRoom, tmp_path: Path
) -> None:
    room.dialogs = Answering(tmp_path / "out")
    room.shelf.write.click()
    assert JUSTICE.name in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_suggestions_are_ticked_by_article_and_added(
    room: InstitutionsRoom, desk: Desk
) -> None:
    room.shelf.suggestions.click()
    room.suggestions.show_article("untoc.6")
    boxes = room.suggestions.boxes
    assert "financial_intelligence" in boxes
    assert "ombudsman" not in boxes
    assert not boxes["justice"].isEnabled()  # in the list already
    boxes["financial_intelligence"].click()
    assert room.suggestions.ticked == ("financial_intelligence",)
    room.suggestions.add.click()
    assert "وحدة الاستخبارات المالية" in names(desk)
    assert not room.suggestions.boxes["financial_intelligence"].isEnabled()


def test_asking_leads_to_a_round_for_it(
    room: InstitutionsRoom, place: ConsultationPlace
) -> None:
    room.look_at(JUSTICE.id)
    room.editor.asking.click()
    assert place.room is place.room_of("requests")


def test_the_room_is_told_in_the_other_language(
    room: InstitutionsRoom, program: Program
) -> None:
    room.look_at(JUSTICE.id)
    program.translator.speak("en")
    assert room.shelf.add.text() == "New institution"
    assert room.editor.fields.boxes["category"].currentText() == "Government"


def test_a_round_that_never_left_is_no_request(
    room: InstitutionsRoom, desk: Desk
) -> None:
    new_round(desk, "فارغة")
    room.look_at(JUSTICE.id)
    assert room.editor.facts.facts == []


def test_what_is_refused_stays_as_it_was_typed(
    room: InstitutionsRoom, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.editor.fields.lines["name"].setText("اسم جديد")

    def full(*_: object) -> None:
        raise AppError("disk.full", path="x")

    monkeypatch.setattr(
        "focalpoint_app.gui.consultation.institutions.editor.save_stakeholders", full
    )
    room.editor.keep()
    assert room.editor.fields.lines["name"].text() == "اسم جديد"
    monkeypatch.undo()
    room.editor.keep()
    assert "اسم جديد" in names(desk)
