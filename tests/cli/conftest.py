"""A program to run, a workspace of the smuggling protocol alone, and a key."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.__main__ import main
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.workflow.review.opening import NewReview, new_review
from tests.cli.running import Done, Run
from tests.derived import derived_once


@pytest.fixture(scope="session", autouse=True)
def quick_keys() -> Iterator[None]:
    with derived_once():
        yield


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("FOCALPOINT_LANGUAGE", "en")
    monkeypatch.setenv("FOCALPOINT_P12_PASSPHRASE", "كلمة السر")

    def call(*words: object) -> Done:
        with using(Keyring()):  # A process of its own knows no key yet.
            status = main([str(word) for word in words])
        return Done(status, *capfd.readouterr())

    return call


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``new FILE --state XAA --party som`` makes, as test_contract sees it."""
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    new_review(path, NewReview("XAA", parts=("som",))).close()
    return path


@pytest.fixture
def file(made_once: Path, tmp_path: Path) -> Path:
    path = tmp_path / "xaa.focalpoint"
    shutil.copy(made_once, path)
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("د. سلمى المنصوري", "كلمة السر".encode()))
    return path
