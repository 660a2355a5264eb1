"""A packet as an institution gets it, and the place it is answered from."""

from pathlib import Path

from focalpoint_app.domain.consultation import Carrier, Register
from focalpoint_app.domain.selection import Selection
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.contributing.reply_place import ReplyPlace
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.request_files import (
    PLAIN_PACKET,
    PacketLock,
    send_request,
)
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.files import Answering
from tests.gui.small_review import OTHER
from tests.workflow.consulting import JUSTICE

WAIT = 30_000  # ms; the machine may be busy with others
PASSPHRASE = "أربع كلمات لا يعرفها أحد"


def packet(
    desk: Desk, path: Path, lock: PacketLock = PLAIN_PACKET, due: str = "2099-12-20"
) -> Path:
    save_stakeholders(desk, JUSTICE)
    register = Register("118/ج", marking="سري")
    made = new_round(desk, "جولة", due=due, letter="نرجو الإجابة.", register=register)
    selection = Selection(("untoc.5.1.*", OTHER))
    ask = Ask(JUSTICE, made, selection, Carrier.PACKET, with_draft=True)
    send_request(desk, ask, path, lock)
    return path


def desk_of(program: Program) -> Desk:
    assert program.desk is not None
    return program.desk


def reply_place(program: Program, target: Path | None = None) -> ReplyPlace:
    place = program.window.place("reply")
    assert isinstance(place, ReplyPlace)
    place._dialogs = Answering(target)
    program.window.show_place("reply")
    return place
