"""The public edition in one step, looked through before anybody gets it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from focalpoint_app.domain.clearance import Audience, Clearance, edition_of
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.leaks import leaked
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.language.dates import MONTHS, MONTHS_OF_DAYS, written_date
from focalpoint_app.language.states import state_name
from focalpoint_app.pdf.file.output import publish as put_in_place
from focalpoint_app.pdf.verifying.told import everything_told
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.clear import clear, cleared_content
from focalpoint_app.workflow.desk import Desk
from focalpoint_app.workflow.outputs import refuse_same, refuse_unwritable
from focalpoint_app.workflow.papers import paper_of
from focalpoint_app.workflow.submission import Exported, ExportOptions, Watch, export

_IDS = frozenset({"id", "source"})


def publish_edition(
    desk: Desk, target: Path, language: str, watch: Watch | None = None
) -> Exported:
    """Clear, and write what the public may read; refused where it would say more.

    Raises:
        AppError: ``publish.restricted`` with how many passages; as ``clear`` and
            ``export``.
    """
    refuse_same(desk.path, target)
    refuse_unwritable(target)
    clearance = clear(desk)
    # The marking is the State's own: no marked answer is in a public edition.
    paper = replace(paper_of(desk), marking=desk.workspace.marking())
    options = ExportOptions(target, language, Audience.PUBLIC, lines=(), paper=paper)
    with TemporaryDirectory(prefix="focalpoint-") as folder:
        aside = Path(folder) / target.name
        made = replace(options, target=aside)
        exported = export(desk.questionnaire, clearance, made, watch)
        content = aside.read_bytes()
    refuse_leaks(desk, clearance, content, language)
    put_in_place(content, target)
    return replace(exported, path=target)


def refuse_leaks(
    desk: Desk, clearance: Clearance, content: bytes, language: str
) -> None:
    """``publish.restricted`` where a PDF tells what is not for the public."""
    cleared = cleared_content(clearance)
    public = json.loads(edition_of(cleared, Audience.PUBLIC).content)
    restricted = [*_withheld(cleared, public), *_internal(desk)]
    permitted = [*_strings(public), *_own_words(desk, public, language)]
    found = leaked(everything_told(content), restricted, permitted)
    if found:
        raise AppError("publish.restricted", count=len(found), passage=found[0][:60])


def _withheld(cleared: Mapping[str, Any], public: Mapping[str, Any]) -> Iterator[str]:
    for question, entry in cleared["answers"].items():
        if question not in public["answers"]:
            yield from _strings(entry)
    shown = {each["id"] for each in public["sources"]}
    for source in cleared["sources"]:
        if source["id"] not in shown:
            yield from _strings(source)


def _internal(desk: Desk) -> Iterator[str]:
    """What no edition ever holds: notes, contributions, letters."""
    workspace, review = desk.workspace, desk.review.id
    for note in workspace.notes(review):
        yield note.text
    for given in workspace.contributions(review):
        yield from _strings(given.entry)
        yield from (trace.text for trace in given.traces)
    for receipt in workspace.receipts(review):
        yield from receipt.unassigned
    for each in workspace.rounds(review):
        yield each.letter


def _own_words(desk: Desk, public: Mapping[str, Any], language: str) -> Iterator[str]:
    """What every document says: questions, the program's sentences, names, dates."""
    yield from _strings(questionnaire_to_data(desk.questionnaire))
    translations = resources_folder() / "translations" / f"{language}.po"
    if translations.exists():
        yield translations.read_text(encoding="utf-8")
    paper = paper_of(desk)
    yield from paper.letterhead.lines if paper.letterhead else ()
    yield desk.workspace.marking()
    yield state_name(public["state"], language)
    yield written_date(str(public["cleared"])[:10], language)
    for names in (*MONTHS.values(), *MONTHS_OF_DAYS.values()):
        yield from names


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name in value:
                if name not in _IDS:
                    yield from _strings(value[name])
        case list() | tuple():
            for each in value:
                yield from _strings(each)
