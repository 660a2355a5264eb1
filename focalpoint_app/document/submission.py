"""A submission as a tree of blocks: cover, contents, answers, sources, sign-off."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.answer_blocks import AnswerBlocks
from focalpoint_app.document.back_matter import (
    assistance_table,
    digest_paragraph,
    heading,
    sign_off,
    source_list,
)
from focalpoint_app.document.blocks import (
    Attachment,
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Rule,
    Run,
    Style,
)
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.questionnaire import CLOSING, Article, Part
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.names import language_name
from focalpoint_app.language.provisions import written_provision
from focalpoint_app.language.states import state_name


def submission(
    view: EditionView,
    tr: Catalogue,
    lines: tuple[SignLine, ...],
    attachments: tuple[Attachment, ...] = (),
    *,
    demonstration: bool = False,
) -> Document:
    """One edition in one language.

    A draft (``view.digest`` None) carries DRAFT across each page, what a
    demonstration certificate signs carries DEMONSTRATION.
    """
    wording = Wording(tr)
    title = wording.of(view.questionnaire.title)
    state = state_name(view.state, tr.language)
    return Document(
        title=f"{state}{wording.marks.colon}{title}",
        language=tr.language,
        blocks=tuple(_blocks(view, wording, lines)),
        subject=tr("Answers to the self-assessment questionnaire"),
        author=state,
        head=f"{state} · {title}",
        foot=view.short_digest,
        page_label=tr("Page {page} of {pages}", page="{page}", pages="{pages}"),
        watermark=_watermark(view, tr, demonstration=demonstration),
        attachments=attachments,
    )


def _watermark(view: EditionView, tr: Catalogue, *, demonstration: bool) -> str | None:
    if view.is_draft:
        return tr("DRAFT")
    return tr("DEMONSTRATION") if demonstration else None


def _blocks(
    view: EditionView, wording: Wording, lines: tuple[SignLine, ...]
) -> Iterator[Block]:
    yield from _cover(view, wording)
    yield PageBreak()
    title = wording.tr("Contents")
    yield Contents(
        Heading(1, (Run(title, wording.language),), wording.language, listed=False)
    )
    answers = AnswerBlocks(view, wording)
    for part_id in view.parts:
        yield from _part(view, wording, answers, view.questionnaire.part(part_id))
    yield from assistance_table(view, wording)
    yield from source_list(view, wording)
    yield from sign_off(view, lines, wording)


def _cover(view: EditionView, wording: Wording) -> Iterator[Block]:
    tr = wording.tr
    yield wording.paragraph(
        state_name(view.state, wording.language), Style.COVER_TITLE, bold=True
    )
    yield wording.paragraph(wording.of(view.questionnaire.title), Style.COVER_TITLE)
    yield wording.paragraph(
        tr("Review Mechanism of the Convention against Transnational Organized Crime"),
        Style.COVER_LINE,
    )
    yield Rule()
    for part in view.parts:
        title = wording.of(view.questionnaire.part(part).title)
        yield wording.paragraph(title, Style.COVER_LINE)
    yield Rule()
    yield from _cover_lines(view, wording)
    if view.digest is not None:
        yield wording.label(tr("Digest of the answers (SHA-256)"))
        yield digest_paragraph(view.digest, wording)
    for text in wording.of(view.questionnaire.notice).split("\n"):
        yield wording.paragraph(text, Style.NOTE)


def _cover_lines(view: EditionView, wording: Wording) -> Iterator[Paragraph]:
    tr = wording.tr
    audiences = {
        Audience.REVIEWING: tr("Edition for the reviewing States"),
        Audience.PUBLIC: tr("Public edition"),
    }
    yield wording.paragraph(audiences[view.audience], Style.COVER_LINE)
    if view.cleared is not None:
        day = written_date(view.cleared.date().isoformat(), wording.language)
        yield wording.paragraph(tr("Cleared on {date}", date=day), Style.COVER_LINE)
    else:
        yield wording.paragraph(tr("Draft, not cleared"), Style.COVER_LINE)
    name = language_name(wording.language)
    yield wording.paragraph(tr("Language: {language}", language=name), Style.COVER_LINE)


def _part(
    view: EditionView, wording: Wording, answers: AnswerBlocks, part: Part
) -> Iterator[Block]:
    yield heading(wording, wording.of(part.title), 1, anchor=part.id, new_page=True)
    for article in part.articles:
        asked = [
            question
            for question in article.questions
            if question.parent is None and view.facts.is_visible(question.id)
        ]
        if not asked:
            continue
        yield _article_heading(wording, part, article)
        for question in asked:
            yield from answers.question(question)


def _article_heading(wording: Wording, part: Part, article: Article) -> Heading:
    title = wording.of(article.title)
    if article.id != CLOSING:
        number = written_provision(article.id, wording.language)
        title = f"{number} · {title}"
    return heading(wording, title, 2, anchor=f"{part.id}.{article.id}")
