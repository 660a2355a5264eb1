"""The whole way on real Arabic pages: set, signed twice, verified, read by others."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from focalpoint_app.document.blocks import (
    Attachment,
    Document,
    MachineCode,
    PageBreak,
    Paragraph,
    Run,
    SignaturePlace,
    Style,
)
from focalpoint_app.document.edition_view import SHORT_DIGEST
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.signing.signing import (
    SigningChoices,
    sign,
    signed,
)
from focalpoint_app.pdf.signing.stamp_page import draw_stamp
from focalpoint_app.pdf.verifying.embedding import ANSWERS_NAME, extract
from focalpoint_app.pdf.verifying.verdict import Reason, verify
from tests.pdf.signing.test_signing import by_poppler, text_of
from tests.pdf.signing_samples import ARABIC_NAME, identity

ANSWERS = json.dumps({"untoc.5.1": "نعم، المادة 5 (1)"}, ensure_ascii=False).encode()
DIGEST = sha256(ANSWERS).hexdigest()
PROSE = "يُجرَّم كل اتفاق وفقاً للقانون رقم 5/2010 (Law No. 5/2010). " * 5


SUBMISSION = "0b9f2c3e-5a14-4f6c-9d2b-7e8a1c5d3f60"


def document(
    digest: str = DIGEST, foot: str = DIGEST[:SHORT_DIGEST], code: str = DIGEST
) -> Document:
    answers = [Paragraph((Run(PROSE),), Style.ANSWER, "ar") for _ in range(20)]
    return Document(
        title="استبيان",
        language="ar",
        blocks=(
            Paragraph((Run("الدولة"),), Style.COVER_TITLE, "ar"),
            Paragraph((Run(digest, "en", isolated=True),), Style.DIGEST, "en"),
            PageBreak(),
            *answers,
            MachineCode(PageCode(SUBMISSION, code).written(), "رمز"),
            SignaturePlace("خبير حكومي", field="signature-1", language="ar"),
            SignaturePlace("جهة التنسيق", field="signature-2", language="ar"),
        ),
        foot=foot,
        page_label="الصفحة {page} من {pages}",
        attachments=(Attachment(ANSWERS_NAME, ANSWERS, "application/json", ""),),
    )


def unsigned(source: Document) -> bytes:
    content, _written = pdf_content(source)
    return content


@cache
def twice_signed() -> bytes:
    choices = SigningChoices(draw_stamp=draw_stamp(Catalogue("ar")))
    with TemporaryDirectory() as folder:
        signer = identity(Path(folder))
    once = signed(unsigned(document()), "once.pdf", signer, choices)
    return signed(once, "twice.pdf", signer, choices)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "submission.pdf"
    path.write_bytes(twice_signed())
    return path


def test_our_verdict_is_that_it_is_intact(path: Path) -> None:
    verdict = verify(path)
    assert verdict.reason is None
    assert verdict.digest == DIGEST
    assert [each.signer for each in verdict.signatures] == [ARABIC_NAME] * 2


def test_poppler_agrees(path: Path) -> None:
    assert by_poppler(path).count("Signature is Valid.") == 2


def test_the_stamp_holds_the_signers_arabic_name_to_be_read(path: Path) -> None:
    assert ARABIC_NAME in " ".join(text_of(path).split())


def test_the_answers_come_out_as_they_went_in(path: Path) -> None:
    assert extract(path) == ANSWERS


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(document(digest="0" * 64), id="cover"),
        pytest.param(document(foot="0" * SHORT_DIGEST), id="foot"),
        pytest.param(document(foot=""), id="no foot"),
        pytest.param(document(code="0" * 64), id="code"),
    ],
)
def test_pages_that_do_not_carry_the_digest_are_found(
    tmp_path: Path, source: Document
) -> None:
    path, target = tmp_path / "unsigned.pdf", tmp_path / "signed.pdf"
    path.write_bytes(unsigned(source))
    sign(path, target, identity(tmp_path))
    assert verify(target).reason is Reason.DIGEST_MISMATCH
