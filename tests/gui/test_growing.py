"""Fields that grow with their text, as they are painted."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import MAIN, NARRATIVE, OTHER

LONG = "تعاقب المادة 47 من القانون رقم 5 لسنة 2010 على المشاركة. " * 12


class Painted(QObject):
    """How often an area was painted, and how often without its foot."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.cut = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            area = watched.parentWidget()
            if isinstance(area, TextArea):
                self.times += 1
                self.cut += not _is_whole(area)
        return False


def _is_whole(area: TextArea) -> bool:
    """Each widget around it, up to what scrolls, has room for it."""
    inner: QWidget = area
    while (outer := inner.parentWidget()) is not None:
        if isinstance(outer.parentWidget(), QScrollArea):
            return True
        if not outer.rect().contains(inner.geometry()):
            return False
        inner = outer
    return True


def watch(application: QApplication) -> Painted:
    painted = Painted()
    application.installEventFilter(painted)
    return painted


def test_no_field_is_painted_without_its_foot_when_a_page_opens(
    qtbot: QtBot, place: QuestionnairePlace, desk: Desk
) -> None:
    desk.write(OTHER, "ar", LONG)
    painted = watch(_application())
    place.show_question(OTHER, focus=False)
    qtbot.waitUntil(lambda: painted.times > 0)
    assert painted.cut == 0


def test_no_field_is_painted_without_its_foot_when_its_text_grows(
    qtbot: QtBot, place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.choose(MAIN, "yes")
    session.refreshed.emit()
    place.show_question(NARRATIVE)
    (area,) = (each for each in place.findChildren(TextArea) if each.hasFocus())
    QApplication.processEvents()
    painted = watch(_application())
    area.show_text(LONG)
    qtbot.waitUntil(lambda: painted.times > 0)
    assert painted.cut == 0


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
