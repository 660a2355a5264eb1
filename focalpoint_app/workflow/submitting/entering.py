"""What the online system takes from a clearance: an offline page and text files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.plain_answer import plain_answer
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.exchange.web_entry import (
    EntryField,
    EntryPage,
    html_page,
    text_files,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.states import state_name
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.submitting.submission import edition, view_of
from focalpoint_app.workflow.verbs.reports import question_in_instrument

PAGE_NAME = "answers.html"
TEXT_FOLDER = "answers"
_OURS = re.compile(r"\d{3,}-[^/\\]+\.txt")


def write_entry_files(
    questionnaire: Questionnaire, clearance: Clearance, folder: Path, language: str
) -> Path:
    """Write the page and the text files into ``folder``; returns the page's path.

    Raises:
        AppError: ``file.unwritable``, ``disk.full``.
    """
    leaving = edition(clearance, Audience.REVIEWING)
    content = json.loads(leaving.content)
    view = view_of(questionnaire, content, leaving.digest)
    wording = Wording(Catalogue(language))
    fields = tuple(_fields(view, wording))
    target = folder / PAGE_NAME
    template = (resources_folder() / "web" / "entry.html").read_text(encoding="utf-8")
    texts = folder / TEXT_FOLDER
    try:
        texts.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise AppError("file.unwritable", file=str(texts)) from exc
    written = text_files(fields)
    for name, text in written.items():
        publish(text, texts / name)
    _withdraw(texts, frozenset(written))
    page = html_page(_page(view, wording, fields), template)
    publish(page.encode("utf-8"), target)
    return target


def _withdraw(folder: Path, current: frozenset[str]) -> None:
    """Files of an earlier export would have answers entered that left no more."""
    for path in folder.iterdir():
        if path.name not in current and _OURS.fullmatch(path.name):
            try:
                path.unlink()
            except OSError as exc:
                raise AppError("file.unwritable", file=str(path)) from exc


def _fields(view: EditionView, wording: Wording) -> Iterator[EntryField]:
    asked = (
        question
        for question in view.questionnaire.questions.values()
        if question.id in view.answers and view.facts.is_visible(question.id)
    )
    for number, question in enumerate(asked, start=1):
        yield EntryField(
            number,
            question.id,
            question_in_instrument(view.questionnaire, question, wording.tr),
            wording.of(question.text),
            plain_answer(question, view, wording),
        )


def _page(
    view: EditionView, wording: Wording, fields: tuple[EntryField, ...]
) -> EntryPage:
    tr = wording.tr
    title = wording.of(view.questionnaire.title)
    phrases = {
        "copy": tr("Copy"),
        "copied": tr("Copied"),
        "entered": tr("Entered"),
        "characters": tr("{n} characters", n="{n}"),
        "done": tr("{n} of {of} entered", n="{n}", of="{of}"),
        "digest_label": tr("Digest:"),
    }
    return EntryPage(
        title=f"{state_name(view.state, tr.language)}: {title}",
        language=tr.language,
        direction="rtl" if tr.is_rtl else "ltr",
        digest=view.digest or "",
        phrases=phrases,
        fields=fields,
    )
