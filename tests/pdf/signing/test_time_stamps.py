"""Time stamps, from a responder on this machine: got, judged, and refused in words."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.signing.signing import SigningChoices, sign
from focalpoint_app.pdf.signing.time_stamps import Authority, refuse_no_address
from focalpoint_app.pdf.verifying.signatures import Coverage, Signature, Stamp
from focalpoint_app.pdf.verifying.verdict import verify
from focalpoint_app.workflow.submitting.verdicts import signature_lines
from tests.pdf.signing.time_authorities import (
    NAME,
    NOON,
    Reply,
    forged,
    granting,
    of_a_person,
    of_another,
    postdated,
    refusing,
    unasked,
)
from tests.pdf.signing_samples import (
    authority_file,
    identity,
    submission,
)

pytestmark = pytest.mark.loopback
DROPS = 200
"""Ten seconds of them: no answer is waited for so long."""


@contextmanager
def dripping(beginning: bytes, drop: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """The address of one that never ends: a drop every twentieth of a second.

    Beside it what it has sent.
    """
    done, sent = threading.Event(), list[bytes]()

    def drip(server: socket.socket) -> None:
        line, _ = server.accept()
        with line, suppress(OSError):
            line.sendall(beginning)
            while len(sent) < DROPS and not done.wait(0.05):
                line.sendall(drop)
                sent.append(drop)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/tsa", sent
        finally:
            done.set()
            thread.join()


@contextmanager
def responder(reply: Reply) -> Iterator[tuple[str, list[bytes]]]:
    """The address of one on this machine, and what it was asked."""
    asked: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])))
            status, content = reply(asked[-1])
            self.send_response(status)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/tsa", asked
        finally:
            server.shutdown()
            thread.join()


def stamped(folder: Path, reply: Reply = granting) -> Path:
    source, target = folder / "in.pdf", folder / "out.pdf"
    source.write_bytes(submission())
    with responder(reply) as (address, _):
        choices = SigningChoices(timestamp=address)
        sign(source, target, identity(folder), choices)
    return target


def test_a_stamped_signature_tells_whose_clock_said_what(tmp_path: Path) -> None:
    verdict = verify(stamped(tmp_path))
    (signature,) = verdict.signatures
    assert verdict.intact
    assert signature.stamp == Stamp(NOON, NAME, intact=True, trusted=False)
    told = verdict.as_json()["signatures"]
    assert json.loads(json.dumps(told))[0]["timestamp"] == {
        "time": "2026-11-22T12:00:00Z",
        "authority": NAME,
        "intact": True,
        "trusted": False,
    }


def test_the_stamp_is_trusted_where_its_authority_is_known(tmp_path: Path) -> None:
    verdict = verify(stamped(tmp_path), [authority_file(tmp_path, Encoding.DER)])
    (signature,) = verdict.signatures
    assert signature.stamp is not None
    assert signature.stamp.trusted
    assert not signature.trusted  # The signer is nobody's whom it vouches for.


def test_another_reader_sees_the_stamp(tmp_path: Path) -> None:
    path = stamped(tmp_path)
    (embedded,) = PdfFileReader(BytesIO(path.read_bytes())).embedded_signatures
    named = [each["type"].native for each in embedded.signer_info["unsigned_attrs"]]
    assert named == ["signature_time_stamp_token"]
    command = ["pdfsig", "-nocert", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Signature is Valid." in answer.stdout


def test_only_a_digest_is_sent(tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(submission())
    with responder(granting) as (address, asked):
        sign(
            source,
            tmp_path / "out.pdf",
            identity(tmp_path),
            SigningChoices(timestamp=address),
        )
    assert asked
    assert all(len(each) < 100 for each in asked)


def test_without_an_address_nobody_is_asked(tmp_path: Path, heard: list[str]) -> None:
    source, target = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(submission())
    sign(source, target, identity(tmp_path))
    (signature,) = verify(target).signatures
    assert signature.stamp is None
    assert heard == []


@pytest.mark.parametrize(
    "reply",
    [
        refusing,
        of_another,
        forged,
        postdated,
        of_a_person,
        unasked,
        lambda _query: (200, b""),
        lambda _query: (200, b"<html>Welcome</html>"),
        lambda _query: (404, b"not found"),
        lambda _query: (302, b""),
        lambda _query: (200, b"\x30" * 200_000),
    ],
)
def test_what_is_no_stamp_signs_nothing(tmp_path: Path, reply: Reply) -> None:
    with pytest.raises(AppError, match=r"timestamp\.refused"):
        stamped(tmp_path, reply)
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    ("beginning", "drop"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X-Wait: 1\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"0"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n0\r\n"),
    ],
)
def test_an_answer_that_drips_in_is_waited_for_so_long_and_no_longer(
    beginning: bytes, drop: bytes
) -> None:
    with dripping(beginning, drop) as (address, sent):
        with pytest.raises(AppError, match=r"timestamp\.unreachable"):
            Authority(address, patience=0.2).try_once()
        assert len(sent) < DROPS


def test_an_authority_that_is_not_there_is_told_before_anything_is_cleared() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(AppError, match=r"timestamp\.unreachable") as caught:
        Authority(address).try_once()
    assert caught.value.context == {"address": address}


def test_one_that_stamps_is_tried_without_a_document() -> None:
    with responder(granting) as (address, asked):
        Authority(address).try_once()
    assert len(asked) == 1


@pytest.mark.parametrize(
    "address",
    ["", "tsa", "ftp://tsa.example/", "file:///etc/passwd", "http://", "http://a b/",
     "http://tsa.example:99999/", "https://ختم.example/"],
)  # fmt: skip
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(AppError, match=r"timestamp\.address"):
        refuse_no_address(address)


@pytest.mark.parametrize(
    ("intact", "trusted", "told"),
    [(True, True, "is known"), (True, False, "not known"), (False, False, "not fit")],
)
def test_the_stamp_is_told_in_words(intact: bool, trusted: bool, told: str) -> None:
    stamp = Stamp(NOON, NAME, intact, trusted)
    signature = Signature("سلمى", NOON, True, False, Coverage.WHOLE_FILE, stamp=stamp)
    _, line = signature_lines(signature, Catalogue("en"))
    assert told in line
    assert NAME in line
