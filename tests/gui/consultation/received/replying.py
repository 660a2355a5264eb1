"""What the room of replies shows."""

from focalpoint_app.gui.consultation.received.room import ReceivedRoom
from focalpoint_app.language.catalogue import Catalogue

TR = Catalogue("ar")
WAIT = 20_000  # ms; the machine may be busy with others


def show_only(room: ReceivedRoom) -> None:
    (reply,) = room.replies.ids
    room.look_at(reply)
