"""The window that shows the pages before they are written."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from focalpoint_app.gui.preview.preview_dialog import PreviewDialog
from focalpoint_app.gui.preview.printing import a4_printer, print_pages
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.window import Window

PATIENCE = 30_000


@pytest.fixture
def submission(window: Window) -> SubmitRoom:
    window.show_place("submission")
    page = window.page
    assert isinstance(page, SubmissionPlace)
    assert isinstance(page.room, SubmitRoom)
    return page.room


@pytest.fixture
def dialog(qtbot: QtBot, submission: SubmitRoom) -> Iterator[PreviewDialog]:
    with qtbot.waitSignal(submission.exporting.previewed, timeout=PATIENCE):
        submission.export.preview.click()
    (found,) = submission.findChildren(PreviewDialog)
    qtbot.waitExposed(found)
    yield found
    if isValid(found):
        found.close()


def test_the_pages_are_shown_without_a_file(
    dialog: PreviewDialog, tmp_path: Path
) -> None:
    assert dialog.preview.pages > 3
    assert not list(tmp_path.rglob("*.pdf"))
    assert str(dialog.preview.pages) in dialog.page_words.text()


def test_answers_not_cleared_are_shown_as_a_draft(dialog: PreviewDialog) -> None:
    assert "مسودة" in dialog.preview.text(0)


def test_a_page_is_drawn_where_it_is_seen(dialog: PreviewDialog) -> None:
    shown = dialog.view.grab().toImage()
    middle = shown.width() // 2
    column = {shown.pixelColor(middle, y).name() for y in range(shown.height())}

    assert "#ffffff" in column
    assert len(column) > 2  # paper, ground, and some ink


def test_typing_finds_and_enter_goes_round(qtbot: QtBot, dialog: PreviewDialog) -> None:
    dialog.finding.field.setText("الماده")  # spelt carelessly
    QTest.keyClick(dialog.finding.field, Qt.Key.Key_Return)

    places = dialog.finding.places
    assert len(places) > 3
    first = dialog.view.page
    for _ in places:
        QTest.keyClick(dialog.finding.field, Qt.Key.Key_Return)
    assert dialog.view.page == first
    assert str(len(places)) in dialog.finding.told.text()


def test_what_is_found_comes_into_sight(dialog: PreviewDialog) -> None:
    last = dialog.preview.pages - 1
    word = next(word for word in dialog.preview.text(last).split() if len(word) > 4)
    dialog.finding.field.setText(word)
    dialog.finding.search()
    dialog.finding.step(-1 - dialog.finding.places.index(dialog.finding.places[0]))

    assert dialog.finding.places
    assert dialog.view.verticalScrollBar().value() > 0


def test_nothing_found_is_said(dialog: PreviewDialog) -> None:
    dialog.finding.field.setText("لاتوجدهذهالكلمة")
    dialog.finding.search()

    assert dialog.finding.told.text() == "لم يُعثر على شيء."
    assert not dialog.finding.next.isEnabled()


def test_keys_turn_pages_and_change_their_size(dialog: PreviewDialog) -> None:
    view = dialog.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == dialog.preview.pages - 1

    before = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    assert view.page == dialog.preview.pages - 1

    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before)


def test_words_follow_the_window(window: Window, dialog: PreviewDialog) -> None:
    assert window.session is not None
    window.session.translator.speak("en")

    assert dialog.page_words.text().startswith("Page ")
    assert dialog.print.text() == "Print…"


def test_printing_puts_every_page_on_paper(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path
) -> None:
    printer = a4_printer("answers")
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)

    dialog.print_on(printer)
    qtbot.waitUntil(lambda: not dialog.bar.is_busy, timeout=PATIENCE)

    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == dialog.preview.pages
    width, height = printed.get_page_size(0)
    assert (round(width), round(height)) == (595, 842)
    assert dialog.notice.text
    printed.close()


def test_a_range_of_pages_is_all_that_is_printed(
    dialog: PreviewDialog, tmp_path: Path
) -> None:
    printer = a4_printer("answers")
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    printer.setFromTo(2, 3)

    assert print_pages(dialog.preview, printer, lambda _share: None, lambda: False) == 2


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support")
def test_a_printer_that_takes_nothing_is_told(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path
) -> None:
    printer = a4_printer("answers")
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))

    dialog.print_on(printer)
    qtbot.waitUntil(lambda: not dialog.bar.is_busy, timeout=PATIENCE)

    assert dialog.notice.code == "printer.failed"
    assert dialog.print.isEnabled()


def test_a_preview_closes_only_after_its_printing(
    qtbot: QtBot, dialog: PreviewDialog, tmp_path: Path
) -> None:
    printer = a4_printer("answers")
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    dialog.print_on(printer)

    dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.bar.is_busy, timeout=PATIENCE)
    dialog.close()
    assert not dialog.isVisible()
