"""A scan that is kept beside the clearance it was matched with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """``id`` and ``clearance`` are UUIDs, ``author`` an author's id.

    ``verdict`` is what matching found, as text of the matcher's own.  The file
    itself is read apart: scans are large.
    """

    id: str
    clearance: str
    name: str
    media_type: str
    time: datetime
    author: str
    verdict: str = ""
