import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import ArrayObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.verifying.embedding import extract
from tests.pdf.signing_samples import (
    ANSWERS,
    signed,
    submission,
    with_answers,
    written,
)


def refusal(path: Path) -> str:
    with pytest.raises(AppError) as caught:
        extract(path)
    return caught.value.code


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "submission.pdf"
    path.write_bytes(content)
    return path


def test_the_answers_come_out_byte_for_byte(tmp_path: Path) -> None:
    assert extract(saved(tmp_path, submission())) == ANSWERS


def test_signing_leaves_the_answers_as_they_were(tmp_path: Path) -> None:
    assert extract(signed(tmp_path, times=2)) == ANSWERS


@given(st.binary(min_size=1, max_size=5000))
def test_any_bytes_survive_the_journey(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    pdf = with_answers(submission(answers=None), content)
    assert extract(saved(tmp_path_factory.mktemp("any"), pdf)) == content


def test_answers_listed_only_as_associated_file_are_found(tmp_path: Path) -> None:
    path = tmp_path / "associated.pdf"
    with pikepdf.open(BytesIO(submission())) as pdf:
        del pdf.Root.Names
        pdf.save(path)
    assert extract(path) == ANSWERS


def test_answers_listed_only_by_name_are_found(tmp_path: Path) -> None:
    path = tmp_path / "named.pdf"
    with pikepdf.open(BytesIO(submission())) as pdf:
        del pdf.Root.AF
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert extract(path) == ANSWERS


def test_other_attachments_are_not_taken_for_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    with pikepdf.open(BytesIO(submission(answers=None))) as pdf:
        pdf.attachments["notes.json"] = json.dumps({}).encode()
        pdf.save(path)
    assert refusal(path) == "submission.no_data"


def test_two_different_sets_of_answers_are_none(tmp_path: Path) -> None:
    """Whichever were shown, a reader might be shown the other."""
    twice = with_answers(_listed_first_only(submission()), b'{"answers":{}}')
    assert refusal(saved(tmp_path, twice)) == "submission.no_data"


def _listed_first_only(pdf: bytes) -> bytes:
    """Its name tree emptied, so that a second attachment can take the name."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root["/Names"]["/EmbeddedFiles"][pdf_name("/Names")] = ArrayObject()
    writer.update_container(writer.root["/Names"]["/EmbeddedFiles"])
    return written(writer)


def test_a_name_tree_that_loops_ends(tmp_path: Path) -> None:
    path = tmp_path / "loop.pdf"
    with pikepdf.open(BytesIO(submission(answers=None))) as pdf:
        node = pdf.make_indirect(pikepdf.Dictionary())
        node.Kids = pikepdf.Array([node, node])
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=node)
        pdf.save(path)
    assert refusal(path) == "submission.no_data"


def test_a_locked_file_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(BytesIO(submission())) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal(path) == "pdf.encrypted"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", bytes(5000)])
def test_what_is_no_pdf_is_told_as_such(tmp_path: Path, content: bytes) -> None:
    assert refusal(saved(tmp_path, content)) == "pdf.unreadable"


def test_what_cannot_be_opened_is_told_as_such(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.pdf") == "file.missing"
    assert refusal(tmp_path) == "file.unreadable"
