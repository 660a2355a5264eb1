"""A submission's first page: whose it is, of what, for whom, in which languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from focalpoint_app.document.abreast import level
from focalpoint_app.document.blocks import Block, PageBreak, Paragraph, Rule, Style
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.sign_off import digest_paragraph
from focalpoint_app.document.wording import Wording, Wordings
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import language_within
from focalpoint_app.language.states import state_name

_AUDIENCES = {
    Audience.REVIEWING: N_("Edition for the reviewing States"),
    Audience.PUBLIC: N_("Public edition"),
}


def cover(view: EditionView, wordings: Wordings) -> Iterator[Block]:
    first, *others = wordings
    yield first.paragraph(
        state_name(view.state, first.language), Style.COVER_TITLE, bold=True
    )
    yield first.paragraph(first.of(view.questionnaire.title), Style.COVER_TITLE)
    for wording in others:
        yield from _in_translation(view, wording)
    yield from level(wordings, lambda each: (mechanism(each),))
    yield Rule()
    name = instruments if not others else short_instruments
    yield from level(wordings, partial(name, view.questionnaire, view.parts))
    yield Rule()
    yield from _lines(view, wordings)
    if view.digest is not None:
        yield first.label(first.tr("Digest of the answers (SHA-256)"))
        yield digest_paragraph(view.digest, first)
    yield from after_cover(view.questionnaire, wordings)


def after_cover(form: Questionnaire, wordings: Wordings) -> Iterator[Block]:
    """Two notices beside each other find room on the next page only."""
    words = level(wordings, lambda each: notice(form, each))
    if len(wordings) > 1:
        yield PageBreak()
        yield from words
    else:
        yield from words
        yield PageBreak()


def mechanism(wording: Wording) -> Paragraph:
    name = wording.tr(
        "Review Mechanism of the Convention against Transnational Organized Crime"
    )
    return wording.paragraph(name, Style.COVER_LINE)


def instruments(
    form: Questionnaire, parts: tuple[str, ...], wording: Wording
) -> Iterator[Paragraph]:
    for part in parts:
        title = wording.of(form.part(part).title)
        yield wording.paragraph(title, Style.COVER_LINE)


def short_instruments(
    form: Questionnaire, parts: tuple[str, ...], wording: Wording
) -> Iterator[Paragraph]:
    """What two languages beside each other leave room for."""
    for part in parts:
        title = wording.of(form.part(part).short_title)
        yield wording.paragraph(title, Style.COVER_LINE)


def notice(form: Questionnaire, wording: Wording) -> Iterator[Paragraph]:
    """Whose wording the questions are."""
    for text in wording.of(form.notice).split("\n"):
        yield wording.paragraph(text, Style.NOTE)


def _in_translation(view: EditionView, wording: Wording) -> Iterator[Paragraph]:
    for text in (
        state_name(view.state, wording.language),
        wording.of(view.questionnaire.title),
    ):
        yield wording.paragraph(text, Style.COVER_LINE, bold=True)


def _lines(view: EditionView, wordings: Wordings) -> Iterator[Paragraph]:
    """One below the other; in two lines where a translation takes the room."""
    first = wordings[0]
    edition, cleared, languages = _said(view, wordings)
    lines: tuple[str, ...] = (edition, cleared, languages)
    if len(wordings) > 1:
        lines = (edition, f"{cleared} · {languages}")
    for line in lines:
        yield first.paragraph(line, Style.COVER_LINE)


def _said(view: EditionView, wordings: Wordings) -> tuple[str, str, str]:
    """Of which edition, when it was cleared, in which languages."""
    first = wordings[0]
    tr = first.tr
    cleared = tr("Draft, not cleared")
    if view.cleared is not None:
        cleared = cleared_on(view.cleared.date(), first)
    names = " · ".join(language_within(wording.language) for wording in wordings)
    languages = tr("Language: {language}", language=names)
    return edition_for(view.audience, first), cleared, languages


def cleared_on(day: date, wording: Wording) -> str:
    written = written_date(day.isoformat(), wording.language)
    return wording.tr("Cleared on {date}", date=written)


def edition_for(audience: Audience, wording: Wording) -> str:
    return wording.tr(_AUDIENCES[audience])
