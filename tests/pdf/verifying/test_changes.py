from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import (
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.metadata.model import DocumentMetadata
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from focalpoint_app.pdf.signing.signing import sign
from focalpoint_app.pdf.verifying.changes import Changes
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.pdf.verifying.verdict import Reason, verify
from tests.pdf.signing_samples import (
    ARABIC_NAME,
    Wanted,
    identity,
    made_p12,
    rsa_key,
    signed,
    submission,
    written,
)

OTHER_ANSWERS = b'{"answers":{"untoc.5.1.a.i":{"value":"no"}}}'
Edit = Callable[[IncrementalPdfFileWriter], object]


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "submission.pdf"
    path.write_bytes(content)
    return path


def edited(path: Path, edit: Edit) -> Path:
    """With a revision more, as any editor would append it."""
    writer = IncrementalPdfFileWriter(BytesIO(path.read_bytes()))
    edit(writer)
    return saved(path.parent, written(writer))


# What was changed after signing.


def _draws_over(writer: IncrementalPdfFileWriter) -> None:
    drawing = StreamObject(stream_data=b"0 0 300 300 re f")
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(drawing)
    writer.update_container(page)


def _adds_a_note(writer: IncrementalPdfFileWriter) -> None:
    note = DictionaryObject(
        {NameObject("/Subtype"): NameObject("/FreeText")}
        | {NameObject("/Contents"): TextStringObject("approved")}
    )
    page, _resources = writer.find_page_for_modification(0)
    writer.register_annotation(page, writer.add_object(note))


def _adds_a_place(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("third", box=(10, 10, 90, 90)))


def _replaces_the_answers(writer: IncrementalPdfFileWriter) -> None:
    specification = writer.root["/AF"][0]
    attachment = StreamObject(stream_data=OTHER_ANSWERS)
    specification["/EF"][NameObject("/F")] = writer.add_object(attachment)
    writer.update_container(specification)


def _delists_the_answers(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/AF"]
    writer.update_root()


def _renames_the_document(writer: IncrementalPdfFileWriter) -> None:
    writer.trailer["/Info"][NameObject("/Title")] = TextStringObject("Cluster IV")
    writer.update_container(writer.trailer["/Info"])


def _renames_the_description(writer: IncrementalPdfFileWriter) -> None:
    metadata = writer.root["/Metadata"]
    metadata.update_xmp_with_meta(DocumentMetadata(title="Cluster IV"))
    writer.update_container(metadata)


def _drops_a_page(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    del pages["/Kids"][0]
    pages[NameObject("/Count")] = NumberObject(1)
    writer.update_container(pages)


def _moves_a_place(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/Rect"][0] = NumberObject(0)
    writer.update_container(field)


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    "edit",
    [
        _draws_over,
        _adds_a_note,
        _adds_a_place,
        _replaces_the_answers,
        _delists_the_answers,
        _renames_the_document,
        _renames_the_description,
        _drops_a_page,
        _moves_a_place,
    ],
)
def test_an_appended_change_is_found(tmp_path: Path, edit: Edit, times: int) -> None:
    verdict = verify(edited(signed(tmp_path, times=times), edit))
    assert verdict.reason is Reason.CHANGED
    assert verdict.changes is Changes.FORBIDDEN


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("tail", [b"\n", b"%%EOF\n", b"1 0 obj\n<<>>\nendobj\n"])
def test_bytes_behind_the_last_signature_are_found(
    tmp_path: Path, times: int, tail: bytes
) -> None:
    path = signed(tmp_path, times=times)
    verdict = verify(saved(tmp_path, path.read_bytes() + tail))
    assert not verdict.intact


def test_one_changed_bit_on_a_page_is_found(tmp_path: Path) -> None:
    content = bytearray(signed(tmp_path).read_bytes())
    content[content.index(b"stream") + 40] ^= 1
    verdict = verify(saved(tmp_path, bytes(content)))
    assert verdict.reason is Reason.CRYPTOGRAPHY
    assert verdict.signatures[0].signer == ARABIC_NAME
    assert not verdict.signatures[0].intact


def test_one_changed_bit_in_the_answers_is_found(tmp_path: Path) -> None:
    content = bytearray(signed(tmp_path).read_bytes())
    attachment = content.index(b"/EmbeddedFile\n")
    content[content.index(b"stream", attachment) + 20] ^= 1
    verdict = verify(saved(tmp_path, bytes(content)))
    assert verdict.reason is Reason.CRYPTOGRAPHY


def test_something_hidden_in_the_signatures_padding_is_found(tmp_path: Path) -> None:
    content = signed(tmp_path).read_bytes()
    padded = content.index(b"00" * 40 + b">")
    hidden = content[:padded] + b"AB" * 40 + content[padded + 80 :]
    assert verify(saved(tmp_path, hidden)).reason is Reason.CRYPTOGRAPHY


def test_removing_the_only_signature_leaves_an_unsigned_file(tmp_path: Path) -> None:
    def emptied(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0]
        del field["/V"]
        writer.update_container(field)

    assert verify(edited(signed(tmp_path), emptied)).reason is Reason.UNSIGNED


def test_removing_one_of_two_signatures_is_found(tmp_path: Path) -> None:
    def emptied(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][1]
        del field["/V"]
        writer.update_container(field)

    verdict = verify(edited(signed(tmp_path, times=2), emptied))
    assert verdict.reason is Reason.CHANGED


def test_a_file_cut_back_to_its_first_signature_has_just_that_one(
    tmp_path: Path,
) -> None:
    """Nothing in the file can tell; who received two signatures can."""
    signed(tmp_path, times=2)
    first, second = tmp_path / "signed-1.pdf", tmp_path / "signed-2.pdf"
    cut = second.read_bytes()[: first.stat().st_size]
    assert len(verify(saved(tmp_path, cut)).signatures) == 1


def test_a_signature_carried_to_another_file_is_found(tmp_path: Path) -> None:
    other = submission(OTHER_ANSWERS, sha256(OTHER_ANSWERS).hexdigest())
    donor = signed(tmp_path).read_bytes()
    receiver = signed(tmp_path, source=other).read_bytes()
    contents = donor[donor.index(b"/Contents <") :].split(b">")[0]
    place = receiver.index(b"/Contents <")
    forged = receiver[:place] + contents + receiver[place + len(contents) :]
    assert verify(saved(tmp_path, forged)).reason is Reason.CRYPTOGRAPHY


# What was wrong before signing.


def test_answers_other_than_the_printed_digest_says_are_found(tmp_path: Path) -> None:
    verdict = verify(signed(tmp_path, source=submission(OTHER_ANSWERS)))
    assert verdict.reason is Reason.DIGEST_MISMATCH
    assert verdict.digest == sha256(OTHER_ANSWERS).hexdigest()
    assert verdict.signatures[0].intact


def test_a_page_of_another_submission_is_found(tmp_path: Path) -> None:
    source = submission(foot="0123456789abcdef")
    assert verify(signed(tmp_path, source=source)).reason is Reason.DIGEST_MISMATCH


def test_replaced_answers_signed_by_somebody_else_are_found(tmp_path: Path) -> None:
    path, forged = tmp_path / "forged.pdf", tmp_path / "forged-signed.pdf"
    with pikepdf.open(signed(tmp_path)) as pdf:
        del pdf.Root.Perms
        del pdf.Root.AcroForm.Fields[0]["/V"]
        pdf.Root.AF[0].EF.F.write(OTHER_ANSWERS)
        pdf.save(path)
    sign(path, forged, identity(tmp_path, made_p12(Wanted(name="Other"), rsa_key())))

    assert extract(forged) == OTHER_ANSWERS
    assert verify(forged).reason is Reason.DIGEST_MISMATCH


def test_a_signed_file_without_answers_is_no_submission(tmp_path: Path) -> None:
    verdict = verify(signed(tmp_path, source=submission(answers=None)))
    assert (verdict.reason, verdict.digest) == (Reason.NO_DATA, None)


def test_the_libraries_write_nothing_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = edited(signed(tmp_path), _draws_over)
    verify(path)
    assert capfd.readouterr() == ("", "")
