"""Who answered and under which number, out of the fields of a form."""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.consultation import Register, Respondent
from focalpoint_app.domain.text import HARD_LIMIT, clean_text
from focalpoint_app.exchange.typed import date_of, number_of

_LONGEST = 400
_MOST_PEOPLE = 1_000_000


def respondent_of(fields: Mapping[str, str]) -> Respondent:
    """``fields`` by the names of ``frame.RESPONDENT``; what is no count is none."""
    return Respondent(
        _line(fields.get("name", "")),
        _line(fields.get("role", "")),
        _people(fields.get("women", "")),
        _people(fields.get("men", "")),
    )


def register_of(fields: Mapping[str, str]) -> Register:
    """The number and the date of the letter that the form came back with."""
    date = fields.get("date", "")
    return Register(
        outgoing=_line(fields.get("outgoing", "")), date=date_of(date) or _line(date)
    )


def _line(text: str) -> str:
    storable = text[:HARD_LIMIT].encode("utf-8", "ignore").decode()
    return " ".join(clean_text(storable.replace("\x00", "")).split())[:_LONGEST]


def _people(text: str) -> int | None:
    number = number_of(text.strip())
    if number is None or number != int(number) or not 0 <= number <= _MOST_PEOPLE:
        return None
    return int(number)
