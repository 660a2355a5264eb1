"""A questionnaire's shared lists: choices, columns, templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from focalpoint_app.domain.questionnaire import Choice, Column, Kind
from focalpoint_app.forms.entries import Entry
from focalpoint_app.forms.faults import Faults, fault
from focalpoint_app.forms.wording import Wording


@dataclass(frozen=True, slots=True)
class SharedLists:
    """Named lists of ``questionnaire.yaml``; a list written in place has no name."""

    choices: Mapping[str, tuple[Choice, ...]]
    columns: Mapping[str, tuple[Column, ...]]
    templates: Mapping[str, Entry]
    wording: Wording
    faults: Faults

    def choices_of(self, entry: Entry | None, context: str) -> tuple[Choice, ...]:
        """The list an entry names or holds; ``context`` is its question's id."""
        if entry is None:
            return ()
        if isinstance(entry.value, list):
            return read_choices(entry.value, f"{context}/choice", self.wording)
        if entry.scalar not in self.choices:
            self.faults.add(fault("form.unknown_choices", entry, name=entry.scalar))
        return self.choices.get(entry.scalar, ())

    def columns_of(self, entry: Entry | None, context: str) -> tuple[Column, ...]:
        if entry is None:
            return ()
        if isinstance(entry.value, list):
            return tuple(
                self.column(each, f"{context}/column/{each.text('id')}")
                for each in entry.value
            )
        if entry.scalar not in self.columns:
            self.faults.add(fault("form.unknown_columns", entry, name=entry.scalar))
        return self.columns.get(entry.scalar, ())

    def column(self, entry: Entry, context: str) -> Column:
        unit = entry.get("unit")
        return Column(
            entry.text("id"),
            Kind(entry.text("kind")),
            self.wording.texts(context, entry.get("text")),
            unit.scalar if unit else None,
            self.choices_of(entry.get("choices"), context),
        )


def shared_lists(root: Entry, wording: Wording, faults: Faults) -> SharedLists:
    choices = {
        name: read_choices(each.value, f"choices.{name}", wording)
        for name, each in root.fields("choices").items()
        if isinstance(each.value, list)
    }
    bare = SharedLists(choices, {}, root.fields("templates"), wording, faults)
    columns = {
        name: tuple(
            bare.column(each, f"columns.{name}/{each.text('id')}")
            for each in root.fields("columns")[name].value
            if isinstance(each, Entry)
        )
        for name in root.fields("columns")
    }
    return SharedLists(choices, columns, bare.templates, wording, faults)


def read_choices(
    entries: list[Entry], context: str, wording: Wording
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            entry.text("id"),
            wording.texts(f"{context}/{entry.text('id')}", entry.get("text")),
        )
        for entry in entries
    )
