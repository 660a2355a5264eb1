"""The room of requests."""

from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom

PATIENCE = 20_000


def shown(place: ConsultationPlace) -> RequestsRoom:
    place.show_room("requests")
    room = place.room
    assert isinstance(room, RequestsRoom)
    return room
