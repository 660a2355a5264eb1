"""Whether a finished public edition tells anything of what must stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from focalpoint_app.document.blocks import Heading, plain_text, walk
from focalpoint_app.document.look import Look, Paper
from focalpoint_app.document.said import paragraphs_of
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.clearance import Audience, Clearance, edition_of
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.leaks import leaked, passages_with, secret_runs, words_turned
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import MONTHS, MONTHS_OF_DAYS, written_date
from focalpoint_app.language.states import state_name
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.review.clear import cleared_content
from focalpoint_app.workflow.submitting.editions import view_of

if TYPE_CHECKING:
    from focalpoint_app.storage.workspace import Workspace

_GROUPED = re.compile(r"\d{1,3}(?:\s\d{3})+")
_METADATA = "PDF/UA identification schema"
"""Words of the metadata of every file."""

_IDS = frozenset({"id", "source"})


@dataclass(frozen=True, slots=True)
class Printing:
    """What a document says besides its answers, by the State's own will."""

    languages: tuple[str, ...]
    paper: Paper
    lines: tuple[SignLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LeakCheck:
    """Values and an open workspace, so that the worker may have it."""

    workspace: Workspace
    review: str
    questionnaire: Questionnaire
    clearance: Clearance
    printing: Printing

    def refuse_leaks(self, content: bytes) -> None:
        """``publish.restricted`` where a PDF tells what is not for the public."""
        from focalpoint_app.pdf.verifying.told import everything_told, rows_turned

        cleared = cleared_content(self.clearance)
        public = json.loads(edition_of(cleared, Audience.PUBLIC).content)
        restricted = [*_withheld(cleared, public), *self._internal()]
        permitted = [*self._composed(public), *self._own_words(public)]
        secret = secret_runs(restricted, permitted)
        found = passages_with(everything_told(content), secret)
        if suspects := passages_with(rows_turned(content), secret):
            found = (
                *found,
                *leaked(suspects, restricted, map(words_turned, permitted)),
            )
        if found:
            passage = found[0][:60]
            raise AppError("publish.restricted", count=len(found), passage=passage)

    def _internal(self) -> Iterator[str]:
        """What no edition ever holds: notes, contributions, letters."""
        workspace, review = self.workspace, self.review
        for note in workspace.notes(review):
            yield note.text
        for given in workspace.contributions(review):
            yield from _strings(given.entry)
            yield from (trace.text for trace in given.traces)
        for receipt in workspace.receipts(review):
            yield from receipt.unassigned
        for use in workspace.uses(review):
            yield use.reason
        for each in workspace.rounds(review):
            yield each.letter
        for gone in workspace.withdrawals(review):
            yield gone.reason

    def _composed(self, public: Mapping[str, Any]) -> Iterator[str]:
        """What the public data say, and what any document makes of them: citations
        and dates, one thing after the other."""
        yield from _strings(public, ids=True)
        printing, view = self.printing, view_of(self.questionnaire, public, None)
        first, *beside = map(Catalogue, printing.languages)
        look = Look(beside[0] if beside else None, printing.paper)
        document = submission(view, first, printing.lines, look=look)
        said = list(paragraphs_of(document))
        yield from map(_turned, said)
        yield " ".join(said)
        headings = [b for b in walk(document.blocks) if isinstance(b, Heading)]
        yield " ".join(plain_text(each.runs) for each in headings)

    def _own_words(self, public: Mapping[str, Any]) -> Iterator[str]:
        """Questions and what they are called, the program's sentences, names, dates."""
        yield from self.questionnaire.questions
        yield from _strings(questionnaire_to_data(self.questionnaire))
        paper = self.printing.paper
        yield from paper.letterhead.lines if paper.letterhead else ()
        yield paper.marking
        yield _METADATA
        for line in self.printing.lines:
            yield from _strings(asdict(line))
        for language in self.printing.languages:
            yield from _words_of(language, public)


def _words_of(language: str, public: Mapping[str, Any]) -> Iterator[str]:
    folder = resources_folder() / "translations"
    own = folder / f"{language}.po"
    catalogue = own if own.exists() else folder / "ar.po"  # English is in each.
    yield catalogue.read_text(encoding="utf-8").replace('"\n"', "")
    yield state_name(public["state"], language)
    yield written_date(str(public["cleared"])[:10], language)
    for names in (*MONTHS.values(), *MONTHS_OF_DAYS.values()):
        yield from names


def _withheld(cleared: Mapping[str, Any], public: Mapping[str, Any]) -> Iterator[str]:
    for question, entry in cleared["answers"].items():
        if question not in public["answers"]:
            yield from _strings(entry)
    shown = {each["id"] for each in public["sources"]}
    for source in cleared["sources"]:
        if source["id"] not in shown:
            yield from _strings(source)


def _turned(text: str) -> str:
    """PDFium reads an address in a line of Arabic part by part from its end, and a
    number in groups of three likewise."""
    grouped = _GROUPED.sub(lambda m: " ".join(reversed(m[0].split())), text)
    tokens = (re.findall(r"\w+|\W", token) for token in grouped.split())
    return " ".join("".join(reversed(parts)) for parts in tokens)


def _strings(value: Any, *, ids: bool = False) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name in value:
                if ids or name not in _IDS:
                    yield from _strings(value[name], ids=ids)
        case list() | tuple():
            for each in value:
                yield from _strings(each, ids=ids)
