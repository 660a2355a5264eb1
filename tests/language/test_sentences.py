import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.extract import PACKAGE
from focalpoint_app.language.problem_sentences import PROBLEM_SENTENCES
from focalpoint_app.language.sentences import SENTENCES, problem_sentence, sentence

CATALOGUES = {language: Catalogue(language) for language in ("ar", "en")}
IMPLIED = {
    "AppError": set[str](),
    "RefusedEntriesError": {"count"},
    "forms.fault": {"file", "line"},
    "forms._refusal": {"file", "line"},
}
"""Everything that makes an error, and the context it adds by itself."""
CODE = re.compile(
    f"({'|'.join(sorted({code.split('.')[0] for code in SENTENCES}))})[.][a-z_]+"
)
SPOKEN = re.compile(
    f"[\"']({CODE.pattern})[\"']|\\b({'|'.join(m.split('.')[-1] for m in IMPLIED)})\\("
)
"""What a file has that may make an error: the others need not be parsed."""
FILES = (".json", ".html", ".pdf", ".png", ".txt", ".p12")
"""Endings of file names, which otherwise look like codes."""


Raised = tuple[str, str, set[str]]
"""Place, code and context names."""
Written = tuple[str, str]
"""Place and text."""


class Found(NamedTuple):
    """Every error that the program makes, and every constant in the form of a code."""

    raised: tuple[Raised, ...]
    written: tuple[Written, ...]


@pytest.fixture(scope="module")
def found() -> Found:
    raised: list[Raised] = []
    written: list[Written] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if SPOKEN.search(text):
            nodes = list(ast.walk(ast.parse(text)))
            raised += _raised(path, nodes)
            written += _written(path, nodes)
    return Found(tuple(raised), tuple(written))


def _raised(path: Path, nodes: Iterable[ast.AST]) -> Iterator[Raised]:
    for node in nodes:
        if isinstance(node, ast.Call) and node.args:
            name = _name(node.func)
            for maker in (name, f"{path.parent.name}.{name}"):
                if maker in IMPLIED:
                    yield from _described(path, node, IMPLIED[maker])


def _written(path: Path, nodes: Sequence[ast.AST]) -> Iterator[Written]:
    problems = {
        id(call.args[0])
        for call in nodes
        if isinstance(call, ast.Call) and call.args and _name(call.func) == "Problem"
    }
    for node in nodes:
        if not isinstance(node, ast.Constant) or id(node) in problems:
            continue
        if isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield f"{path.name}:{node.lineno}", node.value


def _described(path: Path, call: ast.Call, implied: set[str]) -> Iterator[Raised]:
    code = call.args[0]
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        names = {each.arg or "**" for each in call.keywords} | implied
        if "path" in names:
            names.add("file")
        yield f"{path.name}:{call.lineno}", code.value, names


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_every_error_of_the_program_has_a_sentence(found: Found) -> None:
    missing = sorted({code for _, code, _ in found.raised} - SENTENCES.keys())
    assert missing == []


def test_every_code_kept_in_a_table_has_a_sentence(found: Found) -> None:
    missing = [
        f"{place} {code}"
        for place, code in found.written
        if code not in SENTENCES and not code.endswith(FILES)
    ]
    assert missing == []


def test_every_error_fills_the_gaps_of_its_sentence(found: Found) -> None:
    unfilled = [
        f"{place} {code}: {gap}"
        for place, code, names in found.raised
        for gap in _gaps(code)
        if "**" not in names and gap not in names
    ]
    assert unfilled == []


def _gaps(code: str) -> set[str]:
    entry = SENTENCES.get(code, "")
    texts = (entry,) if isinstance(entry, str) else entry
    gaps = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
    return {"count" if name == "n" and len(texts) == 2 else name for name in gaps}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_leaves_no_gap_open(code: str, language: str) -> None:
    context: dict[str, str | int] = dict.fromkeys(_gaps(code), "x") | {"count": 3}
    told = sentence(code, context, CATALOGUES[language])
    assert told
    assert "{" not in told


OF_NO_QUESTION = {"unprintable_lines", "unprintable_paper", "unprintable_signer"}


@pytest.mark.parametrize("code", sorted(PROBLEM_SENTENCES))
def test_a_problem_names_its_question_in_arabic(code: str) -> None:
    text = PROBLEM_SENTENCES[code]
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    gaps = dict.fromkeys(names - {"question"}, "x")
    told = problem_sentence(code, "5 (1) (أ) '1'", CATALOGUES["ar"], **gaps)
    assert ("5 (1) (أ) '1'" in told) == (code not in OF_NO_QUESTION)
    assert "{" not in told


def test_an_unknown_code_is_still_told() -> None:
    assert "lost.code" in sentence("lost.code", {}, CATALOGUES["en"])


def test_a_path_also_names_the_file() -> None:
    told = sentence("file.exists", {"path": "/home/x/review.pdf"}, CATALOGUES["en"])
    assert told.startswith("review.pdf exists")


@pytest.mark.parametrize(
    ("rows", "said"), [("1", "صف واحد"), ("2", "صفان"), ("7", "7 صفوف")]
)
def test_rows_that_were_lost_are_counted_as_arabic_counts(rows: str, said: str) -> None:
    assert said in sentence("lost.loose", {"subject": rows}, CATALOGUES["ar"])
