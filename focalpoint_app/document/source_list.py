"""Sources as a numbered list, each with the places that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from focalpoint_app.document.abreast import level
from focalpoint_app.document.blocks import (
    Block,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Style,
)
from focalpoint_app.document.citing import cited_in
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.frame import heading
from focalpoint_app.document.wording import Wording, Wordings
from focalpoint_app.domain.source import Source
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import has_rtl


def source_part(view: EditionView, wordings: Wordings) -> Iterator[Block]:
    """A chapter of its own with every source the answers cite, linked both ways."""
    if not view.source_numbers:
        return

    def title(wording: Wording) -> Iterator[Block]:
        yield heading(wording, wording.tr("Sources"), 1, new_page=True)

    yield from level(wordings, title)
    yield source_list(view, wordings)


def source_list(
    view: EditionView, wordings: Wordings, *, linked: bool = True
) -> ListBlock:
    """Numbered as the answers cite them; without ``linked`` places are words only."""
    known = {source.id: source for source in view.sources}
    return ListBlock(
        tuple(
            ListItem(
                f"[{number}]",
                as_one(_entry(known[source], view, wordings, linked=linked)),
                anchor=f"source-{number}",
            )
            for source, number in view.source_numbers.items()
        )
    )


def _entry(
    source: Source, view: EditionView, wordings: Wordings, *, linked: bool
) -> Iterator[Paragraph]:
    first, *others = wordings
    yield described(source, first)
    for wording in others:
        title = source.title.get(wording.language)
        if title and title != first.of(source.title):
            yield wording.paragraph(title)
    yield from addresses(source, first)
    places = cited_in(source.id, view, first, linked=linked)
    if places is not None:
        yield places


def as_one(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """A source's lines, of which no page begins with the last."""
    *before, last = paragraphs
    return (*(replace(each, keep_with_next=True) for each in before), last)


def described(source: Source, wording: Wording) -> Paragraph:
    """Title, number, date and gazette, as a gazette would be quoted."""
    runs = [wording.run(source.title, bold=True)]
    for detail in _details(source, wording):
        runs += [
            Run(wording.marks.comma, wording.language),
            Run(detail, isolated=True),
        ]
    return Paragraph(tuple(runs), Style.BODY, wording.language)


def addresses(source: Source, wording: Wording) -> Iterator[Paragraph]:
    """A line each: two that met in a line of Arabic would be read as one."""
    for link in dict.fromkeys(filter(None, (source.sherloc, source.url))):
        run = Run(link, "en", link=link, isolated=True)
        yield Paragraph((run,), Style.NOTE, wording.language)


def _details(source: Source, wording: Wording) -> Iterator[str]:
    tr = wording.tr
    if source.number and not _is_said(source.number, wording.of(source.title)):
        yield _numbered(source, tr)
    if source.date_printed or source.date:
        yield _date(source, wording)
    if source.gazette_number:
        yield tr("official gazette No. {number}", number=source.gazette_number)
    if source.gazette_date:
        yield written_date(source.gazette_date, wording.language)
    if source.amendments:
        yield source.amendments
    if source.territory:
        yield source.territory


def _is_said(number: str, title: str) -> bool:
    """As a whole: the 5 of 2015 is not number 5."""
    return re.search(rf"(?<!\w){re.escape(number)}(?!\w)", title) is not None


def _date(source: Source, wording: Wording) -> str:
    """As printed, unless that is Arabic and the document is not."""
    is_foreign = has_rtl(source.date_printed) and not wording.tr.is_rtl
    if source.date_printed and not (is_foreign and source.date):
        return source.date_printed
    return written_date(source.date, wording.language)


def _numbered(source: Source, tr: Catalogue) -> str:
    """A bare number in words; one that the gazette spells out, as it is."""
    if not source.number.isdigit():
        return source.number
    if source.year is None:
        return tr("No. {number}", number=source.number)
    return tr("No. {number} of {year}", number=source.number, year=source.year)
