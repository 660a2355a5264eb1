"""Arguments and options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from focalpoint_app.domain.review import PARTS
from focalpoint_app.language.names import OFFICIAL_LANGUAGES

PATH = click.Path(path_type=Path)
LANGUAGES = click.Choice(OFFICIAL_LANGUAGES)

FILE = click.argument("file", type=PATH)
PDF = click.argument("pdf", type=PATH)
OUT = click.option("-o", "output", type=PATH)
OUT_REQUIRED = click.option("-o", "output", type=PATH, required=True)
LANGUAGE = click.option("--language", type=LANGUAGES, default="ar")
RECORD = click.option("--record", is_flag=True)
BESIDE = click.option("--beside", type=LANGUAGES)
JSON = click.option("--json", "as_json", is_flag=True)
REVIEW = click.option("--review", "review_id")
P12 = click.option("--p12", type=PATH)
TOKEN = click.option("--token", type=PATH, metavar="MODULE")
TIMESTAMP = click.option("--timestamp", default="", metavar="URL")
TOKEN_LABEL = click.option("--token-label", metavar="NAME")


class OneOfError(click.UsageError):
    """Of several options one is to be given, and was not, or more were."""

    def __init__(self, *names: str) -> None:
        super().__init__(" / ".join(names))


def missing(name: str) -> click.MissingParameter:
    """What the words given so far ask for and have not."""
    context = click.get_current_context()
    (param,) = (each for each in context.command.params if each.name == name)
    return click.MissingParameter(ctx=context, param=param)


class Parts(click.ParamType[tuple[str, ...]]):
    """``untoc,tip`` as a tuple in the order of the instruments."""

    name = "parts"

    def __init__(self, *, none_is_all: bool) -> None:
        self._may_be_none = none_is_all

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, ...]:
        wanted = {each.strip() for each in str(value).split(",") if each.strip()}
        if not wanted <= set(PARTS) or not (wanted or self._may_be_none):
            self.fail(f"{value!r} is not of {','.join(PARTS)}", param, ctx)
        return tuple(part for part in PARTS if part in wanted)
