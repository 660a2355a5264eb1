"""The page that is signed, in ink or digitally."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.abreast import level
from focalpoint_app.document.blocks import (
    Block,
    MachineCode,
    Paragraph,
    Run,
    Section,
    SignaturePlace,
    Style,
)
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.frame import heading
from focalpoint_app.document.wording import Wording, Wordings
from focalpoint_app.domain.page_code import PageCode


def sign_off(
    view: EditionView, lines: tuple[SignLine, ...], wordings: Wordings
) -> Iterator[Block]:
    """Absent without lines; a draft's has nothing to identify."""
    if not lines:
        return
    yield from level(wordings, _statement)
    first = wordings[0]
    places = tuple(
        _place(line, position, first) for position, line in enumerate(lines, start=1)
    )
    yield Section(places, head=tuple(_identity(view, first)))


def _identity(view: EditionView, wording: Wording) -> Iterator[Block]:
    """What is signed; it stands on each page that bears a signature."""
    if view.digest is not None:
        yield digest_paragraph(view.digest, wording)
    if view.digest is not None and view.clearance is not None:
        yield _code(PageCode(view.clearance, view.digest), wording)


def _place(line: SignLine, position: int, wording: Wording) -> SignaturePlace:
    return SignaturePlace(
        role=line.role,
        name=line.name,
        title=line.title,
        seal=line.seal,
        field=f"signature-{position}" if line.digital else None,
        language=wording.language,
    )


def digest_paragraph(digest: str, wording: Wording) -> Paragraph:
    """All 64 digits; how they are grouped must stay readable to ``verify``."""
    run = Run(digest, "en", isolated=True)
    return Paragraph((run,), Style.DIGEST, wording.language)


def _statement(wording: Wording) -> Iterator[Block]:
    tr = wording.tr
    yield heading(wording, tr("Sign-off"), 1, new_page=True)
    yield wording.paragraph(
        tr(
            "The undersigned confirm that the answers in this document are those "
            "cleared for the review, as identified by the digest below."
        )
    )


def _code(code: PageCode, wording: Wording) -> MachineCode:
    tr = wording.tr
    submission = Run(code.submission, "en", isolated=True)
    return MachineCode(
        code.written(),
        tr("Machine-readable code: number of the submission and digest of the answers"),
        beside=(
            wording.label(tr("Number of the submission")),
            Paragraph((submission,), Style.DIGEST, wording.language),
            wording.paragraph(
                tr(
                    "This code says the number and the digest to a machine, so that a"
                    " scan of the signed page can be matched with this file."
                ),
                Style.NOTE,
            ),
        ),
        language=wording.language,
    )
