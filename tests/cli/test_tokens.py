"""A card signs from the command line as a certificate file does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Run, answer_all, clearances
from tests.pdf.signing_samples import ARABIC_NAME, Wanted
from tests.pdf.token_samples import (
    PIN,
    WITH_TOKENS,
    add_token,
    ec_key,
    module,
    no_tokens,
    put,
)


@pytest.fixture
def card(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    no_tokens(tmp_path_factory.mktemp("tokens"), monkeypatch)
    monkeypatch.setenv("FOCALPOINT_TOKEN_PIN", PIN)
    add_token("card")
    put("card", Wanted(ARABIC_NAME), ec_key())
    return module()


@WITH_TOKENS
def test_a_card_submits_and_signs_again(
    run: Run, file: Path, tmp_path: Path, card: Path
) -> None:
    answer_all(run, file, tmp_path)
    once = tmp_path / "once.pdf"

    assert run("submit", file, "-o", once, "--token", card).status == 0
    assert run("sign", once, "--token", card, "--token-label", "card").status == 0

    verdict = run("verify", tmp_path / "once.signed.pdf", "--json").json
    assert [each["signer"] for each in verdict["signatures"]] == [ARABIC_NAME] * 2
    assert verdict["intact"] is True
    assert verdict["demonstration"] is False


@WITH_TOKENS
def test_a_wrong_pin_clears_nothing_and_is_never_asked_twice(
    run: Run, file: Path, tmp_path: Path, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_all(run, file, tmp_path)
    monkeypatch.setenv("FOCALPOINT_TOKEN_PIN", "9999")

    done = run("submit", file, "-o", tmp_path / "out.pdf", "--token", card)

    assert done.status == 3
    assert "PIN" in done.err
    assert clearances(file) == 0
    assert not (tmp_path / "out.pdf").exists()


@WITH_TOKENS
def test_the_module_is_never_written_over(
    run: Run, file: Path, tmp_path: Path, card: Path
) -> None:
    answer_all(run, file, tmp_path)
    target = tmp_path / "module.so"
    target.symlink_to(card)
    done = run("submit", file, "-o", target, "--token", target)
    assert done.status == 3
    assert target.is_symlink()


@pytest.mark.parametrize("words", [(), ("--p12", "a.p12", "--token", "b.so")])
def test_signing_wants_a_file_or_a_token_and_not_both(
    run: Run, words: tuple[str, ...]
) -> None:
    done = run("sign", "in.pdf", *words)
    assert done.status == 2
    assert "--p12 / --token" in done.err
