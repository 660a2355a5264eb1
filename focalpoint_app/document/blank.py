"""The questionnaire to print and fill in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from focalpoint_app.document.abreast import level
from focalpoint_app.document.asked_when import asked_when
from focalpoint_app.document.blank_space import space_for
from focalpoint_app.document.blocks import (
    Block,
    Document,
    Paragraph,
    Parallel,
    Rule,
    Run,
    Style,
    WritingSpace,
)
from focalpoint_app.document.cover import (
    after_cover,
    instruments,
    mechanism,
    short_instruments,
)
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import Look
from focalpoint_app.document.submission import article_heading, contents
from focalpoint_app.document.wording import Wording, Wordings, wordings_of
from focalpoint_app.domain.questionnaire import (
    Article,
    Kind,
    Part,
    Question,
    Questionnaire,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.states import state_name

_FILLED_IN = (
    N_("State under review"),
    N_("Institution"),
    N_("Filled in by"),
    N_("Date"),
)


@dataclass(frozen=True, slots=True)
class Blank:
    """What is asked: all articles of ``parts``, or one, as ``untoc.5``."""

    form: Questionnaire
    parts: tuple[str, ...]
    article: str = ""
    state: str = ""

    def chapters(self) -> Iterator[tuple[Part, tuple[Article, ...]]]:
        for name in self.parts:
            part = self.form.part(name)
            wanted = tuple(
                article
                for article in part.articles
                if self.article in ("", f"{name}.{article.id}")
            )
            if wanted:
                yield part, wanted


def blank_questionnaire(
    blank: Blank, tr: Catalogue, look: Look | None = None
) -> Document:
    """Follow-ups are announced in words; guidance stands in small type."""
    look = look or Look()
    wordings = wordings_of(tr, look.beside)
    title = wordings[0].of(blank.form.title)
    blocks = _blocks(blank, wordings)
    document = framed(title, blank.state, blocks, wordings[0], look.paper)
    return replace(document, subject=tr("Questionnaire to be filled in by hand"))


def _blocks(blank: Blank, wordings: Wordings) -> Iterator[Block]:
    yield from _cover(blank, wordings)
    yield from after_cover(blank.form, wordings)
    if not blank.article:
        yield contents(wordings[0])
    for part, articles in blank.chapters():
        yield from level(wordings, partial(_part_heading, part))
        for article in articles:
            yield from _article(blank.form, part, article, wordings)


def _part_heading(part: Part, wording: Wording) -> Iterator[Block]:
    title = wording.of(part.title)
    yield heading(wording, title, 1, anchor=part.id, new_page=True)


def _cover(blank: Blank, wordings: Wordings) -> Iterator[Block]:
    first, *others = wordings
    yield first.paragraph(first.of(blank.form.title), Style.COVER_TITLE, bold=True)
    for wording in others:
        title = wording.of(blank.form.title)
        yield wording.paragraph(title, Style.COVER_LINE, bold=True)
    yield from level(wordings, lambda each: (mechanism(each),))
    yield Rule()
    asked = tuple(part.id for part, _ in blank.chapters())
    name = instruments if not others else short_instruments
    yield from level(wordings, partial(name, blank.form, asked))
    yield Rule()
    fields = [tuple(_to_fill_in(each, blank.state, wordings)) for each in _FILLED_IN]
    yield Parallel(tuple(zip(fields[::2], fields[1::2], strict=True)))
    yield from level(wordings, _how_to_fill_in)


def _to_fill_in(name: str, state: str, wordings: Wordings) -> Iterator[Block]:
    """A known State is printed, the rest has a line to write on."""
    first = wordings[0]
    words = " · ".join(wording.tr(name) for wording in wordings)
    yield first.label(words)
    if state and name == _FILLED_IN[0]:
        yield first.paragraph(state_name(state, first.language), bold=True)
    else:
        yield WritingSpace(1)


def _how_to_fill_in(wording: Wording) -> Iterator[Paragraph]:
    yield wording.paragraph(
        wording.tr(
            "Where the lines do not suffice, continue on a separate sheet and name the"
            " provision there."
        ),
        Style.NOTE,
    )


def _article(
    form: Questionnaire, part: Part, article: Article, wordings: Wordings
) -> Iterator[Block]:
    yield from level(wordings, lambda each: (article_heading(each, part, article),))
    for question in article.questions:
        if question.parent is None:
            yield from _question(form, question, wordings)


def _question(
    form: Questionnaire, question: Question, wordings: Wordings
) -> Iterator[Block]:
    yield from level(wordings, lambda each: _asked(form, question, each))
    yield from space_for(question, wordings)
    for child in form.companions.get(question.id, ()):
        yield from _question(form, child, wordings)


def _asked(
    form: Questionnaire, question: Question, wording: Wording
) -> Iterator[Paragraph]:
    if question.provision and question.parent is None:
        yield _kept(wording.head(question), Style.PROVISION, wording)
    when = asked_when(question, form, wording)
    if when:
        yield _kept(when, Style.NOTE, wording, bold=True)
    style = Style.QUESTION if question.parent is None else Style.BODY
    yield _kept(wording.of(question.text), style, wording)
    for text in filter(None, wording.of(question.guidance).split("\n")):
        yield _kept(text, Style.NOTE, wording)
    if question.kind is Kind.CHOICES:
        yield _kept(wording.tr("Tick every box that applies."), Style.NOTE, wording)


def _kept(
    text: str, style: Style, wording: Wording, *, bold: bool = False
) -> Paragraph:
    runs = (Run(text, wording.language, bold),)
    return Paragraph(runs, style, wording.language, keep_with_next=True)
