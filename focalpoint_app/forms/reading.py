"""Reads a questionnaire from its folder, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Part, Questionnaire
from focalpoint_app.forms.checks import duplicates, inconsistencies
from focalpoint_app.forms.entries import Entry, read_entries
from focalpoint_app.forms.expansion import Expansion
from focalpoint_app.forms.faults import Faults, fault
from focalpoint_app.forms.lists import shared_lists
from focalpoint_app.forms.schema import Schema, questionnaire_schema
from focalpoint_app.forms.wording import Wording

MAIN_FILE = "questionnaire.yaml"


def available(folder: Path) -> tuple[str, ...]:
    """Ids of the questionnaires in a folder: ``cluster-1`` and so on."""
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{MAIN_FILE}")))


def load(folder: Path) -> Questionnaire:
    """The questionnaire of a folder as ``forms/cluster-1``.

    Raises:
        RefusedEntriesError: ``form.broken``; each entry names file and line.
    """
    faults = Faults()
    try:
        root, parts = _checked_entries(folder, faults)
        return _built(folder, root, parts, faults)
    except AppError as error:
        if error.code != "form.broken":
            faults.add(error)
            faults.refuse()
        raise


def _checked_entries(folder: Path, faults: Faults) -> tuple[Entry, list[Entry]]:
    schema = questionnaire_schema()
    root = _checked(schema, "questionnaire", folder / MAIN_FILE, faults)
    faults.refuse()
    names = [each.scalar for each in root.each("parts")]
    parts = [
        _checked(schema, "part", folder / f"{name}.yaml", faults) for name in names
    ]
    faults.refuse()
    return root, parts


def _checked(schema: Schema, rule: str, path: Path, faults: Faults) -> Entry:
    entry = read_entries(path)
    for each in schema.faults(rule, entry):
        faults.add(each)
    expected = path.stem if rule == "part" else path.parent.name
    if entry.text("id") != expected:
        faults.add(fault("form.id_not_its_file", entry, id=entry.text("id")))
    return entry


def _built(
    folder: Path, root: Entry, parts: list[Entry], faults: Faults
) -> Questionnaire:
    languages = tuple(each.scalar for each in root.each("languages"))
    wording = Wording(folder, languages, faults)
    expansion = Expansion(shared_lists(root, wording, faults))
    written = tuple(expansion.part(each, root.get("closing")) for each in parts)
    form = _questionnaire(root, written, expansion, parts)
    for each in duplicates(expansion.origins):
        faults.add(each)
    for each in inconsistencies(form, dict(expansion.origins)):
        faults.add(each)
    faults.refuse()
    return form


def _questionnaire(
    root: Entry, parts: tuple[Part, ...], expansion: Expansion, entries: list[Entry]
) -> Questionnaire:
    name, wording = root.text("id"), expansion.lists.wording
    return Questionnaire(
        id=name,
        version=root.text("version"),
        cluster=int(root.text("cluster")),
        title=wording.texts(f"{name}/title", root.get("title")),
        notice=wording.texts(f"{name}/notice", root.get("notice")),
        languages=tuple(each.scalar for each in root.each("languages")),
        parts=parts,
        contradictions=tuple(
            found for each in entries for found in expansion.contradictions(each)
        ),
    )
