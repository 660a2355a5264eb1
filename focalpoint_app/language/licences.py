"""What the program stands on, as its notices list it: libraries, fonts, licences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.language.places import notices

_ROW = re.compile(r"^\| (?P<name>.+?) \| (?P<licence>.+?) \| .+ \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Notice:
    """Names and licences are nobody's to translate."""

    name: str
    licence: str


def licence_notices(file: Path | None = None) -> tuple[Notice, ...]:
    """In the order of ``docs/licences.md``, which travels with the program."""
    rows = _ROW.finditer((file or notices()).read_text(encoding="utf-8"))
    found = (Notice(each["name"], each["licence"]) for each in rows)
    return tuple(each for each in found if each.name not in ("Library", "---"))
