"""A file that would show a reader something else than its pages is not intact."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from focalpoint_app.pdf.verifying.acting import acts
from focalpoint_app.pdf.verifying.hostile_file import opened
from focalpoint_app.pdf.verifying.verdict import Reason, verify
from tests.pdf.signing_samples import signed, submission

Change = Callable[[Pdf], None]
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
ADDRESS = Dictionary(S=Name.URI, URI=String("https://example.org"))


def with_root(**entries: pikepdf.Object) -> Change:
    def change(pdf: Pdf) -> None:
        for name, value in entries.items():
            pdf.Root[f"/{name}"] = value

    return change


def with_page(**entries: pikepdf.Object) -> Change:
    def change(pdf: Pdf) -> None:
        for name, value in entries.items():
            pdf.pages[0].obj[f"/{name}"] = value

    return change


def note(**entries: pikepdf.Object) -> Change:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    for name, value in entries.items():
        link[f"/{name}"] = value
    return with_page(Annots=Array([link]))


def bookmark(action: Dictionary) -> Change:
    def change(pdf: Pdf) -> None:
        item = pdf.make_indirect(Dictionary(Title=String("x"), A=action))
        pdf.Root.Outlines = Dictionary(First=item, Last=item, Count=1)

    return change


def form(pdf: Pdf) -> None:
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def field(**entries: pikepdf.Object) -> Change:
    """Of the first field, which is its widget too, in the place of its own kind."""

    def change(pdf: Pdf) -> None:
        first = pdf.Root.AcroForm.Fields[0]
        del first.FT
        for name, value in entries.items():
            first[f"/{name}"] = value

    return change


def script_by_name(pdf: Pdf) -> None:
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), SCRIPT]))


@cache
def whole() -> bytes:
    return submission()


def changed(change: Change) -> bytes:
    with pikepdf.open(BytesIO(whole())) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def does(change: Change) -> bool:
    return acts(opened(changed(change), "submission.pdf"))


@pytest.mark.parametrize(
    "change",
    [
        with_root(OpenAction=SCRIPT),
        with_root(OpenAction=Dictionary(S=Name.Launch, F=String("cmd.exe"))),
        with_root(OpenAction=ADDRESS),
        with_root(AA=Dictionary(WP=SCRIPT)),
        with_root(OCProperties=Dictionary(OCGs=Array([]), D=Dictionary())),
        with_root(Collection=Dictionary(View=Name.D)),
        script_by_name,
        form,
        field(FT=Name.Sig, AA=Dictionary(F=SCRIPT)),
        with_page(AA=Dictionary(O=SCRIPT)),
        note(A=SCRIPT),
        note(A=Dictionary(S=Name.URI, URI=String("https://x.org"), Next=SCRIPT)),
        note(A=Dictionary(S=Name.SubmitForm, F=String("https://x.org"))),
        note(Subtype=Name.RichMedia),
        field(FT=Name.Tx, V=String("another answer")),
        field(Parent=Dictionary(Parent=Dictionary(FT=Name.Ch))),
        field(),
        bookmark(SCRIPT),
    ],
)
def test_what_acts_by_itself_is_known(change: Change) -> None:
    assert does(change)


def test_it_is_told_of_a_file_that_its_forger_signed(tmp_path: Path) -> None:
    forged = signed(tmp_path, source=changed(script_by_name))
    assert verify(forged).reason is Reason.ACTS
    assert verify(signed(tmp_path)).reason is None


@pytest.mark.parametrize(
    "change",
    [
        lambda _pdf: None,
        note(A=ADDRESS),
        note(A=Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
        bookmark(Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
        with_root(OpenAction=Array([0, Name.Fit])),
        field(Parent=Dictionary(FT=Name.Sig)),
    ],
)
def test_links_and_bookmarks_are_no_acts(change: Change) -> None:
    assert not does(change)


def test_bookmarks_that_lead_to_themselves_are_given_up() -> None:
    def round_and_round(pdf: Pdf) -> None:
        item = pdf.make_indirect(Dictionary(Title=String("x")))
        item.Next = item
        pdf.Root.Outlines = Dictionary(First=item)

    assert does(round_and_round)


@pytest.mark.parametrize("often", [1, 3_000])
def test_a_list_that_holds_itself_is_given_up(often: int) -> None:
    def round_and_round(pdf: Pdf) -> None:
        notes = pdf.make_indirect(Array([]))
        for _ in range(often):
            notes.append(notes)
        pdf.pages[0].obj.Annots = notes

    assert does(round_and_round)


def test_a_field_that_hangs_from_itself_is_no_signature() -> None:
    def round_and_round(pdf: Pdf) -> None:
        parent = pdf.make_indirect(Dictionary())
        parent.Parent = parent
        field(Parent=parent)(pdf)

    assert does(round_and_round)
