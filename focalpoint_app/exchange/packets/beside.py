"""What goes with an answer in a packet: the sources it cites, why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from focalpoint_app.domain.answer import LONGEST_PROVISION, LONGEST_REASON
from focalpoint_app.domain.consultation import Asked
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.source import Source
from focalpoint_app.exchange.answer_given import within
from focalpoint_app.exchange.entries import source_data
from focalpoint_app.exchange.source_entry import source_of

Entry = Mapping[str, Any]


def cite_data(source: Source, provision: str) -> dict[str, Any]:
    """A citation that is understood where the source is not known."""
    return {
        "source": source.id,
        "provision": provision,
        "described": source_data(source),
    }


def cited_source(cite: Entry) -> Source | None:
    """The source as its contributor describes it; None where it does not.

    Raises:
        AppError: ``answers.wrong_source``.
    """
    described = cite.get("described")
    if described is None:
        return None
    found = source_of(_with_numbers(described))
    if found.id != cite["source"]:
        raise AppError("answers.wrong_source", source=found.id, field="id")
    return found


def beside_of(
    asked: Asked, entry: Entry, tell: Callable[[AppError], None]
) -> dict[str, Any]:
    """``cites``, ``skipped`` and ``confidentiality`` of an entry that came in, as
    answers keep them.

    ``tell`` hears what is wrong with a source; it is left out then.

    Raises:
        FlawedAnswerError: for a reason or a provision that is too long.
    """
    found: dict[str, Any] = {}
    cites = list(_cites(asked, entry, tell))
    if cites:
        found["cites"] = cites
    reason = within(asked, str(entry.get("skipped", "")).strip(), LONGEST_REASON)
    if reason and entry.get("value") is None:
        found["skipped"] = reason
    if "confidentiality" in entry:
        found["confidentiality"] = entry["confidentiality"]
    return found


def words_beside(entry: Entry) -> Iterator[str]:
    """For where it cannot be taken with its answer."""
    if entry.get("skipped"):
        yield str(entry["skipped"])
    for cite in entry.get("cites", ()):
        titles = cite.get("described", {}).get("title", {})
        yield " ".join(filter(None, (*titles.values(), cite["provision"])))


def _cites(
    asked: Asked, entry: Entry, tell: Callable[[AppError], None]
) -> Iterator[dict[str, Any]]:
    for cite in entry.get("cites", ()):
        try:
            source = cited_source(cite)
        except AppError as exc:
            tell(exc)
            continue
        provision = within(asked, cite["provision"].strip(), LONGEST_PROVISION)
        if source is None:
            yield {"source": cite["source"], "provision": provision}
        else:
            yield cite_data(source, provision)


def _with_numbers(described: Entry) -> Entry:
    """A year is a string in canonical JSON."""
    year = described.get("year")
    try:
        number = None if year is None else Decimal(year)
    except (InvalidOperation, TypeError):
        return described
    return {**described, "year": number}
