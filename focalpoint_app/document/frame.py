"""What stands around any document's text: title, head, foot, watermark, paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from focalpoint_app.document.blocks import Block, Document, Heading, Paragraph, Run
from focalpoint_app.document.look import Paper
from focalpoint_app.document.wording import Wording
from focalpoint_app.language.states import state_name


def framed(
    name: str, state: str, blocks: Iterable[Block], wording: Wording, paper: Paper
) -> Document:
    """``name`` is what the document is called, ``state`` a code, or empty."""
    owner = state_name(state, wording.language) if state else ""
    title = wording.marks.colon.join(filter(None, (owner, name)))
    return Document(
        title=title,
        language=wording.language,
        blocks=tuple(blocks),
        author=owner,
        head=" · ".join(filter(None, (owner, name))),
        page_label=page_label(wording),
        marking=paper.marking,
        letterhead=paper.letterhead,
    )


def page_label(wording: Wording) -> str:
    """With gaps for the page's own number and that of all pages."""
    return wording.tr("Page {page} of {pages}", page="{page}", pages="{pages}")


def heading(
    wording: Wording,
    text: str,
    level: int,
    *,
    anchor: str | None = None,
    new_page: bool = False,
) -> Heading:
    runs = (Run(text, wording.language),)
    return Heading(level, runs, wording.language, anchor=anchor, new_page=new_page)


def unanchored(block: Heading | Paragraph) -> Heading | Paragraph:
    """The same in a second language: nothing leads there, contents do not list it."""
    if isinstance(block, Heading):
        return replace(block, anchor=None, listed=False, new_page=False)
    return replace(block, anchor=None)
