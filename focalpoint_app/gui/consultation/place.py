"""The consultations' place: institutions, requests, replies, how far they are."""

from __future__ import annotations

from collections.abc import Sequence

from focalpoint_app.gui.consultation.rooms import ROOMS
from focalpoint_app.gui.room import RoomKind
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tabbed_place import TabbedPlace
from focalpoint_app.language.markers import N_

_BELOW_TABS = 12


class ConsultationPlace(TabbedPlace):
    def __init__(self, session: Session, kinds: Sequence[RoomKind] = ROOMS) -> None:
        super().__init__(session, N_("Consultations"), kinds, below=_BELOW_TABS)
