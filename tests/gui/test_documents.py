"""Documents besides the submission, and the paper they are printed on."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.letterhead import MOST_LINES
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.assistance.place import AssistancePlace
from focalpoint_app.gui.autosave import Typed
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.documents.document_dialog import DocumentDialog
from focalpoint_app.gui.documents.document_form import (
    ARTICLE,
    ASSISTANCE,
    BLANK,
    KINDS,
    SOURCES,
)
from focalpoint_app.gui.preview.preview_dialog import PreviewDialog
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.sources.place import SourcesPlace
from focalpoint_app.gui.submission.documents_room import DocumentsRoom
from focalpoint_app.gui.submission.place import DOCUMENTS, SubmissionPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.documents import Kind
from focalpoint_app.workflow.submitting.papers import letterhead, marking
from tests.gui.files import Answering
from tests.gui.small_review import MAIN, NARRATIVE

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others


@pytest.fixture
def dialogs(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "out")


@pytest.fixture
def room(window: Window, session: Session, dialogs: Answering) -> DocumentsRoom:
    place = SubmissionPlace(session, dialogs)
    window.show_page(place)
    place.show_room(DOCUMENTS)
    assert isinstance(place.room, DocumentsRoom)
    return place.room


@pytest.fixture
def emblem(tmp_path: Path) -> Path:
    path = tmp_path / "emblem.png"
    picture = QImage(200, 120, QImage.Format.Format_RGB32)
    picture.fill(0x0B6478)
    assert picture.save(str(path))
    return path


def test_the_window_knows_every_kind_of_document() -> None:
    assert list(KINDS) == [kind.value for kind in Kind]


@pytest.mark.parametrize("kind", [BLANK, ARTICLE, SOURCES, ASSISTANCE])
def test_each_document_is_saved(
    room: DocumentsRoom, desk: Desk, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    desk.choose(MAIN, "yes")
    room.form.choose(kind)
    room.form.output.save.click()
    qtbot.waitUntil(lambda: bool(room.form.output.notice.text), timeout=WAIT)
    assert room.form.output.notice.mood is Mood.DONE, room.form.output.notice.text
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert room.form.output.open.isVisible()


def test_a_document_is_looked_at_before_it_is_saved(
    room: DocumentsRoom, window: Window, session: Session, qtbot: QtBot
) -> None:
    session.desk.choose(MAIN, "yes")
    room.form.choose(ARTICLE, "untoc.5")
    room.form.languages.show_languages("fr", "ar")
    room.form.output.preview.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)), timeout=WAIT)
    (dialog,) = window.findChildren(PreviewDialog)
    assert "Article 5" in dialog.preview.text(0)
    assert "المادة 5" in dialog.preview.text(0)
    dialog.close()


def test_what_is_being_typed_is_printed_too(
    room: DocumentsRoom, session: Session, window: Window, qtbot: QtBot
) -> None:
    session.desk.choose(MAIN, "yes")
    room.form.choose(ARTICLE, "untoc.5")
    session.autosave.touch(NARRATIVE, "ar", lambda: Typed("نص جديد كل الجدة", ()))
    room.form.output.preview.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)), timeout=WAIT)
    (dialog,) = window.findChildren(PreviewDialog)
    pages = range(dialog.preview.pages)
    assert any(list(dialog.preview.find("نص جديد كل الجدة", page)) for page in pages)
    dialog.close()


def test_a_document_over_the_workspace_is_refused(
    room: DocumentsRoom, desk: Desk, qtbot: QtBot
) -> None:
    room.form.output.save_to(desk.path)
    qtbot.waitUntil(lambda: bool(room.form.output.notice.text), timeout=WAIT)
    assert room.form.output.notice.code == "file.same"


def test_how_much_is_asked_as_the_kind_allows(room: DocumentsRoom) -> None:
    room.form.choose(BLANK)
    all_of_it = room.form.scope.count()
    room.form.choose(ARTICLE)
    articles = room.form.scope.count()
    room.form.choose(SOURCES)
    assert (all_of_it, articles, room.form.scope.count()) == (5, 3, 2)


def test_the_page_of_an_article_prints_that_article(
    place: QuestionnairePlace, window: Window
) -> None:
    assert place.page is not None
    place.page.print.click()
    (dialog,) = window.findChildren(DocumentDialog)
    assert dialog.form.wish.article == f"{place.page.part.id}.{place.page.article.id}"
    assert dialog.form.wish.kind == ARTICLE
    dialog.close()


def test_sources_and_assistance_are_printed_from_their_places(
    window: Window, session: Session
) -> None:
    sources, assistance = SourcesPlace(session), AssistancePlace(session)
    for page, button in (
        (sources, sources.shelf.print),
        (assistance, assistance.print),
    ):
        window.show_page(page)
        button.click()
    kinds = [each.form.wish.kind for each in window.findChildren(DocumentDialog)]
    assert kinds == [SOURCES, ASSISTANCE]
    for dialog in window.findChildren(DocumentDialog):
        dialog.close()


def test_an_open_document_is_told_in_the_other_language(
    place: QuestionnairePlace, window: Window, program: Program
) -> None:
    assert place.page is not None
    place.page.print.click()
    (dialog,) = window.findChildren(DocumentDialog)
    program.translator.speak("en")
    assert dialog.windowTitle() == KINDS[ARTICLE]
    assert dialog.form.output.save.text() == "Save as PDF…"
    dialog.close()


def test_lines_and_marking_are_kept_once_their_field_is_left(
    room: DocumentsRoom, desk: Desk
) -> None:
    room.paper.lines.show_text("جمهورية المثال\n\n  وزارة العدل ")
    room.paper.lines.area.left.emit()
    room.paper.marking.setText("سري")
    room.paper.marking.editingFinished.emit()
    kept = letterhead(desk)
    assert kept is not None
    assert kept.lines == ("جمهورية المثال", "وزارة العدل")
    assert kept.language == "ar"
    assert marking(desk) == "سري"


def test_a_picture_is_shown_kept_and_removed(
    room: DocumentsRoom, desk: Desk, dialogs: Answering, emblem: Path
) -> None:
    dialogs.path = emblem
    room.paper.choose.click()
    kept = letterhead(desk)
    assert kept is not None
    assert kept.picture == emblem.read_bytes()
    assert room.paper.shown.isVisible()
    assert not room.paper.shown.pixmap().isNull()
    room.paper.remove.click()
    assert letterhead(desk) is None
    assert room.paper.shown.isHidden()


def test_what_is_no_picture_is_refused_and_the_old_one_stays(
    room: DocumentsRoom, desk: Desk, emblem: Path, tmp_path: Path
) -> None:
    room.paper.take_picture(emblem)
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(b"GIF89a")
    room.paper.take_picture(wrong)
    assert room.paper.notice.code == "picture.unknown"
    kept = letterhead(desk)
    assert kept is not None
    assert kept.picture == emblem.read_bytes()
    room.paper.take_picture(tmp_path / "gone.png")
    assert room.paper.notice.code == "file.not_found"


def test_too_many_lines_are_refused_and_stay_in_their_field(
    room: DocumentsRoom, desk: Desk
) -> None:
    lines = "\n".join(f"سطر {at}" for at in range(MOST_LINES + 1))
    room.paper.lines.show_text(lines)
    room.paper.keep_letterhead()
    assert room.paper.notice.code == "letterhead.too_many_lines"
    assert room.paper.lines.text == lines
    assert letterhead(desk) is None


def test_leaving_the_place_keeps_what_was_typed(
    room: DocumentsRoom, desk: Desk
) -> None:
    room.paper.marking.setText("محدود")
    room.leave()
    assert marking(desk) == "محدود"
