"""A page's code says what it was given, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.page_code import PageCode

ID = "0b9c8f6e-1d2a-4c3b-9e8f-7a6b5c4d3e2f"
DIGEST = "0123456789abcdef" * 4
WRITTEN = f"FOCALPOINT:1:{ID.upper()}:{DIGEST.upper()}"
ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_it_is_written_in_the_letters_a_qr_code_packs() -> None:
    written = PageCode(ID, DIGEST).written()

    assert written == WRITTEN
    assert set(written) <= ALPHANUMERIC


@given(st.uuids(), st.binary(min_size=32, max_size=32))
def test_what_is_written_is_read_again(submission: object, digest: bytes) -> None:
    code = PageCode(str(submission), digest.hex())

    assert PageCode.read(code.written()) == code


@pytest.mark.parametrize("text", [f" {WRITTEN}\n", WRITTEN.lower()])
def test_a_reader_may_add_blanks_or_change_case(text: str) -> None:
    assert PageCode.read(text) == PageCode(ID, DIGEST)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org",
        WRITTEN[:-1],
        f"{WRITTEN}0",
        WRITTEN.replace(":1:", ":2:"),
        WRITTEN.replace("-", ""),
        WRITTEN.replace("9E8F", "9ZZF"),
    ],
)
def test_another_text_is_no_code_of_ours(text: str) -> None:
    assert PageCode.read(text) is None
