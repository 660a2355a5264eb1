"""The office that asks, as its letterhead gives its address."""

from __future__ import annotations

import re

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.exchange.mail import Mailbox, address_spec

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"'،؛|]+@[^\s<>()\[\],;:\"'،؛|]+\.[^\W\d_]{2,}")
_LONGEST = 120


def office_of(letterhead: Letterhead | None) -> Mailbox | None:
    """The first e-mail address on it, with the lines that are words alone; None where
    it has none that is one.
    """
    lines = letterhead.lines if letterhead is not None else ()
    addresses = (each for line in lines for each in _ADDRESS.findall(line))
    found = next(addresses, "")
    words = (e for e in lines if not re.search(r"[\d@]|://|www\.", e))
    box = Mailbox(found, " – ".join(words)[:_LONGEST])
    try:
        address_spec(box)
    except AppError:  # It looks like one only; the calendar goes without.
        return None
    return box
