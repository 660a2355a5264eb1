"""From a packet's file to its questions in the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.gui.contributing.errand_bar import ErrandBar
from focalpoint_app.gui.contributing.packet_page import PacketPage
from focalpoint_app.gui.contributing.places import places_of

if TYPE_CHECKING:
    from focalpoint_app.gui.app import Program
    from focalpoint_app.workflow.consultation.errand import Errand
    from focalpoint_app.workflow.review.desk import Desk


def ask_packet(program: Program, path: Path) -> PacketPage:
    """Its passphrase is asked for where it has one."""
    page = PacketPage(program.translator, program.runner, path)
    page.opened.connect(partial(show_errand, program))
    page.left.connect(page.deleteLater)
    page.left.connect(program.show_start)
    program.window.show_page(page)
    page.begin()
    return page


def show_errand(program: Program, errand: Errand, desk: Desk) -> None:
    """From now on the window shows the packet's questions, and nothing else."""
    program.show(desk, errand.source, places_of(errand))
    program.window.foot.keep_problems()
    program.window.put_above(ErrandBar(errand.request))
