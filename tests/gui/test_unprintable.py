"""What would print as boxes is told in the window like any other problem."""

from PySide6.QtCore import Qt

from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.places import SUBMISSION
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import Missing
from focalpoint_app.gui.submission.problem_rows import ProblemRows
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.signing_lines import save_lines
from focalpoint_app.workflow.submitting.unprintable import UNPRINTABLE


def test_a_signature_line_leads_to_the_submission(
    program: Program, window: Window, session: Session, desk: Desk
) -> None:
    save_lines(desk, (SignLine("خبير", name="\ua9f0"),))
    session.judge.judge()
    assert program.commands is not None
    program.commands.show_missing()
    sheet = window.findChild(Missing)
    assert isinstance(sheet, Missing)
    rows = [sheet.list.item(place) for place in range(sheet.list.count())]
    row = next(each for each in rows if "U+A9F0" in each.text())

    assert row.data(Qt.ItemDataRole.UserRole) == ""
    sheet.list.itemActivated.emit(row)

    assert window.page is window.place(SUBMISSION)
    sheet.close()


def test_a_row_without_a_question_leads_there_too(
    window: Window, session: Session, desk: Desk
) -> None:
    save_lines(desk, (SignLine("خبير", name="\ua9f0"),))
    session.judge.judge()
    problems = [
        each
        for each in session.judge.verdict.problems
        if each.code.startswith(UNPRINTABLE)
    ]
    rows = ProblemRows(session)
    went: list[str] = []
    session.go.connect(went.append)

    rows.show_problems(problems, session.catalogue)
    rows.rows[0].clicked.emit()

    assert went == [SUBMISSION]
