"""Where a line may end: by UAX #14, within web addresses at their joints, and not
between a number and the sign that says it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from focalpoint_app.pdf.lines.break_classes import break_classes
from focalpoint_app.pdf.lines.break_rules import break_places

_ADDRESS = re.compile(
    "(?:https?://|www\\.)"
    "[^\\s\u00ab\u00bb\u2018-\u201f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef]+"
)
# A blank between a sign and its number, or within quotation marks as in French.
_NUMBERED = (
    "[Nn]o\\.", "[Nn]os\\.", "[Nn][°º]", "[Nn][úu]m\\.", "[Aa]rt\\.", "[Aa]rts\\.",
    "[Pp]ar\\.", "ст\\.", "رقم",
)  # fmt: skip
_SIGNS = "|".join(rf"(?<=\b{sign} )" for sign in _NUMBERED)
_HELD = re.compile(rf" (?:(?=\d)(?:{_SIGNS}|(?<=№ ))|(?<=« )(?=\S)|(?=»)(?<=\S ))")
_ADDRESS_PART = re.compile(
    r"^(?:https?://)?[^/?#]+[/?#]*|[^/?&=.#_-]*[/?&=.#_-]+|[^/?&=.#_-]+"
)


def ends(text: str) -> list[int]:
    """Places in ``text`` before which a line may end, in order; its end is the last."""
    places = break_places(break_classes(text))
    held = [found.end() for found in _HELD.finditer(text)]
    if held:
        places = sorted(set(places).difference(held))
    if "://" in text or "www." in text:
        return sorted(_with_joints(text, places))
    return places


def _with_joints(text: str, places: list[int]) -> set[int]:
    found = set(places)
    for address in _ADDRESS.finditer(text):
        found.difference_update(range(address.start() + 1, address.end()))
        found.update(_joints(address))
    return found


def _joints(address: re.Match[str]) -> Iterator[int]:
    place = address.start()
    for part in _ADDRESS_PART.findall(address.group())[:-1]:
        place += len(part)
        yield place
