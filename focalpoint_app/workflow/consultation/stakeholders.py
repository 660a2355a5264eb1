"""Stakeholders of the State: kept, renamed, found by their name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Category, Stakeholder, folded_name
from focalpoint_app.domain.text import clean_within
from focalpoint_app.language.alphabetical import alphabetical
from focalpoint_app.workflow.consultation.suggesting import suggestion_of
from focalpoint_app.workflow.review.desk import Desk

LONGEST_NAME = 500
"""Characters in any line of a stakeholder's data."""


def listed_stakeholders(desk: Desk) -> tuple[Stakeholder, ...]:
    """All of them by name, as lists and records show them."""
    return by_name(desk.workspace.stakeholders())


def by_name(found: Iterable[Stakeholder]) -> tuple[Stakeholder, ...]:
    return tuple(sorted(found, key=lambda each: (alphabetical(each.name), each.id)))


def save_stakeholders(desk: Desk, *written: Stakeholder) -> None:
    """All or none, their texts cleaned.

    Raises:
        AppError: ``stakeholder.nameless``, ``stakeholder.named_before``, ``text.*``.
    """
    desk.workspace.save_stakeholders(_storable(desk, written))


def _storable(desk: Desk, written: tuple[Stakeholder, ...]) -> tuple[Stakeholder, ...]:
    cleaned = tuple(map(_cleaned, written))
    if any(not each.name.strip() and not each.is_anonymous for each in cleaned):
        raise AppError("stakeholder.nameless")
    known = {each.id: each for each in desk.workspace.stakeholders()}
    return tuple(_linked(each, known.get(each.id, each)) for each in cleaned)


def change_holder(desk: Desk, stakeholder: Stakeholder, holder: str) -> Stakeholder:
    """Whoever holds the office now: every later letter names them."""
    office = replace(stakeholder.addressee, holder=holder)
    changed = replace(stakeholder, addressee=office)
    save_stakeholders(desk, changed)
    return changed


def stakeholder_named(desk: Desk, name: str) -> Stakeholder:
    """
    Raises:
        AppError: ``stakeholder.unknown``, ``stakeholder.several``.
    """
    wanted = folded_name(name)
    found = [
        each
        for each in desk.workspace.stakeholders()
        if folded_name(each.name) == wanted
    ]
    if not found:
        raise AppError("stakeholder.unknown", name=name)
    if len(found) > 1:
        raise AppError("stakeholder.several", name=name)
    return found[0]


def stakeholder_to_ask(desk: Desk, name: str) -> Stakeholder:
    """The one of this name, or a new public authority that is not kept yet.

    Raises:
        AppError: ``stakeholder.several``, ``stakeholder.nameless``, ``text.*``.
    """
    try:
        return stakeholder_named(desk, name)
    except AppError as exc:
        if exc.code != "stakeholder.unknown":
            raise
    language = desk.review.languages[0]
    new = Stakeholder(desk.new_id(), name, Category.GOVERNMENT, language=language)
    (asked,) = _storable(desk, (new,))
    return asked


def new_stakeholder(
    desk: Desk, name: str, category: Category, others: Iterable[Stakeholder] = ()
) -> Stakeholder:
    """One that reads the review's language and is not kept yet; ``others`` are to be
    kept with it.

    Raises:
        AppError: ``stakeholder.there``.
    """
    wanted = folded_name(name)
    known = (*desk.workspace.stakeholders(), *others)
    if any(folded_name(each.name) == wanted for each in known):
        raise AppError("stakeholder.there", name=name)
    language = desk.review.languages[0]
    return Stakeholder(desk.new_id(), name, category, language=language)


def _linked(written: Stakeholder, before: Stakeholder) -> Stakeholder:
    """Under another name it stays the suggested one that it was."""
    is_renamed = folded_name(written.name) != folded_name(before.name)
    found = suggestion_of(before) if is_renamed else None
    return written if found is None else replace(written, suggestion=found.id)


def _cleaned(stakeholder: Stakeholder) -> Stakeholder:
    return replace(
        stakeholder,
        name=clean_within(stakeholder.name.strip(), LONGEST_NAME),
        addressee=_cleaned_lines(stakeholder.addressee),
        liaison=_cleaned_lines(stakeholder.liaison),
    )


def _cleaned_lines(lines: Any) -> Any:
    return replace(
        lines,
        **{
            each.name: clean_within(getattr(lines, each.name), LONGEST_NAME)
            for each in fields(lines)
        },
    )
