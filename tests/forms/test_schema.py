"""Our reading of the schema against an independent validator's."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from focalpoint_app.domain.errors import AppError
from focalpoint_app.forms.entries import Entry, read_entries
from focalpoint_app.forms.schema import questionnaire_schema
from focalpoint_app.language.places import bundled
from tests.forms.small_form import MAIN, PART

SCHEMA = bundled("resources") / "schemas" / "questionnaire.schema.json"
DEFINITIONS = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
LINES = PART.splitlines()


def independent(rule: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{rule}", "$defs": DEFINITIONS})


def entry_of(folder: Path, text: str) -> Entry:
    path = folder / "untoc.yaml"
    path.write_text(text, encoding="utf-8")
    return read_entries(path)


@pytest.mark.parametrize(("rule", "text"), [("questionnaire", MAIN), ("part", PART)])
def test_the_small_form_keeps_to_the_schema(
    tmp_path: Path, rule: str, text: str
) -> None:
    entry = entry_of(tmp_path, text)
    assert list(questionnaire_schema().faults(rule, entry)) == []
    assert independent(rule).is_valid(entry.plain)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    at=st.integers(0, len(LINES) - 1),
    word=st.sampled_from(["", "{}", "[]", "yes", "[a, b]", "kind: text", "limit: 0"]),
    cut=st.booleans(),
)
def test_both_validators_refuse_the_same_files(
    tmp_path: Path, at: int, word: str, cut: bool
) -> None:
    line = LINES[at]
    key, _, _ = line.partition(": ")
    indent = " " * (len(line) - len(line.lstrip()))
    changed = f"{key}: {word}" if cut else f"{indent}{word}"
    text = "\n".join([*LINES[:at], changed, *LINES[at + 1 :]])
    with suppress(AppError):  # No YAML any more: the schema is not asked.
        entry = entry_of(tmp_path, text)
        refused = any(questionnaire_schema().faults("part", entry))
        assert refused is not independent("part").is_valid(entry.plain)
