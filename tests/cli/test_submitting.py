"""Handing over by the command line: clearing, writing, signing, replacing nothing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.storage.workspace import Workspace
from tests.cli.running import Run, answer_all, clearances


def test_submit_refuses_what_is_not_ready(run: Run, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"

    done = run("submit", file, "-o", target)

    assert done.status == 3
    assert not target.exists()


def test_the_whole_journey(run: Run, file: Path, tmp_path: Path, key: Path) -> None:
    answer_all(run, file, tmp_path)
    draft, once, data = (tmp_path / name for name in ("d.pdf", "s.pdf", "a.json"))

    assert run("check", file).status == 0
    assert run("draft", file, "-o", draft).status == 0
    assert run("submit", file, "-o", once, "--p12", key).status == 0
    verdict = run("verify", once, "--json")
    assert verdict.status == 0
    assert verdict.json["intact"] is True
    assert verdict.json["demonstration"] is True
    assert verdict.json["signatures"][0]["covers"] == "whole file"
    assert verdict.json["changes_after_signing"] == "none"
    assert run("extract", once, "-o", data).status == 0
    assert sha256(data.read_bytes()).hexdigest() == verdict.json["digest"]
    assert run("extract", once).out.encode() == data.read_bytes()
    assert run("sign", once, "--p12", key).status == 0
    assert run("verify", tmp_path / "s.signed.pdf").status == 0
    assert run("verify", once, "--trust", key).status == 3
    assert run("verify", draft).status == 1


def test_output_replaces_but_never_the_input(
    run: Run, file: Path, tmp_path: Path, key: Path
) -> None:
    answer_all(run, file, tmp_path)
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    assert run("submit", file, "-o", target).status == 0
    assert target.read_bytes()[:5] == b"%PDF-"
    for words in (
        ("submit", file, "-o", file),
        ("draft", file, "-o", file),
        ("answers", "export", file, "-o", file),
        ("sign", target, "--p12", key, "-o", target),
        ("extract", target, "-o", target),
    ):
        assert run(*words).status == 3
    assert target.read_bytes()[:5] == b"%PDF-"


def test_a_wrong_passphrase_clears_nothing(
    run: Run, file: Path, tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_all(run, file, tmp_path)
    monkeypatch.setenv("FOCALPOINT_P12_PASSPHRASE", "falsch")

    done = run("submit", file, "-o", tmp_path / "out.pdf", "--p12", key)

    assert done.status == 3
    assert not (tmp_path / "out.pdf").exists()
    workspace = Workspace.open(file, writing=False)
    assert workspace.clearances(workspace.reviews()[0].id) == ()
    workspace.close()


def test_the_key_is_never_written_over(
    run: Run, file: Path, tmp_path: Path, key: Path
) -> None:
    answer_all(run, file, tmp_path)
    target, before = tmp_path / "out.pdf", key.read_bytes()
    assert run("submit", file, "-o", target).status == 0

    assert run("submit", file, "-o", key, "--p12", key).status == 3
    assert run("sign", target, "--p12", key, "-o", key).status == 3
    assert key.read_bytes() == before


@pytest.mark.parametrize("name", ["nowhere/out.pdf", "n" * 300 + ".pdf"])
def test_an_unwritable_target_clears_nothing(
    run: Run, file: Path, tmp_path: Path, name: str
) -> None:
    answer_all(run, file, tmp_path)

    done = run("submit", file, "-o", tmp_path / name)

    assert done.status == 3
    assert done.err.startswith((tmp_path / name).name)
    assert done.err.count("\n") == 1
    assert clearances(file) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "all.json", "xaa.focalpoint",
    ]  # fmt: skip


def test_a_key_without_a_place_for_its_signature_is_told(
    run: Run, file: Path, tmp_path: Path, key: Path
) -> None:
    answer_all(run, file, tmp_path)
    workspace = Workspace.open(file, writing=True)
    workspace.save_sign_off((SignLine("الوزير", digital=False),))
    workspace.close()

    done = run("submit", file, "-o", tmp_path / "out.pdf", "--p12", key)

    assert done.status == 3
    assert clearances(file) == 0


def test_the_next_signature_keeps_the_name(
    run: Run, file: Path, tmp_path: Path, key: Path
) -> None:
    answer_all(run, file, tmp_path)
    for name, signed in (("a.2026", "a.2026.signed.pdf"), ("B.PDF", "B.signed.pdf")):
        assert run("submit", file, "-o", tmp_path / name).status == 0
        assert run("sign", tmp_path / name, "--p12", key).status == 0
        assert (tmp_path / signed).exists()
