"""How soon two hundred contributions on one question are seen: `… SAMPLE ROUNDS`.

From the question's being asked for to the paint of the pane with the first of them;
another figure is how long the window is away when ten more are built.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

from focalpoint_app.domain.consultation import Carrier, Given, Reply
from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review

COUNT = 200
SAID = (
    "تعاقب المادة السابعة والأربعون من القانون رقم 5 لسنة 2010 على المشاركة في جماعة"
    " إجرامية منظمة بالسجن مدة لا تقل عن خمس سنوات. وتسري على الأشخاص الاعتباريين. "
)


def main(sample: Path, rounds: int) -> None:
    file = sample.with_name("consolidation.focalpoint")
    shutil.copy(sample, file)
    prepared([], "light")
    program = Program(Settings(language="ar", scheme="light"))
    desk = open_review(file)
    question, other = _texts(desk)
    _fill(desk, question)
    program.window.show()
    program.show_desk(desk)
    place = program.window.page
    assert isinstance(place, QuestionnairePlace)
    place.context.show_tab(CONTRIBUTIONS)
    shown, more = [], []
    for _ in range(rounds):
        place.show_question(other, focus=False)
        _rest(300)
        place.show_question(question, focus=False)
        shown.append(_took(place.context.refresh, place))
        _rest(600)
        more.append(_took(place.context.contributions.build_more, place))
    program.end()
    figures = {
        "consolidation_of_200_ms": median(shown),
        "ten_more_contributions_ms": median(more),
    }
    print(json.dumps(figures))


def _took(act: object, place: QuestionnairePlace) -> int:
    assert callable(act)
    timer = QElapsedTimer()
    timer.start()
    act()
    place.context.grab()
    return timer.elapsed()


def _texts(desk: Desk) -> tuple[str, str]:
    asked = [
        each.id
        for each in desk.facts.visible_questions()
        if each.kind is Kind.TEXT and each.parent is not None
    ]
    return asked[0], asked[1]


def _fill(desk: Desk, question: str) -> None:
    institutions = [
        Stakeholder(desk.new_id(), f"مؤسسة {number}", Category.ACADEMIA)
        for number in range(COUNT)
    ]
    save_stakeholders(desk, *institutions)
    receive(
        desk,
        [
            Arrival(
                each.name,
                Reply(
                    f"reply-{each.id}",
                    "",
                    Carrier.LETTER,
                    (Given(question, {"value": {"ar": SAID * 2}}),),
                    digest=each.id,
                ),
                stakeholder=each.id,
            )
            for each in institutions
        ],
    )


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
