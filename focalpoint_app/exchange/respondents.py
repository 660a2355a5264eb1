"""Who answered and under which number, out of the fields of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from focalpoint_app.domain.consultation import Register, Respondent
from focalpoint_app.exchange.frame import RESPONDENT, catalogue_of
from focalpoint_app.exchange.kept import kept_line
from focalpoint_app.exchange.typed import date_of, numbers_of, same_text

_COUNTS = ("women", "men")
_MOST_PEOPLE = 1_000_000


def respondent_of(fields: Mapping[str, str], language: str) -> Respondent:
    """``fields`` by the names of ``frame.RESPONDENT``; what is no count is none.

    ``language``: the form's.
    """
    return Respondent(
        kept_line(fields.get("name", "")),
        kept_line(fields.get("role", "")),
        _people(fields.get("women", ""), language),
        _people(fields.get("men", ""), language),
    )


def uncounted(fields: Mapping[str, str], language: str) -> Iterator[str]:
    """What stands where a count was asked and is none, under what was asked."""
    tr = catalogue_of(language)
    for name in _COUNTS:
        text = fields.get(name, "").strip()
        if same_text(text) and _people(text, language) is None:
            yield f"{tr(RESPONDENT[name])}\n{text}"


def register_of(fields: Mapping[str, str]) -> Register:
    """The number and the date of the letter that the form came back with."""
    date = fields.get("date", "")
    return Register(
        outgoing=kept_line(fields.get("outgoing", "")),
        date=date_of(date) or kept_line(date),
    )


def _people(text: str, language: str) -> int | None:
    """``1.250`` can be no fraction of people."""
    whole = {int(each) for each in numbers_of(text, language) if each == int(each)}
    if len(whole) != 1:
        return None
    (number,) = whole
    return number if 0 <= number <= _MOST_PEOPLE else None
