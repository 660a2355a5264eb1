"""A page of another submission among the signed ones is told."""

from io import BytesIO
from pathlib import Path

import pikepdf

from focalpoint_app.pdf.verifying.verdict import Reason, Verdict, verify
from tests.pdf.signing.places import prepare_fields
from tests.pdf.signing_samples import (
    ANSWERS,
    DIGEST,
    PLACES,
    printed,
    signed,
    with_answers,
)

OTHER = "0123456789abcdef" * 4


def judged(tmp_path: Path, foreign: str, answers: bytes = ANSWERS) -> Verdict:
    """With a third page that prints ``foreign``, our own short digest in its foot."""
    stream = BytesIO()
    with (
        pikepdf.open(BytesIO(printed(DIGEST, DIGEST[:16]))) as pdf,
        pikepdf.open(BytesIO(printed(foreign, DIGEST[:16], pages=1))) as other,
    ):
        pdf.pages.extend(other.pages)
        pdf.save(stream)
    source = prepare_fields(with_answers(stream.getvalue(), answers), PLACES)
    return verify(signed(tmp_path, source=source))


def test_a_sign_off_page_of_another_submission_is_told(tmp_path: Path) -> None:
    assert judged(tmp_path, OTHER).reason is Reason.DIGEST_MISMATCH


def test_the_own_digest_may_stand_on_several_pages(tmp_path: Path) -> None:
    assert judged(tmp_path, DIGEST).reason is None
