"""Whatever was cleared comes out of the PDF byte for byte, its digest printed."""

from __future__ import annotations

import json
import re
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.text import clean_text, is_blank
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.submitting.submission import ExportOptions, export
from tests.workflow.conftest import made

TEXT = "untoc.5.1.a.i.explanation"
TEXTS = (
    st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"))
    | st.text("اأبتثجحخ ًٌٍ()[]«»0123456789abc\u2067\u2069\u202e\u200f\n", max_size=200)
).map(clean_text)


@given(TEXTS.filter(lambda text: not is_blank(text)))
@settings(max_examples=15, deadline=None)
def test_the_data_inside_are_what_was_cleared(text: str) -> None:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "out.pdf"
        with closing(made(Path(folder) / "a.focalpoint")) as desk:
            desk.choose("untoc.5.1.a.i", "no")
            desk.write(TEXT, "ar", text)
            exported = export(
                desk.questionnaire, clear(desk, ("untoc",)), ExportOptions(target)
            )
        inside = extract(target)
        cover = subprocess.run(
            ["pdftotext", "-l", "1", str(target), "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
    content = json.loads(inside)
    assert content["answers"][TEXT]["value"] == {"ar": text}
    assert canonical_json(content) == inside
    assert sha256_hex(inside) == exported.digest
    assert exported.digest in re.sub(r"\s", "", cover)
