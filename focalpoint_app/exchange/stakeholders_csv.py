"""Lists of stakeholders as CSV, out to Excel and back in whatever order."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from uuid import uuid4

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
)
from focalpoint_app.exchange.archive import refuse_large
from focalpoint_app.exchange.frame import catalogue_of
from focalpoint_app.exchange.inert import as_written, inert
from focalpoint_app.exchange.kept import kept_line
from focalpoint_app.exchange.typed import same_text
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import LANGUAGE_NAMES, OFFICIAL_LANGUAGES
from focalpoint_app.language.stakeholder_words import AUDIENCES, CATEGORIES, ROUTES

MOST = 5_000
LARGEST_LIST = 4 * 1024 * 1024
"""Bytes: 5,000 lines of 800."""
MOST_COLUMNS = 1_000
"""That are looked at; a line of commas has four million."""

HEADINGS: Mapping[str, str] = {
    "name": N_("Institution"),
    "category": N_("Category"),
    "office": N_("Office of the addressee"),
    "protocol_title": N_("Protocol title"),
    "holder": N_("Present holder"),
    "liaison": N_("Liaison officer"),
    "telephone": N_("Telephone"),
    "email": N_("E-mail"),
    "route": N_("Channel of letters"),
    "language": N_("Language"),
    "anonymous": N_("Anonymous"),
    "audience": N_("May see answers for"),
    "marking": N_("Highest marking"),
    "id": N_("Identifier"),
}
"""The columns, in the order in which they go out."""

_YES = N_("Yes")
_NO = N_("No")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "category": CATEGORIES,
    "route": ROUTES,
    "language": LANGUAGE_NAMES,
    "anonymous": {"yes": _YES, "no": _NO},
    "audience": AUDIENCES,
}
"""By column: what it may say, by key."""
_COMMAS = ("en", "zh")
"""Languages whose Excel parts columns by commas; the others part by semicolons."""

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def write_stakeholders(stakeholders: Iterable[Stakeholder], language: str) -> bytes:
    """CSV in UTF-8 with a byte order mark, which Excel needs; no cell is a formula."""
    tr = catalogue_of(language)
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter="," if language in _COMMAS else ";")
    writer.writerow(tr(each) for each in HEADINGS.values())
    for each in stakeholders:
        cells = _cells(each, tr)
        writer.writerow(inert(cells[name]) for name in HEADINGS)
    return target.getvalue().encode("utf-8-sig")


def read_stakeholders(content: bytes) -> tuple[Stakeholder, ...]:
    """All of them or none; those without an identifier get a new one.

    Columns may stand in any order, be named in any of the six languages, and be
    missing but for the institution's name.  A blank category is the government.

    Raises:
        AppError: ``stakeholder.not_text``, ``stakeholder.no_names``,
            ``stakeholder.columns_twice``, ``stakeholder.too_long``.
        RefusedEntriesError: ``stakeholder.refused``, with an error for each line.
    """
    rows = list(_rows(_text(content)))
    columns = _columns(rows[0] if rows else ())
    found: list[Stakeholder] = []
    errors: list[AppError] = []
    for line, row in enumerate(rows[1:], start=2):
        try:
            if any(cell.strip() for cell in row):
                found.append(_stakeholder(_Line(line, columns, rows[0], row)))
        except AppError as exc:
            errors.append(exc)
    if errors:
        raise RefusedEntriesError("stakeholder.refused", tuple(errors))
    return tuple(found)


def unread_columns(content: bytes) -> tuple[str, ...]:
    """Headings of a list that ``read_stakeholders`` has taken, and left out."""
    names = _heading_names()
    heading = next(_rows(_text(content)), [])[:MOST_COLUMNS]
    return tuple(
        kept_line(text, 60) for text in heading if same_text(text) not in {"", *names}
    )


def _cells(stakeholder: Stakeholder, tr: Callable[[str], str]) -> Mapping[str, str]:
    audience = stakeholder.audience
    return {
        "name": stakeholder.name,
        "category": tr(CATEGORIES[stakeholder.category]),
        "office": stakeholder.addressee.office,
        "protocol_title": stakeholder.addressee.protocol_title,
        "holder": stakeholder.addressee.holder,
        "liaison": stakeholder.liaison.name,
        "telephone": stakeholder.liaison.telephone,
        "email": stakeholder.liaison.email,
        "route": tr(ROUTES[stakeholder.route]),
        "language": LANGUAGE_NAMES.get(stakeholder.language, stakeholder.language),
        "anonymous": tr(_YES if stakeholder.is_anonymous else _NO),
        "audience": tr(AUDIENCES[audience]) if audience else "",
        "marking": stakeholder.marking,
        "id": stakeholder.id,
    }


def _text(content: bytes) -> str:
    refuse_large(content, LARGEST_LIST)
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as exc:
        raise AppError("stakeholder.not_text") from exc


def _rows(text: str) -> Iterator[list[str]]:
    heading = text.partition("\n")[0]
    mark = max(";,\t", key=heading.count)
    try:
        for count, row in enumerate(
            csv.reader(StringIO(text, newline=""), delimiter=mark)
        ):
            if count > MOST:
                raise AppError("stakeholder.too_long", limit=MOST)
            yield row
    except csv.Error as exc:
        raise AppError("stakeholder.not_text") from exc


def _columns(heading: Sequence[str]) -> Mapping[str, int]:
    """The place of each column, by its heading in any language or its own key."""
    names = _heading_names()
    columns: dict[str, int] = {}
    for place, text in enumerate(heading[:MOST_COLUMNS]):
        name = names.get(same_text(text))
        if name in columns:
            raise AppError("stakeholder.columns_twice", column=kept_line(text, 60))
        if name is not None:
            columns[name] = place
    if "name" not in columns:
        raise AppError("stakeholder.no_names")
    return columns


@cache
def _heading_names() -> Mapping[str, str]:
    return _known(HEADINGS)


@cache
def _words_of(column: str) -> Mapping[str, str]:
    return _known(_WORDS[column])


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    columns: Mapping[str, int]
    heading: Sequence[str]
    row: Sequence[str]

    def text(self, name: str) -> str:
        place = self.columns.get(name, len(self.row))
        text = kept_line(self.row[place]) if place < len(self.row) else ""
        return as_written(text)

    def word(self, name: str, default: str) -> str:
        """The key of a word in any language.

        Raises:
            AppError: ``stakeholder.unknown_word``.
        """
        text = same_text(self.text(name))
        known = _words_of(name)
        if text and text not in known:
            column = kept_line(self.heading[self.columns[name]], 60)
            found = self.text(name)[:60]
            raise AppError(
                "stakeholder.unknown_word", line=self.number, found=found, column=column
            )
        return known[text] if text else default


def _stakeholder(line: _Line) -> Stakeholder:
    if not line.text("name"):
        raise AppError("stakeholder.unnamed", line=line.number)
    audience = line.word("audience", "")
    own = line.text("id").lower()
    return Stakeholder(
        id=own if _UUID.fullmatch(own) else str(uuid4()),
        name=line.text("name"),
        category=Category(line.word("category", Category.GOVERNMENT)),
        addressee=Addressee(
            line.text("office"), line.text("protocol_title"), line.text("holder")
        ),
        liaison=Liaison(
            line.text("liaison"), line.text("telephone"), line.text("email")
        ),
        route=Route(line.word("route", Route.DIRECT)),
        language=line.word("language", "ar"),
        is_anonymous=line.word("anonymous", "no") == "yes",
        audience=Confidentiality(audience) if audience else None,
        marking=line.text("marking"),
    )


def _known(words: Mapping[str, str]) -> dict[str, str]:
    """Keys by their words in every language and by themselves, as ``same_text`` has
    them.
    """
    return {
        same_text(catalogue_of(language)(text)): key
        for language in OFFICIAL_LANGUAGES
        for key, text in words.items()
    } | {same_text(key): key for key in words}
