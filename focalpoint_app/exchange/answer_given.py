"""One question's answer out of what a form brought back, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from focalpoint_app.domain.answer import LONGEST_CELL, NOT_COLLECTED
from focalpoint_app.domain.canonical import decimal_text
from focalpoint_app.domain.consultation import Asked, Flaw, Option
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import HARD_LIMIT, clean_text
from focalpoint_app.exchange.frame import catalogue_of, shown
from focalpoint_app.exchange.request_digest import row_id
from focalpoint_app.exchange.row_ids import ids_of
from focalpoint_app.exchange.typed import choice_of, date_of, numbers_of, same_text
from focalpoint_app.language.names import OFFICIAL_LANGUAGES

MOST_ROWS = 2_000
_DATA_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_POINTED = "en"
"""A language that writes numbers as data have them."""
_MISREAD = {
    "choice": "reply.not_a_choice",
    "number": "reply.not_a_number",
    "date": "reply.not_a_date",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What stood in the places for an answer, as text.

    ``rows`` are a table's, by column id, with their ``id`` where they have one;
    ``chosen`` the ids of ticked boxes; ``texts`` by language, where it is known.
    """

    text: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()

    @property
    def words(self) -> str:
        """All that was written, for where it cannot be taken as an answer."""
        lines = ("\t".join(filter(None, row.values())) for row in self.rows)
        texts = (self.text.strip(), *self.texts.values(), *self.chosen, *lines)
        return "\n".join(filter(None, texts))


class FlawedAnswerError(Exception):
    """``flaw`` costs this question its answer, no other."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.code)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Reading:
    """How answers are taken: the language asked in, and the reply they are of.

    ``is_data``: a program wrote them, whose numbers have a point in every language.
    """

    language: str
    reply: str
    is_data: bool = False

    def entry(self, asked: Asked, filled: Filled) -> dict[str, Any] | None:
        """``{"value": …}``; None where nothing was answered, or where only the draft
        that was sent stands there: silence is no contribution.

        Raises:
            FlawedAnswerError: ``reply.*``, naming the question.
        """
        value = self._value(asked, filled)
        if value is None or value == self._draft(asked):
            return None
        return {"value": value}

    def _value(self, asked: Asked, filled: Filled) -> Any:
        if asked.kind == "choices":
            return self._chosen(asked, filled.chosen) or None
        if asked.kind == "table":
            return self._rows(asked, filled.rows) or None
        if asked.kind == "text":
            texts = filled.texts or {self.language: filled.text}
            return self._texts(asked, texts) or None
        text = filled.text.strip()
        if not same_text(text):
            return None
        return self._short(asked, asked.kind, asked.choices, text)

    def _texts(self, asked: Asked, texts: Mapping[str, str]) -> dict[str, str]:
        return {
            language: within(asked, text.strip(), asked.limit)
            for language, text in texts.items()
            if same_text(text)
        }

    def _chosen(self, asked: Asked, chosen: Sequence[str]) -> list[str]:
        known = {each.id for each in asked.choices}
        for each in chosen:
            if each not in known:
                raise flawed(_MISREAD["choice"], asked, found=each[:60])
        return sorted(set(chosen))

    def _short(
        self, asked: Asked, kind: str, options: Sequence[Option], text: str
    ) -> Any:
        found: Any = None
        match kind:
            case "choice":
                found = choice_of(text, options)
            case "number":
                found = self._number(asked, text)
            case "date":
                found = date_of(text)
            case _:
                return within(asked, text, LONGEST_CELL)
        if found is None:
            raise flawed(_MISREAD[kind], asked, found=text[:60])
        return found

    def _number(self, asked: Asked, text: str) -> Decimal | None:
        """A number of the draft means itself, as the form shows it or, with a point,
        as older forms did."""
        is_written_out = self.is_data and _DATA_NUMBER.fullmatch(text)
        meant = numbers_of(text, _POINTED if is_written_out else self.language)
        if len(meant) < 2:
            return next(iter(meant), None)
        for drafted in _drafted_numbers(asked):
            shown_as = catalogue_of(self.language).number(drafted)
            if text in (shown_as, decimal_text(drafted)):
                return drafted
        raise flawed("reply.two_numbers", asked, found=text[:60])

    def _rows(
        self, asked: Asked, rows: Sequence[Mapping[str, str]]
    ) -> list[dict[str, Any]]:
        if len(rows) > MOST_ROWS:
            raise flawed("reply.too_many_rows", asked, limit=str(MOST_ROWS))
        sent = list((asked.draft or {}).get("value") or ())
        named = [(row.get("id", ""), self._cells(asked, row)) for row in rows]
        found = [(name, cells) for name, cells in named if cells]
        new = (row_id(self.reply, asked.id, n) for n in count())
        ids = ids_of(found, sent, new)
        return [{"id": i} | cells for i, (_, cells) in zip(ids, found, strict=True)]

    def _cells(self, asked: Asked, row: Mapping[str, str]) -> dict[str, Any]:
        return {
            column.id: self._cell(asked, column, row[column.id].strip())
            for column in asked.columns
            if same_text(row.get(column.id, ""))
        }

    def _cell(self, asked: Asked, column: Option, text: str) -> Any:
        if same_text(text) in _not_collected():
            return NOT_COLLECTED
        return self._short(asked, column.kind, column.choices, text)

    def _draft(self, asked: Asked) -> Any:
        """The draft in the form in which it comes back when nobody touched it."""
        value = (asked.draft or {}).get("value")
        if value is None:
            return None
        if asked.kind == "text":
            text = value.get(self.language)
            return text and {self.language: clean_text(shown(text)).strip()}
        return sorted(value) if asked.kind == "choices" else value


def _drafted_numbers(asked: Asked) -> Iterator[Decimal]:
    value = (asked.draft or {}).get("value")
    rows = value if asked.kind == "table" else [{"": value}]
    for row in rows or ():
        yield from (each for each in row.values() if isinstance(each, Decimal))


def within(asked: Asked, text: str, limit: int) -> str:
    """The text as answers keep it; a flaw where it is longer than ``limit``."""
    if len(text) > HARD_LIMIT:
        raise flawed(
            "reply.over_limit", asked, length=str(len(text)), limit=str(HARD_LIMIT)
        )
    try:
        cleaned = clean_text(text)
    except AppError as exc:
        raise flawed("reply.unstorable", asked) from exc
    if len(cleaned) > (limit or HARD_LIMIT):
        length, most = str(len(cleaned)), str(limit or HARD_LIMIT)
        raise flawed("reply.over_limit", asked, length=length, limit=most)
    return cleaned


def flawed(code: str, asked: Asked, **context: str) -> FlawedAnswerError:
    return FlawedAnswerError(flaw_of(code, asked, **context))


def flaw_of(code: str, asked: Asked, **context: str) -> Flaw:
    """A flaw that names its question as its reader knows it."""
    question = asked.provision or asked.id
    return Flaw(code, asked.id, {"question": question, **context})


@cache
def _not_collected() -> frozenset[str]:
    return frozenset(
        same_text(catalogue_of(language)("not collected"))
        for language in OFFICIAL_LANGUAGES
    ) | {same_text(NOT_COLLECTED)}
