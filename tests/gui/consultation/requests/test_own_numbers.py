"""The fields for the numbers of a round's letters."""

from pytestqt.qtbot import QtBot

from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.consultation.rounds.own_numbers import OwnNumbers
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.rounds import Outlook


def asked(*names: str) -> tuple[Outlook, ...]:
    return tuple(
        Outlook(Stakeholder(each, each, Category.GOVERNMENT), ("untoc.5.2",))
        for each in names
    )


def test_fields_stand_in_the_order_of_the_letters(qtbot: QtBot) -> None:
    prepared([], "light")
    numbers = OwnNumbers()
    qtbot.addWidget(numbers)
    tr = Catalogue("en")
    numbers.show_letters(asked("a", "b", "d"), "118", tr)
    numbers.show_letters(asked("b", "c", "d"), "118", tr)
    numbers.show()
    seen = [line for line in numbers.findChildren(LineField) if line.isVisible()]
    seen.sort(key=lambda line: line.mapTo(numbers, line.pos()).y())
    assert seen == [numbers.lines[each] for each in "bcd"]
