"""The user's verbs without a screen; names and output are a contract with scripts."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

import click

from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.domain.review import PARTS
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import preferred_language, system_locale
from focalpoint_app.language.sentences import sentence
from focalpoint_app.workflow import verbs
from focalpoint_app.workflow.keys import P12Key
from focalpoint_app.workflow.verbs import Outcome, SubmitOrder

DONE, VERDICT_NO, MISUSED, FAILED = 0, 1, 2, 3

_PATH = click.Path(path_type=Path)
_FILE = click.argument("file", type=_PATH)
_PDF = click.argument("pdf", type=_PATH)
_OUT = click.option("-o", "output", type=_PATH)
_JSON = click.option("--json", "as_json", is_flag=True)
_REVIEW = click.option("--review", "review_id")
_P12 = click.option("--p12", type=_PATH)
_LANGUAGES = click.Choice(["ar", "en"])
_DAY = click.DateTime(["%Y-%m-%d"])


class _Parts(click.ParamType[tuple[str, ...]]):
    name = "parts"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, ...]:
        wanted = {each.strip() for each in str(value).split(",")}
        if not wanted <= set(PARTS):
            self.fail(f"{value!r} is not of {','.join(PARTS)}", param, ctx)
        return tuple(part for part in PARTS if part in wanted)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Answer the questionnaires of the UNTOC Review Mechanism, offline."""


def tell_no_screen() -> int:
    """Why no window opens; returns 3."""
    tr = Catalogue(preferred_language(os.environ, system_locale(os.environ)))
    _tell(AppError("screen.missing"), tr, as_json=False)
    return FAILED


def main(arguments: list[str]) -> int:
    """Run one verb; returns 0 done, 1 the verdict is no, 2 misused, 3 failed."""
    tr = Catalogue(preferred_language(os.environ, system_locale(os.environ)))
    as_json = "--json" in arguments
    _write_utf8()
    try:
        outcome = cli.main(arguments, "focalpoint", standalone_mode=False, obj=tr)
        return _print(outcome) if isinstance(outcome, Outcome) else int(outcome or DONE)
    except click.UsageError as exc:
        _tell(_misuse(exc), tr, as_json=as_json)
        return MISUSED
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo(tr("Stopped before it was done."), err=True)
    except BrokenPipeError:  # Whoever was reading has read enough.
        _write_nowhere()
    except AppError as exc:
        _tell(exc, tr, as_json=as_json)
    return FAILED


@cli.command()
@_FILE
@click.option("--state", required=True)
@click.option("--cluster", type=int, default=1)
@click.option("--language", type=_LANGUAGES, default="ar")
@click.option(
    "--party", type=_Parts(), metavar=",".join(PARTS), default=",".join(PARTS)
)
@click.option("--start", type=_DAY, metavar="YYYY-MM-DD")
@click.pass_obj
def new(
    tr: Catalogue, /, file: Path, state: str, start: datetime | None, **rest: Any
) -> Outcome:
    """Make a workspace with one review."""
    day = start.date() if start else None
    return verbs.new(file, state.upper(), day, tr, **rest)


@cli.command()
@_FILE
@click.option("--language", type=_LANGUAGES, default="ar")
@click.pass_obj
def sample(tr: Catalogue, file: Path, language: str) -> Outcome:
    """Make the fictional State XAA's filled review."""
    return verbs.sample(file, language, tr)


@cli.group(invoke_without_command=True)
@_JSON
@click.pass_context
def forms(ctx: click.Context, as_json: bool) -> Outcome | None:
    """List the questionnaires."""
    if ctx.invoked_subcommand is None:
        return verbs.forms(ctx.obj, as_json=as_json)
    return None


@forms.command()
@click.argument("form")
@_JSON
@click.pass_obj
def show(tr: Catalogue, form: str, as_json: bool) -> Outcome:
    """Show a questionnaire's questions."""
    return verbs.show_form(form, tr, as_json=as_json)


@cli.group()
def answers() -> None:
    """Take answers out, or in."""


@answers.command("export")
@_FILE
@_OUT
@_REVIEW
def export_answers(file: Path, output: Path | None, review_id: str | None) -> Outcome:
    """Write answers JSON."""
    return verbs.export_answers(file, output, review_id)


@answers.command("import")
@_FILE
@click.argument("incoming", type=_PATH)
@click.option("--by", help="Name; role; institution")
@_REVIEW
@click.pass_obj
def import_answers(
    tr: Catalogue, file: Path, incoming: Path, by: str | None, review_id: str | None
) -> Outcome:
    """Take answers JSON in: all of it, or nothing."""
    return verbs.import_answers(file, incoming, by, review_id, tr)


@cli.command()
@_FILE
@_JSON
@_REVIEW
@click.pass_obj
def check(tr: Catalogue, file: Path, as_json: bool, review_id: str | None) -> Outcome:
    """Say what still stands between the review and its clearance."""
    return verbs.check(file, review_id, tr, as_json=as_json)


@cli.command()
@_FILE
@click.option("-o", "output", type=_PATH, required=True)
@click.option("--language", type=_LANGUAGES, default="ar")
@_REVIEW
@click.pass_obj
def draft(
    tr: Catalogue, file: Path, output: Path, language: str, review_id: str | None
) -> Outcome:
    """Write a PDF with DRAFT across each page, unsigned."""
    return verbs.draft(file, output, language, review_id, tr)


@cli.command()
@_FILE
@click.option("-o", "output", type=_PATH, required=True)
@_P12
@click.option("--language", type=_LANGUAGES, default="ar")
@click.option("--edition", type=click.Choice(["reviewing", "public"]),
              default="reviewing")  # fmt: skip
@_REVIEW
@click.pass_obj
def submit(tr: Catalogue, /, file: Path, output: Path, **rest: Any) -> Outcome:
    """Clear, export, and sign where a key is given."""
    order = SubmitOrder(file, output, _key(rest.pop("p12"), tr), **rest)
    return verbs.submit(order, tr)


@cli.command()
@_PDF
@click.option("--p12", type=_PATH, required=True)
@_OUT
@click.pass_obj
def sign(tr: Catalogue, pdf: Path, p12: Path, output: Path | None) -> Outcome:
    """Add the next signature."""
    return verbs.sign(pdf, output, P12Key(p12, _passphrase(p12, tr)), tr)


@cli.command()
@_PDF
@_JSON
@click.option("--trust", type=_PATH, multiple=True)
@click.pass_obj
def verify(tr: Catalogue, pdf: Path, as_json: bool, trust: tuple[Path, ...]) -> Outcome:
    """Say whether the file is what was signed."""
    return verbs.verify(pdf, trust, tr, as_json=as_json)


@cli.command()
@_PDF
@_OUT
def extract(pdf: Path, output: Path | None) -> Outcome:
    """Take out the data inside a submission, byte for byte."""
    return verbs.extract(pdf, output)


def _misuse(exc: click.UsageError) -> AppError:
    """What does not fit in the words that were given."""
    match exc:
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
    usage = exc.ctx.get_usage() if exc.ctx else ""
    return AppError("command.misused", usage=usage.partition(": ")[2])


def _called(param: click.Parameter) -> str:
    is_option = isinstance(param, click.Option)
    return param.opts[0] if is_option else param.human_readable_name


def _key(p12: Path | None, tr: Catalogue) -> P12Key | None:
    return None if p12 is None else P12Key(p12, _passphrase(p12, tr))


def _passphrase(p12: Path, tr: Catalogue) -> bytes | None:
    """From FOCALPOINT_P12_PASSPHRASE, else from a prompt; never an argument."""
    given = os.environ.get("FOCALPOINT_P12_PASSPHRASE")
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        prompt = tr("Passphrase of {file}", file=p12.name)
        given = click.prompt(prompt, hide_input=True, default="", show_default=False)
    return given.encode("utf-8", "surrogateescape") if given else None


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
            _standard_output().write(f"{outcome.output}\n".encode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as exc:
        _write_nowhere()
        raise AppError("output.unwritable") from exc
    return DONE if outcome.verdict else VERDICT_NO


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
        click.echo(verbs.error_json(error, message, details))
    else:
        click.echo("\n".join([message, *details]), err=True)
