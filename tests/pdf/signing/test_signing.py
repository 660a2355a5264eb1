import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.signing import (
    SigningChoices,
    empty_fields,
    sign,
)
from focalpoint_app.pdf.signing.stamp import StampText
from tests.pdf.signing.places import FieldPlace, prepare_fields
from tests.pdf.signing_samples import (
    ARABIC_NAME,
    DIGEST,
    Wanted,
    drawn_stamp,
    identity,
    made_p12,
    printed,
    signed,
    submission,
    with_answers,
)

ROOT = Path(__file__).parents[3]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "submission.pdf"
    path.write_bytes(submission())
    return path


def refusal(act: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(AppError) as caught:
        act(*arguments)
    return caught.value.code


def by_poppler(path: Path) -> str:
    """What an independent reader says of the signatures."""
    command = ["pdfsig", "-nocert", str(path)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    answer = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment
    )
    return answer.stdout


def text_of(path: Path) -> str:
    command = ["pdftotext", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_poppler_finds_both_signatures_valid(tmp_path: Path) -> None:
    report = by_poppler(signed(tmp_path, times=2))
    assert report.count("Signature is Valid.") == 2
    assert "Total document signed" in report.split("Signature #2")[1]


def test_poppler_reads_the_arabic_name_and_the_scheme(tmp_path: Path) -> None:
    report = by_poppler(signed(tmp_path))
    assert f"Signer Certificate Common Name: {ARABIC_NAME}" in report
    assert "Signature Type: ETSI.CAdES.detached" in report
    assert "Signing Hash Algorithm: SHA-256" in report


def test_an_elliptic_key_signs_too(tmp_path: Path, source: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    target = tmp_path / "signed.pdf"

    sign(source, target, identity(tmp_path, made_p12(Wanted(), key)))

    assert "Signature is Valid." in by_poppler(target)


def test_the_first_signature_certifies_and_permits_the_filling_of_places(
    tmp_path: Path,
) -> None:
    reader = PdfFileReader(BytesIO(signed(tmp_path, times=2).read_bytes()))
    first, second = reader.embedded_signatures
    assert first.docmdp_level == MDPPerm.FILL_FORMS
    assert second.docmdp_level is None
    assert reader.root["/Perms"]["/DocMDP"] == first.sig_object


def test_places_are_filled_in_their_order(tmp_path: Path, source: Path) -> None:
    assert empty_fields(source) == ("signature-1", "signature-2")
    assert empty_fields(signed(tmp_path)) == ("signature-2",)
    assert empty_fields(signed(tmp_path, times=2)) == ()


def test_a_place_may_be_chosen(tmp_path: Path, source: Path) -> None:
    target = tmp_path / "signed.pdf"
    sign(source, target, identity(tmp_path), SigningChoices(field="signature-2"))
    assert empty_fields(target) == ("signature-1",)


def test_a_third_signature_finds_no_place(tmp_path: Path) -> None:
    path, target = signed(tmp_path, times=2), tmp_path / "third.pdf"
    assert refusal(sign, path, target, identity(tmp_path)) == ("signature.no_place")
    assert not target.exists()


def test_a_document_without_places_cannot_be_signed(tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    path.write_bytes(printed(DIGEST, DIGEST[:16]))
    target = tmp_path / "signed.pdf"
    assert refusal(sign, path, target, identity(tmp_path)) == ("signature.no_place")


def test_an_unknown_or_taken_place_is_refused(tmp_path: Path) -> None:
    path, target = signed(tmp_path), tmp_path / "again.pdf"
    for name in ("signature-1", "elsewhere"):
        choices = SigningChoices(field=name)
        assert refusal(sign, path, target, identity(tmp_path), choices) == (
            "signature.no_place"
        )


def test_a_document_certified_against_changes_is_not_signed_over(
    tmp_path: Path, source: Path
) -> None:
    metadata = PdfSignatureMetadata(
        field_name="signature-1", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    writer = IncrementalPdfFileWriter(BytesIO(source.read_bytes()))
    closed = sign_pdf(writer, metadata, identity(tmp_path).signer)
    source.write_bytes(closed.getvalue())
    target = tmp_path / "signed.pdf"
    assert refusal(sign, source, target, identity(tmp_path)) == (
        "signature.not_permitted"
    )


def test_nobody_is_made_to_sign_what_was_changed_after_signing(
    tmp_path: Path,
) -> None:
    path, target = signed(tmp_path), tmp_path / "second.pdf"
    content = bytearray(path.read_bytes())
    content[content.index(b"stream") + 40] ^= 1
    path.write_bytes(content)
    assert refusal(sign, path, target, identity(tmp_path)) == "signature.broken"
    assert not target.exists()


def test_the_stamp_says_who_and_when(tmp_path: Path, source: Path) -> None:
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    told: list[tuple[StampText, float, float]] = []

    def draw(text: StampText, width: float, height: float) -> bytes:
        told.append((text, width, height))
        return drawn_stamp(text, width, height)

    choices = SigningChoices(draw_stamp=draw, at=at)
    sign(source, tmp_path / "signed.pdf", identity(tmp_path), choices)

    assert told == [(StampText(ARABIC_NAME, at, "signature-1", True), 200, 60)]


def test_the_stamp_stands_on_the_page(tmp_path: Path) -> None:
    assert "signature-1" in text_of(signed(tmp_path, times=2))
    assert "signature-2" in text_of(signed(tmp_path, times=2))


def test_signing_without_a_stamp_shows_nothing(tmp_path: Path, source: Path) -> None:
    target = tmp_path / "signed.pdf"
    sign(source, target, identity(tmp_path))
    assert text_of(target) == text_of(source)


def test_a_worker_thread_signs_as_the_main_one_does(
    tmp_path: Path, source: Path
) -> None:
    target = tmp_path / "signed.pdf"
    signer = identity(tmp_path)
    with ThreadPoolExecutor(1) as worker:
        worker.submit(sign, source, target, signer).result()
    assert "Signature is Valid." in by_poppler(target)


def test_the_source_is_never_touched(tmp_path: Path, source: Path) -> None:
    before = source.read_bytes()
    sign(source, tmp_path / "signed.pdf", identity(tmp_path))
    assert source.read_bytes() == before


def test_the_source_under_any_name_is_no_target(tmp_path: Path, source: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(source)
    roundabout = tmp_path / ".." / tmp_path.name / source.name
    for target in (source, link, roundabout):
        assert refusal(sign, source, target, identity(tmp_path)) == "file.same"


def test_a_target_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, source: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    signer = identity(tmp_path)
    device = Path(os.devnull)
    for target in (folder, device, tmp_path / "none" / "x.pdf", source / "x.pdf"):
        assert refusal(sign, source, target, signer) == "file.unwritable"
    assert {path.name for path in tmp_path.iterdir()} == {
        "folder",
        "identity.p12",
        "submission.pdf",
    }


FULL_DISK = """
import resource, sys
from pathlib import Path
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.certificates import load_p12
from focalpoint_app.pdf.signing.signing import sign

folder = Path(sys.argv[1])
identity = load_p12(folder / "identity.p12", b"open sesame")
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    sign(folder / "submission.pdf", folder / "signed.pdf", identity)
except AppError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on a file's size")
def test_a_full_disk_keeps_the_earlier_target(tmp_path: Path, source: Path) -> None:
    identity(tmp_path)
    earlier = tmp_path / "signed.pdf"
    earlier.write_bytes(b"earlier")

    answer = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert answer.stdout.strip() == "disk.full"
    assert earlier.read_bytes() == b"earlier"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_source_that_cannot_be_read_is_told_apart(tmp_path: Path) -> None:
    signer, target = identity(tmp_path), tmp_path / "signed.pdf"
    broken, locked = tmp_path / "broken.pdf", tmp_path / "locked.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing more")
    with pikepdf.open(BytesIO(submission())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))

    assert refusal(sign, broken, target, signer) == "pdf.unreadable"
    assert refusal(sign, locked, target, signer) == "pdf.encrypted"
    assert refusal(sign, tmp_path / "x", target, signer) == "file.missing"
    assert refusal(empty_fields, broken) == "pdf.unreadable"


def test_places_lie_where_they_were_asked_for() -> None:
    place = FieldPlace("signature-1", 1, (60.2, 120.0, 260.4, 179.8), "خبير")
    pdf = prepare_fields(printed(DIGEST, DIGEST[:16]), (place,))
    with pikepdf.open(BytesIO(pdf)) as document:
        (annotation,) = document.pages[1].Annots
        assert [float(side) for side in annotation.Rect] == [60, 120, 260, 180]
        assert str(annotation.TU) == "خبير"


def test_a_document_signed_in_ink_gets_no_places() -> None:
    pdf = with_answers(printed(DIGEST, DIGEST[:16]), b"{}")
    assert prepare_fields(pdf, ()) == pdf
