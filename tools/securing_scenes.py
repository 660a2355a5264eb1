"""Screens of what keeps a file safe: passphrase, sheet, lock; copies, a packet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Protocol

from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.selection import Selection
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.preview.preview_dialog import PreviewDialog
from focalpoint_app.gui.questionnaire.expunge_dialog import ExpungeDialog
from focalpoint_app.gui.reconciling.dialog import ReconcilingDialog
from focalpoint_app.gui.securing.passphrase_card import SET
from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.window import Window
from focalpoint_app.storage.ciphers.ciphering import key_of
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.request_files import (
    PLAIN_PACKET,
    send_request,
)
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from tools.questionnaire_scenes import first_text
from tools.waiting import HEIGHT, WIDTH, shown, wait

_PASSPHRASE = "تفاح نهر كتاب سماء"


class Room(Protocol):
    """What a scene needs of the studio."""

    desk: Desk
    program: Program
    window: Window

    @property
    def session(self) -> Session: ...


def scenes(studio: Room) -> dict[str, Callable[[], QWidget | None]]:
    """The lock comes last: behind it nothing else is to be seen."""
    return {
        "copies": lambda: copies(studio),
        "expunge": lambda: expunge(studio),
        "contributor": lambda: contributor(studio),
        "passphrase": lambda: passphrase(studio),
        "sheet": lambda: sheet(studio),
        "lock": lambda: lock(studio),
    }


def safekeeping(studio: Room) -> SafekeepingPlace:
    studio.window.show_place("safekeeping")
    page = studio.window.page
    assert isinstance(page, SafekeepingPlace)
    return page


def passphrase(studio: Room) -> None:
    """Two entries that differ, told."""
    card = safekeeping(studio).passphrase
    card.begin(SET)
    card.new.first.setText(_PASSPHRASE)
    card.new.again.setText("غيرها")
    card.submit()


def sheet(studio: Room) -> QWidget:
    _encrypt(studio)
    card = safekeeping(studio).recovery
    card.make_sheet()
    wait(lambda: bool(studio.window.findChildren(PreviewDialog)))
    return studio.window.findChildren(PreviewDialog)[-1]


def lock(studio: Room) -> None:
    """With a passphrase that does not fit."""
    _encrypt(studio)
    studio.program.locking.lock()
    screen = studio.program.locking.screen
    assert screen is not None
    screen.form.line.setText("غيرها")
    screen.form.button.click()
    wait(lambda: screen.form.notice.code != "")


def _encrypt(studio: Room) -> None:
    if not studio.desk.workspace.is_encrypted:
        studio.desk.workspace.rekey(key_of(_PASSPHRASE, bytes(range(16))))


def expunge(studio: Room) -> QWidget:
    question = first_text(studio.desk)
    studio.desk.write(question, "ar", "شهد زكريا البحتري في القضية.")
    studio.desk.seal(question)
    dialog = ExpungeDialog(studio.session, studio.window, "زكريا البحتري")
    dialog.reason.setText("زكريا البحتري")
    dialog.expunge()
    return shown(dialog)


def copies(studio: Room) -> QWidget:
    """A text that both sides changed."""
    desk, question = studio.desk, first_text(studio.desk)
    desk.write(question, "ar", "الأولى باقية. الثانية باقية. الثالثة باقية.")
    desk.seal()
    copy = desk.path.with_name("copy.focalpoint")
    copy.unlink(missing_ok=True)
    desk.workspace.backup(copy)
    with closing(open_review(copy)) as other:
        other.write(question, "ar", "الأولى باقية. الثانية غُيّرت هناك. الثالثة باقية.")
    desk.write(question, "ar", "الأولى باقية. الثانية غُيّرت هنا. الثالثة باقية.")
    studio.window.reconcile(copy)
    dialog = studio.window.findChildren(ReconcilingDialog)[-1]
    wait(lambda: bool(dialog.notice.text))
    return dialog


def contributor(studio: Room) -> QWidget:
    """Another program, in which somebody opens what was asked of them."""
    desk, target = studio.desk, studio.desk.path.with_name("asked.fpacket")
    institution = desk.workspace.stakeholders()[0]
    made = new_round(desk, "الجولة الثانية", due="2099-12-20", letter="نرجو الإجابة.")
    ask = Ask(institution, made, Selection(("untoc.5.1.*",)), Carrier.PACKET)
    target.unlink(missing_ok=True)
    send_request(desk, ask, target, PLAIN_PACKET)
    other = Program(studio.program.settings)
    other.window.resize(WIDTH, HEIGHT)
    other.window.show()
    other.start(target)
    wait(lambda: other.desk is not None)
    return other.window
