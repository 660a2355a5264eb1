"""Every way in which a questionnaire may be broken is refused with file and line."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.forms.reading import load
from tests.forms.small_form import MAIN, PART, write_small_form

QUESTION = "        obligation: consider\n"
CONDITION = "        condition: {answered: untoc.5.1.a.i}\n"


def faults(folder: Path) -> tuple[AppError, ...]:
    with pytest.raises(RefusedEntriesError) as refused:
        load(folder)
    assert refused.value.code == "form.broken"
    return refused.value.entries


BROKEN_PARTS = [
    ("form.duplicate_id", "id: untoc.5.3", "id: untoc.5.1.a.i"),
    ("form.duplicate_id", "{id: group,", "{id: act,"),
    ("form.duplicate_id", QUESTION, QUESTION + "        aliases: [untoc.5.1.a.i]\n"),
    ("form.malformed", 'provision: "5"', 'provision: "5"\n        limit: "1\\n"'),
    ("form.duplicate_key", QUESTION, QUESTION * 2),
    ("form.missing_key", QUESTION, ""),
    ("form.missing_key", "text: Which term?", "text: ''"),
    (
        "form.missing_key",
        "          - name: term\n            kind",
        "          - kind",
    ),
    ("form.unknown_key", "tags: [threshold]", "tag: [threshold]"),
    ("form.unknown_value", "obligation: consider", "obligation: perhaps"),
    ("form.unknown_value", "tags: [threshold]", "tags: [treshold]"),
    ("form.wrong_kind", "tags: [threshold]", "tags: threshold"),
    ("form.malformed", "id: untoc.5.3", "id: UNTOC.5.3"),
    ("form.wrong_length", "          - {id: group, text: Group}\n", ""),
    ("form.too_long", "text: Which term?", f"text: {'x' * 20_001}"),
    ("form.unknown_choices", "kind: number", "kind: choice\n            choices: none"),
    ("form.unknown_columns", "columns: case_flow", "columns: cases"),
    ("form.unknown_template", "          - narrative\n", "          - narative\n"),
    ("form.id_outside_article", "id: untoc.5.3", "id: untoc.6.3"),
    ("form.id_not_its_file", "id: untoc\n", "id: tip\n"),
    ("form.bad_provision", "provision: 5(3)", "provision: 6(3)"),
    ("form.bad_provision", "provision: 5(3)", "provision: 5.3"),
    ("form.choices_and_kind", "kind: number", "kind: choices"),
    ("form.columns_and_kind", "kind: table", "kind: text"),
    ("form.bad_limit", "kind: number", "kind: number\n            limit: 100"),
    ("form.bad_limit", "kind: number", "kind: text\n            limit: 100001"),
    ("form.bad_condition", "{answered: untoc.5.1.a.i}", "{run: rm}"),
    ("form.unknown_question", "{answered: untoc.5.1.a.i}", "{answered: untoc.5.9}"),
    ("form.unknown_question", "question: untoc.5.1.a.i", "question: untoc.5.9"),
    ("form.unknown_choice", "{is: [$parent, yes]}", "{is: [$parent, maybe]}"),
    ("form.unknown_choice", "{includes: [untoc.5.3, act]}", "{is: [untoc.5.3, act]}"),
    ("form.condition_cycle", "{answered: untoc.5.1.a.i}", "{answered: untoc.5.3}"),
    ("form.not_yaml", "title: Participation", "title: [Participation"),
    ("form.not_yaml", "title: Participation", "title: a\n---\nid: b"),
    ("form.not_yaml", "title: Participation", "title: a\u0007b"),
    ("form.alias", "title: Participation", "title: &a Participation"),
    ("form.too_deep", CONDITION, CONDITION.replace("{", "{not: " * 20 + "{", 1)),
]


@pytest.mark.parametrize(("code", "right", "wrong"), BROKEN_PARTS)
def test_a_broken_part_is_refused_at_its_line(
    tmp_path: Path, code: str, right: str, wrong: str
) -> None:
    assert right in PART
    folder = write_small_form(tmp_path, part=PART.replace(right, wrong))
    found = [fault for fault in faults(folder) if fault.code == code]
    assert found
    assert found[0].context["file"] == "untoc.yaml"
    assert 1 <= int(found[0].context["line"]) <= len(PART.splitlines()) + 3


BROKEN_MAINS = [
    ("form.malformed", "parts: [untoc]", "parts: [../untoc]"),
    ("form.malformed", "languages: [ar, en]", "languages: [../ar, en]"),
    ("form.unreadable", "parts: [untoc]", "parts: [tip]"),
    ("form.no_catalogue", "languages: [ar, en]", "languages: [fr, en]"),
    ("form.id_not_its_file", "id: small", "id: other"),
    ("form.unknown_question", "parent: difficulties", "parent: nothing"),
    ("form.untranslated", "title: Small questionnaire", "title: Renamed"),
]


@pytest.mark.parametrize(("code", "right", "wrong"), BROKEN_MAINS)
def test_a_broken_main_file_is_refused(
    tmp_path: Path, code: str, right: str, wrong: str
) -> None:
    assert right in MAIN
    folder = write_small_form(tmp_path, main=MAIN.replace(right, wrong))
    assert code in [fault.code for fault in faults(folder)]


def test_a_fault_names_its_very_line(tmp_path: Path) -> None:
    broken = PART.replace("obligation: consider", "obligation: perhaps")
    (fault,) = faults(write_small_form(tmp_path, part=broken))
    line = broken.splitlines().index("        obligation: perhaps") + 1
    assert fault.context["line"] == line


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    broken = PART.replace("provision: 5(3)", "provision: 6(3)").replace(
        "columns: case_flow", "columns: cases"
    )
    codes = {fault.code for fault in faults(write_small_form(tmp_path, part=broken))}
    assert {"form.bad_provision", "form.unknown_columns"} <= codes


def test_a_missing_translation_names_text_and_language(tmp_path: Path) -> None:
    folder = write_small_form(tmp_path, part=PART.replace("Which term?", "What term?"))
    (fault,) = faults(folder)
    assert fault.code == "form.untranslated"
    assert fault.context["name"] == "untoc.5.1.a.i.term/text"
    assert fault.context["language"] == "ar"


def test_a_broken_catalogue_is_refused_at_its_line(tmp_path: Path) -> None:
    folder = write_small_form(tmp_path)
    with (folder / "ar.po").open("a", encoding="utf-8") as stream:
        stream.write("\nnonsense\n")
    (fault,) = faults(folder)
    assert fault.code == "form.not_po"
    assert fault.context["line"] == len((folder / "ar.po").read_text().splitlines())


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    folder = write_small_form(tmp_path)
    with (folder / "untoc.yaml").open("ab") as stream:
        stream.truncate(5_000_001)
    assert [fault.code for fault in faults(folder)] == ["form.too_large"]


def test_an_alias_bomb_is_refused_without_growing(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    folder = write_small_form(tmp_path, part=bomb)
    assert [fault.code for fault in faults(folder)] == ["form.alias"]


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    folder = write_small_form(tmp_path, part="a: [" + "x," * 200_001 + "]")
    assert [fault.code for fault in faults(folder)] == ["form.too_many_entries"]


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    folder = write_small_form(tmp_path)
    (folder / "untoc.yaml").write_bytes(b"id: \xff\xfe\n")
    assert [fault.code for fault in faults(folder)] == ["form.not_yaml"]


@pytest.mark.parametrize("part", ["", "[]", "text", "{a: b}"])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, part: str) -> None:
    assert faults(write_small_form(tmp_path, part=part))


def test_a_folder_without_a_questionnaire_is_refused(tmp_path: Path) -> None:
    assert [fault.code for fault in faults(tmp_path)] == ["form.unreadable"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    start=st.integers(0, len(PART)),
    length=st.integers(0, 40),
    text=st.text(alphabet='{}[]:,-&*$\n "xé\u0000\u202e', max_size=12),
)
def test_a_damaged_file_is_read_or_refused_but_never_crashes(
    tmp_path: Path, start: int, length: int, text: str
) -> None:
    damaged = PART[:start] + text + PART[start + length :]
    folder = write_small_form(tmp_path, part=damaged)
    with suppress(RefusedEntriesError):
        assert load(folder).questions
