"""What the sign-off page says to a machine: which submission, which digest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

_WRITTEN = re.compile(
    r"FOCALPOINT:1:"
    r"([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}):"
    r"([0-9A-F]{64})"
)


@dataclass(frozen=True, slots=True)
class PageCode:
    """``submission`` is the clearance's UUID, ``digest`` the edition's SHA-256 in hex.

    Both in lower case, as the edition's data and the cover have them.
    """

    submission: str
    digest: str

    def written(self) -> str:
        """Only what a QR code packs as alphanumeric (ISO/IEC 18004, table 5)."""
        return f"FOCALPOINT:1:{self.submission}:{self.digest}".upper()

    @classmethod
    def read(cls, text: str) -> Self | None:
        """What ``written`` wrote, in any case; None for any other text."""
        found = _WRITTEN.fullmatch(text.strip().upper())
        return None if found is None else cls(found[1].lower(), found[2].lower())
