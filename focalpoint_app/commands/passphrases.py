"""A workspace's passphrase: asked for, and the verbs that set it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.options import OneOfError
from focalpoint_app.domain.asking import Ask
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.passphrase import is_empty
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs.verbs import Outcome

CURRENT = "FOCALPOINT_PASSPHRASE"
NEW = "FOCALPOINT_NEW_PASSPHRASE"
_HALVES = ("FOCALPOINT_RECOVERY_A", "FOCALPOINT_RECOVERY_B")
_ACTS = ("set", "change", "remove", "recover")


@click.command()
@options.FILE
@click.option("--set", "act", flag_value="set")
@click.option("--change", "act", flag_value="change")
@click.option("--remove", "act", flag_value="remove")
@click.option("--recover", "act", flag_value="recover")
@click.pass_obj
def passphrase(tr: Catalogue, file: Path, act: str | None) -> Outcome:
    """Set, change or remove a passphrase; or a new one by the recovery sheet."""
    from focalpoint_app.workflow.verbs import passphrase_verbs

    if act is None:
        raise OneOfError(*(f"--{each}" for each in _ACTS))

    def wanted() -> str:
        return new_passphrase(CURRENT if act == "set" else NEW, file, tr)

    if act == "recover":
        return passphrase_verbs.recover(file, _halves(tr), wanted, tr)
    if act == "remove":
        return passphrase_verbs.remove(file, tr)
    return passphrase_verbs.give(file, wanted, tr, is_new=act == "set")


@click.command()
@options.FILE
@options.OUT
@click.option("--test", is_flag=True)
@options.LANGUAGE
@click.pass_obj
def recovery(
    tr: Catalogue, file: Path, output: Path | None, test: bool, language: str
) -> Outcome:
    """Write the recovery sheet, or try its two halves on the file."""
    from focalpoint_app.workflow.verbs import passphrase_verbs

    if test == (output is not None):
        raise OneOfError("-o", "--test")
    if output is None:
        return passphrase_verbs.test(file, _halves(tr), tr)
    return passphrase_verbs.write_sheet(file, output, language, tr)


def asking_for(tr: Catalogue) -> Ask:
    """The environment's passphrase, then one that is typed."""

    def ask(path: Path) -> Iterator[str]:
        given = os.environ.get(CURRENT)
        if given:
            yield given
        if _is_anybody_there():
            yield _typed(tr("Passphrase of {file}", file=path.name))

    return ask


def new_passphrase(variable: str, file: Path, tr: Catalogue) -> str:
    """From the environment, else typed twice; never an argument.

    Raises:
        AppError: ``passphrase.missing``, ``passphrase.empty`` or
            ``passphrase.unlike``.
    """
    given = os.environ.get(variable)
    if given is None:
        if not _is_anybody_there():
            raise AppError("passphrase.missing", variable=variable)
        given = _typed(tr("New passphrase of {file}", file=file.name))
        if given != _typed(tr("The same once more")):
            raise AppError("passphrase.unlike")
    if is_empty(given):
        raise AppError("passphrase.empty")
    return given


def _halves(tr: Catalogue) -> tuple[str, str]:
    one, other = (
        os.environ.get(variable) or _half(tr, variable[-1]) for variable in _HALVES
    )
    return one, other


def _half(tr: Catalogue, letter: str) -> str:
    if not _is_anybody_there():
        raise AppError("passphrase.missing", variable=" / ".join(_HALVES))
    return _typed(tr("All digits of half {letter}, in one line", letter=letter))


def _is_anybody_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _typed(prompt: str) -> str:
    said: str = click.prompt(prompt, hide_input=True, default="", show_default=False)
    return said
