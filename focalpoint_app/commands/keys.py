"""The key to sign with, and its secret: from the environment or a prompt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from focalpoint_app.commands.options import OneOfError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.submitting.keys import Key, P12Key, TokenKey

KEY_OPTIONS = ("p12", "token", "token_label")


def given_key(
    tr: Catalogue, *, p12: Path | None, token: Path | None, token_label: str | None
) -> Key | None:
    """None where nothing is to be signed; a file and a token exclude each other."""
    if p12 and token:
        raise OneOfError("--p12", "--token")
    if token:
        return TokenKey(token, _pin(tr), token_label)
    return P12Key(p12, _passphrase(p12, tr)) if p12 else None


def demanded_key(
    tr: Catalogue, *, p12: Path | None, token: Path | None, token_label: str | None
) -> Key:
    key = given_key(tr, p12=p12, token=token, token_label=token_label)
    if key is None:
        raise OneOfError("--p12", "--token")
    return key


def _passphrase(p12: Path, tr: Catalogue) -> bytes | None:
    """From FOCALPOINT_P12_PASSPHRASE, else from a prompt; never an argument."""
    prompt = tr("Passphrase of {file}", file=p12.name)
    given = secret("FOCALPOINT_P12_PASSPHRASE", prompt)
    return given.encode("utf-8", "surrogateescape") if given else None


def _pin(tr: Catalogue) -> str | None:
    """None also where the reader asks for the PIN with keys of its own."""
    prompt = tr("PIN (leave it empty where the card reader asks for it)")
    return secret("FOCALPOINT_TOKEN_PIN", prompt) or None


def secret(variable: str, prompt: str) -> str | None:
    """From the environment, else from a prompt where there is somebody to ask."""
    given = os.environ.get(variable)
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        typed: str = click.prompt(
            prompt, hide_input=True, default="", show_default=False
        )
        return typed
    return given
