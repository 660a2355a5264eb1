"""What a document is printed with, besides what it says."""

from __future__ import annotations

from dataclasses import dataclass

from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.language.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Paper:
    """What a State prints its documents on; ``marking`` is a national one."""

    letterhead: Letterhead | None = None
    marking: str = ""


PLAIN = Paper()


@dataclass(frozen=True, slots=True)
class Look:
    """``beside`` is the language of a translation that stands beside the first.

    What a ``demonstration`` certificate signs says so across each page.
    """

    beside: Catalogue | None = None
    paper: Paper = PLAIN
    demonstration: bool = False
