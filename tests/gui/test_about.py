"""About the program: reached with and without a review, nothing left out."""

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.rows import HEAD
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.about import About
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.shell.sheets import KeySheet
from focalpoint_app.gui.window import Window
from focalpoint_app.language.licences import licence_notices
from focalpoint_app.platform.settings import Settings

pytestmark = pytest.mark.usefixtures("swept")


def test_the_keys_lead_to_it(window: Window, session: Session) -> None:
    Commands(window, session).show_keys()
    (keys,) = window.findChildren(KeySheet)
    keys.about.click()
    (about,) = window.findChildren(About)
    assert about.isVisible()
    rows = [about.list.item(row) for row in range(about.list.count())]
    said = {row.text(): row.data(HEAD) for row in rows}
    assert said == {each.name: each.licence for each in licence_notices()}
    about.close()


def test_the_start_page_leads_to_it_before_any_file_is_open(qtbot: QtBot) -> None:
    prepared([], "light")
    program = Program(Settings(language="en", scheme="light"))
    qtbot.addWidget(program.window)
    page = program.show_start()
    program.window.show()
    page.about.click()
    (about,) = program.window.findChildren(About)
    said = " ".join(each.text() for each in about.findChildren(type(soft_label())))
    assert "MIT" in said
    assert "Version" in said
    about.close()
    program.end()
