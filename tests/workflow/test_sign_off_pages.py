"""Pages to be signed by more than a page has room for."""

from pathlib import Path

import pikepdf

from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.pdf.scans.codes import codes_in
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.submitting.submission import ExportOptions, export
from tests.sample import sample_desk


def test_each_page_that_is_signed_carries_the_code(tmp_path: Path) -> None:
    """A scan of any of them can be matched with its submission."""
    desk = sample_desk(tmp_path / "s.focalpoint")
    lines = tuple(SignLine(f"مدير الإدارة {n}") for n in range(8))
    options = ExportOptions(tmp_path / "out.pdf", lines=lines)

    exported = export(desk.questionnaire, clear(desk, ("som",)), options)

    desk.close()
    with pikepdf.open(options.target) as file:
        signed = [
            number
            for number, page in enumerate(file.pages, start=1)
            if any(each.Subtype == "/Widget" for each in page.get("/Annots", ()))
        ]
    found = tuple(codes_in(options.target))
    assert len(signed) > 1
    assert [each.page for each in found] == signed
    assert {each.code.digest for each in found} == {exported.digest}
