"""A submission as a tree of blocks: cover, contents, answers, sources, sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from focalpoint_app.document.abreast import Answers, level
from focalpoint_app.document.assistance import assistance_part
from focalpoint_app.document.blocks import (
    Attachment,
    Block,
    Contents,
    Document,
    Heading,
    Run,
)
from focalpoint_app.document.consultation_record import Naming, record_part
from focalpoint_app.document.cover import cover
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import Look
from focalpoint_app.document.sign_off import sign_off
from focalpoint_app.document.source_list import source_part
from focalpoint_app.document.wording import Wording, Wordings, wordings_of
from focalpoint_app.domain.questionnaire import CLOSING, Article, Part
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.provisions import written_provision
from focalpoint_app.language.stamps import wording_stamp

_FORM = 1
"""Counts up where a submission says the same data in another order, or other things
of them, by the same sentences, or draws them with other fonts: only pages of one form
are compared word by word.  ``tests/document/test_form.py`` fails where it must."""


def submission(
    view: EditionView,
    tr: Catalogue,
    lines: tuple[SignLine, ...],
    attachments: tuple[Attachment, ...] = (),
    look: Look | None = None,
) -> Document:
    """One edition in one language, or with a translation beside.

    A draft (``view.digest`` None) carries DRAFT across each page, what a
    demonstration certificate signs carries DEMONSTRATION.
    """
    look = look or Look()
    wordings = wordings_of(tr, look.beside)
    title = wordings[0].of(view.questionnaire.title)
    blocks = (*_blocks(view, wordings), *sign_off(view, lines, wordings))
    document = framed(title, view.state, blocks, wordings[0], look.paper)
    return replace(
        document,
        subject=tr("Answers to the self-assessment questionnaire"),
        foot=view.short_digest,
        watermark=_watermark(view, tr, demonstration=look.demonstration),
        attachments=attachments,
        stamp=f"{_FORM}.{wording_stamp(*(each.language for each in wordings))}",
    )


def contents(wording: Wording) -> Contents:
    run = Run(wording.tr("Contents"), wording.language)
    return Contents(Heading(1, (run,), wording.language, listed=False))


def article_heading(wording: Wording, part: Part, article: Article) -> Heading:
    title = wording.of(article.title)
    if article.id != CLOSING:
        number = written_provision(article.id, wording.language)
        title = f"{number} · {title}"
    return heading(wording, title, 2, anchor=f"{part.id}.{article.id}")


def _watermark(view: EditionView, tr: Catalogue, *, demonstration: bool) -> str | None:
    if view.is_draft:
        return tr("DRAFT")
    return tr("DEMONSTRATION") if demonstration else None


def _blocks(view: EditionView, wordings: Wordings) -> Iterator[Block]:
    """All but the sign-off."""
    yield from cover(view, wordings)
    yield contents(wordings[0])
    answers = Answers(view, wordings)
    for part_id in view.parts:
        yield from _part(view, wordings, answers, view.questionnaire.part(part_id))
    yield from assistance_part(view, wordings)
    yield from source_part(view, wordings)
    if view.consulted is not None:
        yield from record_part(view.consulted, wordings, _naming(view), new_page=True)


def _naming(view: EditionView) -> Naming:
    """The provision in full, else the question itself."""
    questions = view.questionnaire.questions

    def named(question: str, wording: Wording) -> str:
        asked = questions[question]
        if asked.provision:
            return wording.provision(asked)
        return wording.of(asked.text)

    return named


def _part(
    view: EditionView, wordings: Wordings, answers: Answers, part: Part
) -> Iterator[Block]:
    def opening(wording: Wording) -> Iterator[Block]:
        title = wording.of(part.title)
        yield heading(wording, title, 1, anchor=part.id, new_page=True)

    yield from level(wordings, opening)
    for article in part.articles:
        asked = [
            question
            for question in article.questions
            if question.parent is None and view.facts.is_visible(question.id)
        ]
        if asked:
            yield from _article_title(wordings, part, article)
        for question in asked:
            yield from answers.question(question)


def _article_title(wordings: Wordings, part: Part, article: Article) -> Iterator[Block]:
    return level(wordings, lambda each: (article_heading(each, part, article),))
