"""`-h` tells of every verb and option, in the user's language."""

from collections.abc import Iterator

import click
import pytest

from focalpoint_app.cli import cli
from focalpoint_app.commands.spoken import spoken
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.help_sentences import OPTION_HELP, VERB_HELP
from tests.cli.running import Run


def verbs(group: click.Group, words: str = "") -> Iterator[tuple[str, click.Command]]:
    yield words, group
    for name, each in group.commands.items():
        path = f"{words} {name}".strip()
        if isinstance(each, click.Group):
            yield from verbs(each, path)
        else:
            yield path, each


def test_every_verb_and_option_has_its_sentence_and_no_other() -> None:
    found = dict(verbs(cli))
    options = {
        name
        for words, verb in found.items()
        for param in verb.params
        if isinstance(param, click.Option)
        for name in (param.opts[0], f"{words} {param.opts[0]}")
    }

    assert set(VERB_HELP) == set(found)
    assert set(OPTION_HELP) <= options
    spoken(cli, Catalogue("en"))  # KeyError where an option has none.


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Usage: focalpoint submit", "Options:", "file to write  [required]")),
        ("ar", ("الاستعمال: focalpoint submit", "الخيارات:", "لغة الوثيقة", "[مطلوب]")),
        ("fr", ("Options\u00a0:\n", "langue du document", "[requis]")),
        ("zh", ("用法：focalpoint submit", "选项：", "文件的语言", "[必填]")),
    ],
)
def test_help_follows_the_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, said: tuple[str, ...]
) -> None:
    monkeypatch.setenv("FOCALPOINT_LANGUAGE", language)

    done = run("submit", "-h")

    assert done.status == 0
    assert [each for each in said if each not in done.out] == []
    if language != "en":
        assert "Show this message" not in done.out
        assert "Options:" not in done.out


def test_the_list_of_verbs_is_told_whole(run: Run) -> None:
    listed = " ".join(run("--help").out.split())

    assert all(sentence in listed for words, sentence in VERB_HELP.items()
               if " " not in words)  # fmt: skip
