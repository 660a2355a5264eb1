"""The key to sign with, and its secret: from the environment or a prompt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.keys import P12Key


def given_key(p12: Path | None, tr: Catalogue) -> P12Key | None:
    return None if p12 is None else P12Key(p12, passphrase(p12, tr))


def passphrase(p12: Path, tr: Catalogue) -> bytes | None:
    """From FOCALPOINT_P12_PASSPHRASE, else from a prompt; never an argument."""
    given = os.environ.get("FOCALPOINT_P12_PASSPHRASE")
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        prompt = tr("Passphrase of {file}", file=p12.name)
        given = click.prompt(prompt, hide_input=True, default="", show_default=False)
    return given.encode("utf-8", "surrogateescape") if given else None
