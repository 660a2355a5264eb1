"""Working papers: one article, the sources, the assistance, as they stand today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from focalpoint_app.document.abreast import Answers, level
from focalpoint_app.document.assistance import NEEDED, RECEIVED, gathered_table
from focalpoint_app.document.blocks import (
    Block,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Style,
)
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import Look
from focalpoint_app.document.source_list import (
    addresses,
    as_one,
    described,
    source_list,
)
from focalpoint_app.document.submission import article_heading
from focalpoint_app.document.wording import Wording, Wordings, wordings_of
from focalpoint_app.domain.questionnaire import Article, Part
from focalpoint_app.domain.source import Source
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment
from focalpoint_app.language.markers import N_
from focalpoint_app.language.states import state_name


def article_paper(
    view: EditionView,
    place: tuple[Part, Article],
    tr: Catalogue,
    look: Look | None = None,
) -> Document:
    """One article with its answers, DRAFT across each page."""
    look = look or Look()
    wordings = wordings_of(tr, look.beside)
    part, article = place
    shown = replace(view, printed=frozenset(each.id for each in article.questions))
    name = wordings[0].of(view.questionnaire.title)
    blocks = _article(shown, part, article, wordings)
    document = framed(name, view.state, blocks, wordings[0], look.paper)
    return replace(document, watermark=tr("DRAFT"))


def source_paper(
    view: EditionView, tr: Catalogue, look: Look | None = None
) -> Document:
    """Every source: the cited ones as the submission numbers them, then the others."""
    look = look or Look()
    wordings = wordings_of(tr, look.beside)
    name = tr("Sources")
    return framed(name, view.state, _sources(view, wordings), wordings[0], look.paper)


def assistance_paper(
    view: EditionView, tr: Catalogue, look: Look | None = None
) -> Document:
    """What all instruments need and have received, the most urgent first."""
    look = look or Look()
    wordings = wordings_of(tr, look.beside)
    name = tr("Technical assistance")
    return framed(
        name, view.state, _assistance(view, wordings), wordings[0], look.paper
    )


def _article(
    view: EditionView, part: Part, article: Article, wordings: Wordings
) -> Iterator[Block]:
    def opening(wording: Wording) -> Iterator[Block]:
        yield heading(wording, wording.of(part.title), 1, anchor=part.id)
        text = wording.tr(
            "Working paper: the answers as they stand, whatever their confidentiality."
        )
        yield wording.paragraph(text, Style.NOTE)
        yield from _taken(view, wording)
        yield article_heading(wording, part, article)

    yield from level(wordings, opening)
    answers = Answers(view, wordings)
    for question in article.questions:
        if question.parent is None and view.facts.is_visible(question.id):
            yield from answers.question(question)
    if view.source_numbers:
        yield from level(wordings, partial(_small, N_("Sources")))
        yield source_list(view, wordings)


def _small(title: str, wording: Wording) -> Iterator[Block]:
    yield heading(wording, wording.tr(title), 2)


def _sources(view: EditionView, wordings: Wordings) -> Iterator[Block]:
    yield from level(wordings, lambda each: _title(view, each, each.tr("Sources")))
    if not view.sources:
        text = wordings[0].tr("No source is kept yet.")
        yield wordings[0].paragraph(text, Style.NOTE)
    if view.source_numbers:
        yield source_list(view, wordings, linked=False)
    others = [each for each in view.sources if each.id not in view.source_numbers]
    if others:
        yield from level(wordings, partial(_small, N_("Not cited")))
        yield ListBlock(
            tuple(
                ListItem("•", as_one(_uncited(source, wordings[0])))
                for source in others
            )
        )


def _uncited(source: Source, wording: Wording) -> Iterator[Paragraph]:
    yield described(source, wording)
    yield from addresses(source, wording)


_GATHERED = (
    (NEEDED, N_("Technical assistance needed"), N_("No need is described yet.")),
    (
        RECEIVED,
        N_("Technical assistance received"),
        N_("No assistance received is described yet."),
    ),
)


def _assistance(view: EditionView, wordings: Wordings) -> Iterator[Block]:
    def opening(wording: Wording) -> Iterator[Block]:
        return _title(view, wording, wording.tr("Technical assistance"))

    yield from level(wordings, opening)
    for name, title, nothing in _GATHERED:
        yield from level(wordings, partial(_small, title))
        table = gathered_table(name, view, wordings)
        if table is None:
            first = wordings[0]
            yield first.paragraph(first.tr(nothing), Style.NOTE)
        else:
            yield table


def _title(view: EditionView, wording: Wording, text: str) -> Iterator[Block]:
    yield heading(wording, text, 1)
    yield from _taken(view, wording)


def _taken(view: EditionView, wording: Wording) -> Iterator[Block]:
    """Whose it is, and of which moment."""
    words = [state_name(view.state, wording.language)] if view.state else []
    if view.taken is not None:
        moment = written_moment(view.taken, wording.language)
        words.append(wording.tr("As of {moment}", moment=moment))
    if words:
        yield wording.paragraph(" · ".join(words), Style.NOTE)
