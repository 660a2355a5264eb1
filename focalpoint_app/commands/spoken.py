"""What ``-h`` says, in the user's language: click itself speaks English."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any, TypeVar

import click

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.help_sentences import OPTION_HELP, VERB_HELP
from focalpoint_app.language.punctuation import punctuation

Command = TypeVar("Command", bound=click.Command)


class _Sheet(click.HelpFormatter):
    """Click's own words in the user's language, its columns as they are."""

    def __init__(self, tr: Catalogue, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._tr = tr

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        blank = punctuation(self._tr.language).space
        super().write_usage(prog, args, prefix or f"{self._tr('Usage:')}{blank}")

    def write_heading(self, heading: str) -> None:
        colon = punctuation(self._tr.language).colon.rstrip()
        self.write(f"{'':>{self.current_indent}}{self._tr(heading)}{colon}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        told = [(name, self._told(each)) for name, each in rows]
        super().write_dl(told, col_max, col_spacing)

    def _told(self, told: str) -> str:
        required = self._tr("required")
        return self._tr(told).replace("[required]", f"[{required}]")


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        return _Sheet(self.obj, self.terminal_width, self.max_content_width)


def spoken(command: Command, tr: Catalogue, words: str = "") -> Command:
    """A copy that tells of itself in the catalogue's language; *words* call it."""
    told = copy(command)
    told.context_class = _Context
    told.help = told.short_help = tr(VERB_HELP[words])
    told.params = [_spoken_option(each, tr, words) for each in command.params]
    if isinstance(told, click.Group):
        told.commands = {
            name: spoken(each, tr, f"{words} {name}".strip())
            for name, each in told.commands.items()
        }
    return told


def _spoken_option(param: click.Parameter, tr: Catalogue, words: str) -> Any:
    if not isinstance(param, click.Option):
        return param
    told, (name, *_) = copy(param), param.opts
    told.help = tr(OPTION_HELP.get(f"{words} {name}") or OPTION_HELP[name])
    return told
