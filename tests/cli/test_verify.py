"""`verify` and `trust`: a verdict in words, a record to print, a store of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.pdf.signing.signing import signed
from tests.cli.running import Run
from tests.pdf.readers import by_poppler
from tests.pdf.signing_samples import (
    Wanted,
    authority_file,
    identity,
    issued_p12,
    submission,
)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "signed.pdf"
    signer = identity(tmp_path, issued_p12(Wanted("Amal Haddad")))
    path.write_bytes(signed(submission(), "x.pdf", signer))
    return path


def test_a_store_of_ones_own_makes_signers_known(
    run: Run, tmp_path: Path, pdf: Path
) -> None:
    before = run("verify", pdf, "--json")
    added = run("trust", "add", authority_file(tmp_path), "--json")
    after = run("verify", pdf, "--json")

    assert (before.status, after.status) == (0, 0)
    assert before.json["signatures"][0]["trusted"] is False
    assert after.json["signatures"][0]["trusted"] is True
    fingerprint = added.json[0]["fingerprint"]
    assert run("trust", "list", "--json").json == added.json
    assert fingerprint in run("trust", "list").out
    assert run("trust", "remove", fingerprint).status == 0
    assert run("trust", "list", "--json").json == []
    assert run("trust", "remove", fingerprint).status == 3


def test_the_store_changes_no_status(run: Run, tmp_path: Path, pdf: Path) -> None:
    other = tmp_path / "other.pem"
    other.write_bytes(authority_file(tmp_path).read_bytes())
    assert run("verify", pdf).status == 0
    assert run("verify", pdf, "--trust", other).status == 0
    assert run("trust", "add", other).status == 0
    assert run("verify", pdf).status == 0


def test_the_verdict_says_whose_clock_and_whether_known(run: Run, pdf: Path) -> None:
    told = run("verify", pdf).out
    assert "Amal Haddad" in told
    assert "by the clock of the signer's computer" in told
    assert "not known to this computer" in told


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_a_record_is_written_beside_the_verdict(
    run: Run, tmp_path: Path, pdf: Path, language: str
) -> None:
    record = tmp_path / "record.pdf"
    done = run("verify", pdf, "--record", record, "--language", language)
    text = "".join("".join(by_poppler(record)).split())

    assert done.status == 0
    digest = run("verify", pdf, "--json").json
    assert digest["signatures"][0]["certificate"]["fingerprint"] in text
    assert digest["digest"] in text
    assert "AmalHaddad" in text
    assert run("verify", pdf, "--record", pdf).status == 3
