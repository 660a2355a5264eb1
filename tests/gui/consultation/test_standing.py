"""Progress and register in the window: numbers, who is late, letters in and out."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.reminder import RequestState, Stage
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.consultation.figures import FigureTable
from focalpoint_app.gui.consultation.log.printing_card import RECORD
from focalpoint_app.gui.consultation.log.room import RegisterRoom
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.progress.room import ProgressRoom
from focalpoint_app.gui.consultation.stages import share_words
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.asked import answer, ask
from tests.gui.consultation.institutions import JUSTICE, REFUGE
from tests.gui.files import Answering
from tests.gui.small_review import MAIN, MEASURES

PATIENCE = 20_000


@pytest.fixture
def place(desk: Desk, window: Window) -> ConsultationPlace:
    save_stakeholders(desk, JUSTICE, REFUGE)
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    return page


@pytest.fixture
def asked(desk: Desk, place: ConsultationPlace) -> ConsultationPlace:
    """One has answered two of nine questions, the other none of one."""
    answer(
        desk,
        ask(desk, JUSTICE.id),
        {MAIN: {"value": "yes"}, MEASURES: {"value": ["first"]}},
    )
    ask(desk, REFUGE.id, "untoc.6.*")
    return place


def progress(place: ConsultationPlace) -> ProgressRoom:
    place.show_room("progress")
    room = place.room
    assert isinstance(room, ProgressRoom)
    return room


def register(place: ConsultationPlace) -> RegisterRoom:
    place.show_room("register")
    room = place.room
    assert isinstance(room, RegisterRoom)
    return room


def texts(table: FigureTable) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in line.cells) for line in table.figures.lines]


def test_before_anybody_is_asked_there_are_no_empty_tables(
    place: ConsultationPlace,
) -> None:
    room = progress(place)
    assert not room.institutions.isVisible()
    assert not room.held_up.isVisible()
    assert room._none.isVisible()


def test_numbers_stand_by_institution_what_hurts_most_first(
    asked: ConsultationPlace,
) -> None:
    room = progress(asked)
    assert texts(room.institutions) == [
        (JUSTICE.name, "9", "2", "0", "7", "0"),
        (REFUGE.name, "1", "0", "0", "1", "0"),
    ]
    assert [line.id for line in room.articles.figures.lines] == [
        "untoc.5",
        "untoc.6",
        "untoc.closing",
    ]
    assert len(texts(room.categories)) == 2


def test_who_is_late_is_named_with_what_waits_for_it(
    asked: ConsultationPlace,
) -> None:
    room = progress(asked)
    partly, silent = sorted(
        room.held_up.rows, key=lambda row: REFUGE.name in row.accessibleName()
    )
    assert JUSTICE.name in partly.accessibleName()
    assert "7 أسئلة" in partly.accessibleName()
    assert "المادة 6" in silent.accessibleName()
    silent.click()
    assert asked.room is asked.room_of("requests")


def test_a_comment_is_told_beside_the_answers(program: Program) -> None:
    tr = program.translator.catalogue
    plain = RequestState(Stage.PARTLY, 9, 2, None)
    assert share_words(plain, tr) == tr(
        "{answered} of {asked} answered", answered=2, asked=9
    )
    told = share_words(replace(plain, stage=Stage.COMMENTED, commented=3), tr)
    assert told != share_words(plain, tr)
    assert "3" in told


def test_rows_lead_to_the_institution_and_to_the_article(
    asked: ConsultationPlace, session: Session, qtbot: QtBot
) -> None:
    room = progress(asked)
    place = room.articles.figures.index(0, 0)
    with qtbot.waitSignal(session.jump) as jumped:
        room.articles.activated.emit(place)
    assert jumped.args == [MAIN]
    room = progress(asked)
    room.institutions.activated.emit(room.institutions.figures.index(1, 0))
    assert asked.room is asked.room_of("institutions")


def test_cells_tell_their_column_to_whoever_does_not_see(
    asked: ConsultationPlace, program: Program
) -> None:
    program.translator.speak("en")
    room = progress(asked)
    figures = room.institutions.figures
    role = Qt.ItemDataRole.AccessibleTextRole
    assert figures.data(figures.index(0, 4), role) == "Late: 7"


def test_the_register_lists_letters_out_and_in(asked: ConsultationPlace) -> None:
    room = register(asked)
    out, came = texts(room.outgoing), texts(room.incoming)
    assert [line[0] for line in out] == ["12/ص", "12/ص"]
    assert [line[3] for line in came] == ["9/ع"]


def test_an_empty_register_says_so(place: ConsultationPlace) -> None:
    room = register(place)
    assert not room.outgoing.isVisible()
    assert all(each.isVisible() for each in room._nothing)


def test_the_register_and_the_record_are_printed(
    asked: ConsultationPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    card = register(asked).printing
    card.language.setCurrentIndex(card.language.findData("en"))
    for kind, name in (("register", "a.pdf"), (RECORD, "b.pdf")):
        card.kind.setCurrentIndex(card.kind.findData(kind))
        card.output._dialogs = Answering(tmp_path / name)
        card.output.save.click()
        qtbot.waitUntil(tmp_path.joinpath(name).is_file, timeout=PATIENCE)
        qtbot.waitUntil(lambda: not card.output.bar.is_busy, timeout=PATIENCE)
    pages = PdfReader(tmp_path / "a.pdf").pages
    said = "".join(page.extract_text() for page in pages)
    assert "Outgoing" in said
    assert "Incoming" in said


def test_the_workspace_is_not_overwritten_by_its_register(
    asked: ConsultationPlace, desk: Desk, qtbot: QtBot
) -> None:
    card = register(asked).printing
    card.output.save_to(desk.path)
    qtbot.waitUntil(lambda: card.output.notice.code == "file.same", timeout=PATIENCE)
