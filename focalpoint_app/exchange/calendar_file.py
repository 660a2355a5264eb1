"""Due dates as .ics files, with alarms, for any calendar program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from focalpoint_app.exchange.mail import Mailbox, address_spec
from focalpoint_app.language.isolates import without_isolates

if TYPE_CHECKING:
    from icalendar import Alarm, Event, vCalAddress

ALARMS = (7, 1)
"""Days before the date, at nine in the morning where the calendar is."""

_MORNING = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class DueDate:
    """``id`` stays when the date moves; ``version`` then counts up from 0.

    ``stamp``: when the file is made, in UTC.  ``is_cancelled`` takes the entry out of
    the calendar again, where its version is higher than the one there.  ``organizer``:
    the office that asks, where its address is known.
    """

    id: str
    day: date
    summary: str
    description: str
    language: str
    stamp: datetime
    version: int = 0
    is_cancelled: bool = False
    organizer: Mailbox | None = None


def write_calendar(dates: tuple[DueDate, ...]) -> bytes:
    """RFC 5545: an all-day event for each, which leaves the day free.

    All of them stand, or all are cancelled: a file has one method (RFC 5546).  Only an
    organizer can cancel; without one a date that is off is published as such.

    Raises:
        AppError: ``mail.wrong_address``.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Focal point//Consultations//EN")
    calendar.add("version", "2.0")
    is_cancelled = any(each.is_cancelled and each.organizer for each in dates)
    calendar.add("method", "CANCEL" if is_cancelled else "PUBLISH")
    for each in dates:
        calendar.add_component(_event(each))
    return bytes(calendar.to_ical())


def _event(due: DueDate) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{due.id}@focalpoint.invalid")
    event.add("dtstamp", due.stamp)
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    language = {"language": due.language}
    event.add("summary", without_isolates(due.summary), parameters=language)
    event.add("description", without_isolates(due.description), parameters=language)
    event.add("sequence", due.version)
    event.add("transp", "TRANSPARENT")
    if due.organizer is not None:
        event.add("organizer", _organizer(due.organizer))
    if due.is_cancelled:
        event.add("status", "CANCELLED")
        return event
    for days in ALARMS:
        event.add_component(_alarm(due, days))
    return event


def _organizer(office: Mailbox) -> vCalAddress:
    """A name in quotation marks can hold none (RFC 5545, 3.2)."""
    from icalendar import vCalAddress

    found = vCalAddress(f"mailto:{address_spec(office)}")
    name = " ".join(without_isolates(office.name).replace('"', "'").split())
    if name:
        found.params["CN"] = name
    return found


def _alarm(due: DueDate, days: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", without_isolates(due.summary))
    alarm.add("trigger", _MORNING - timedelta(days=days))
    return alarm
