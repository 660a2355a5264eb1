"""The user's verbs without a screen; names and output are a contract with scripts."""

from __future__ import annotations

import os
import sys
from contextvars import copy_context
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

import click

from focalpoint_app.commands import (
    consultations,
    documents,
    passphrases,
    reviews,
    safekeeping,
    signatures,
)
from focalpoint_app.commands.harmless import harmless, told
from focalpoint_app.commands.options import OneOfError
from focalpoint_app.commands.spoken import spoken
from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import preferred_language, system_locale
from focalpoint_app.language.sentences import sentence
from focalpoint_app.platform.crash import LastResort
from focalpoint_app.platform.places import log_folder
from focalpoint_app.workflow.verbs import verbs
from focalpoint_app.workflow.verbs.verbs import Outcome

DONE, VERDICT_NO, MISUSED, FAILED = 0, 1, 2, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Answer the questionnaires of the UNTOC Review Mechanism, offline."""


for verb in (
    reviews.new, reviews.sample, reviews.forms, reviews.answers, reviews.check,
    documents.draft, documents.submit, documents.print_document,
    documents.letterhead,
    signatures.sign, signatures.verify, signatures.match, signatures.extract,
    signatures.trust,
    safekeeping.backup, safekeeping.restore, safekeeping.doctor,
    safekeeping.expunge, passphrases.passphrase, passphrases.recovery,
    consultations.stakeholders, consultations.request, consultations.reply,
    consultations.receive, consultations.contributions, consultations.reconcile,
    consultations.publish,
):  # fmt: skip
    cli.add_command(verb)


def tell_no_screen() -> int:
    """Why no window opens; returns 3."""
    tr = Catalogue(preferred_language(os.environ, system_locale(os.environ)))
    _tell(AppError("screen.missing"), tr, as_json=False)
    return FAILED


def main(arguments: list[str]) -> int:
    """Run one verb; returns 0 done, 1 the verdict is no, 2 misused, 3 failed.

    A bug is no verdict either: it is reported without a word of the answers.
    """
    tr = Catalogue(preferred_language(os.environ, system_locale(os.environ)))
    as_json = "--json" in arguments
    _write_utf8()
    with LastResort(log_folder()) as bugs, asking(passphrases.asking_for(tr)):
        # In a context of its own: no key outlives the verb.
        return copy_context().run(_run, arguments, tr, as_json=as_json)
    _tell(_bug(bugs.report), tr, as_json=as_json)
    return FAILED


def _bug(report: Path | None) -> AppError:
    if report is None:
        return AppError("program.bug_unreported")
    return AppError("program.bug", path=str(report))


def _run(arguments: list[str], tr: Catalogue, *, as_json: bool) -> int:
    try:
        outcome = spoken(cli, tr).main(
            arguments, "focalpoint", standalone_mode=False, obj=tr
        )
        if isinstance(outcome, Outcome) and outcome.warning is not None:
            _tell(outcome.warning, tr, as_json=False)
        return _print(outcome) if isinstance(outcome, Outcome) else int(outcome or DONE)
    except click.UsageError as exc:
        _tell(_misuse(exc), tr, as_json=as_json)
        return MISUSED
    except (click.exceptions.Abort, KeyboardInterrupt):
        told(tr("Stopped before it was done."), as_error=True)
    except BrokenPipeError:  # Whoever was reading has read enough.
        _write_nowhere()
    except AppError as exc:
        _tell(exc, tr, as_json=as_json)
    return FAILED


def _misuse(exc: click.UsageError) -> AppError:
    """What does not fit in the words that were given."""
    match exc:
        case OneOfError():
            return AppError("command.one_of", names=exc.message)
        case click.MissingParameter(param=click.Parameter() as param):
            return AppError("command.missing", name=_called(param))
        case click.BadParameter(
            param=click.Parameter() as param, ctx=click.Context() as ctx
        ):
            kind = param.make_metavar(ctx)
            return AppError("command.wrong_value", name=_called(param), kind=kind)
        case click.NoSuchOption(option_name=word):
            return AppError("command.unknown_word", word=word)
        case click.exceptions.NoSuchCommand(command_name=word):
            return AppError("command.unknown_word", word=word)
    return AppError("command.misused", usage=_usage(exc.ctx) if exc.ctx else "")


def _usage(ctx: click.Context) -> str:
    return " ".join((ctx.command_path, *ctx.command.collect_usage_pieces(ctx)))


def _called(param: click.Parameter) -> str:
    is_option = isinstance(param, click.Option)
    return param.opts[0] if is_option else param.human_readable_name


def _write_utf8() -> None:
    """Arabic goes out whole wherever it is sent, whatever the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _write_nowhere() -> None:
    """The interpreter writes out what is left when it ends, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(outcome: Outcome) -> int:
    """AppError ``output.unwritable`` where standard output takes nothing more."""
    try:
        if isinstance(outcome.output, bytes):
            _standard_output().write(outcome.output)
        elif outcome.output:
            _standard_output().write(_line(outcome.output))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as exc:
        _write_nowhere()
        raise AppError("output.unwritable") from exc
    if outcome.failed:
        return FAILED
    return DONE if outcome.verdict else VERDICT_NO


def _line(text: str) -> bytes:
    """A file's name may hold bytes that are no text; they are told as escapes."""
    return f"{harmless(text)}\n".encode("utf-8", "backslashreplace")


def _standard_output() -> BinaryIO:
    if sys.stdout is None:  # Closed by the caller, or a program without a console.
        raise AppError("output.unwritable")
    sys.stdout.flush()
    return sys.stdout.buffer


def _tell(error: AppError, tr: Catalogue, *, as_json: bool) -> None:
    message = sentence(error.code, error.context, tr)
    entries = error.entries if isinstance(error, RefusedEntriesError) else ()
    details = [sentence(each.code, each.context, tr) for each in entries]
    if as_json:
        told(verbs.error_json(error, message, details))
    else:
        told("\n".join([message, *details]), as_error=True)
