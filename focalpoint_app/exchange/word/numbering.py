"""What Word's lists put before an item, which their text does not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from focalpoint_app.exchange.word.styles import W
from focalpoint_app.exchange.xml_parts import Element

_BULLET = "• "
_LEVELS = 9


class ListMarks:
    """Bullets, and numbers counted for each list; letters count as numbers."""

    def __init__(self, numbering: Element = None) -> None:
        self._bulleted = _bulleted_lists(numbering)
        self._counts: Counter[tuple[str, str]] = Counter()

    def mark(self, properties: Element) -> str:
        """What stands before a paragraph with these properties, often nothing."""
        if properties is None:
            return ""
        number = properties.find(f"{{{W}}}numPr/{{{W}}}numId")
        if number is None or number.get(f"{{{W}}}val", "0") == "0":
            return ""
        level = properties.find(f"{{{W}}}numPr/{{{W}}}ilvl")
        key = _val(number), "0" if level is None else _val(level)
        if key in self._bulleted:
            return _BULLET
        self._counts[key] += 1
        return f"{self._counts[key]}. "


def _bulleted_lists(numbering: Element) -> frozenset[tuple[str, str]]:
    """Pairs of a list's number and a level that is marked with a bullet."""
    if numbering is None:
        return frozenset()
    bulleted: dict[str, set[str]] = {}
    for each in numbering.iterchildren(f"{{{W}}}abstractNum"):
        levels = bulleted.setdefault(each.get(f"{{{W}}}abstractNumId", ""), set())
        levels.update(_bulleted_levels(each))
    return frozenset(
        (each.get(f"{{{W}}}numId", ""), level)
        for each in numbering.iterchildren(f"{{{W}}}num")
        for level in bulleted.get(_val(each.find(f"{{{W}}}abstractNumId")), ())
    )


def _bulleted_levels(abstract: Element) -> Iterator[str]:
    """Nine at the most, as the format has it: what comes after them is not read."""
    for level in islice(abstract.iterchildren(f"{{{W}}}lvl"), _LEVELS):
        if _val(level.find(f"{{{W}}}numFmt")) == "bullet":
            yield level.get(f"{{{W}}}ilvl", "")


def _val(element: Element) -> str:
    found = "" if element is None else element.get(f"{{{W}}}val", "")
    return str(found)
