"""A consultation through the command line: asked, answered, received, reconciled."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.workflow.review.opening import open_review
from tests.cli.running import Run, put

QUESTION = "som.6.1.a"


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOCALPOINT_PACKET_PASSPHRASE", "كلمة سر الحزمة")


@pytest.fixture
def questions(run: Run) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = run("forms", "show", "cluster-1", "--json").json[
        "questions"
    ]
    return [q for q in shown if q["part"] == "som" and q["article"] == "6"]


def answers(questions: list[dict[str, Any]], tmp_path: Path) -> Path:
    chosen = [q for q in questions if q["kind"] == "choice"][:3]
    said = {q["id"]: {"value": q["choices"][0]["id"]} for q in chosen}
    texts = [q["id"] for q in questions if q["kind"] == "text"][:1]
    said |= {each: {"value": {"ar": "نص المساهمة."}} for each in texts}
    return put(tmp_path, said)


def asked(run: Run, file: Path, target: Path, *rest: object) -> None:
    done = run("request", file, "--to", "جمعية المأوى", "--questions", "som.6.*",
               "--as", "packet", "-o", target, *rest)  # fmt: skip
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("rest", [(), ("--plain",)])
def test_a_packet_goes_out_and_its_reply_comes_in(
    run: Run,
    file: Path,
    tmp_path: Path,
    questions: list[dict[str, Any]],
    rest: tuple[str, ...],
) -> None:
    packet, back = tmp_path / "p.fpacket", tmp_path / "r.freply"
    asked(run, file, packet, *rest)
    assert run("reply", packet, answers(questions, tmp_path), "-o", back).status == 0

    (told,) = run("receive", file, back, "--json").json
    (again,) = run("receive", file, back, "--json").json
    given = run("contributions", file, "--json").json

    assert told == {"file": str(back), "taken": 4, "known": 0, "refused": 0,
                    "reason": None}  # fmt: skip
    assert (again["taken"], again["known"]) == (0, 4)
    assert len(given) == 4
    assert set(given[0]) == {"question", "stakeholder", "standing", "value", "received"}
    assert {each["stakeholder"] for each in given} == {"جمعية المأوى"}
    assert {each["standing"] for each in given} == {"working"}
    assert {"ar": "نص المساهمة."} in [each["value"] for each in given]


def test_a_list_for_people_speaks_their_language(
    run: Run,
    file: Path,
    tmp_path: Path,
    questions: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packet, back = tmp_path / "p.fpacket", tmp_path / "r.freply"
    asked(run, file, packet, "--plain")
    run("reply", packet, answers(questions, tmp_path), "-o", back)
    run("receive", file, back)
    monkeypatch.setenv("FOCALPOINT_LANGUAGE", "ar")

    lines = run("contributions", file).out.splitlines()

    assert len(lines) == 4
    assert all("جمعية المأوى (على مستوى العمل): " in line for line in lines)


@pytest.mark.parametrize("kind", ["word", "excel"])
def test_forms_are_written_and_read_back(
    run: Run, file: Path, tmp_path: Path, kind: str
) -> None:
    form = tmp_path / f"form.{kind}"
    done = run("request", file, "--to", "وزارة", "--questions", "som.6.*", "--as", kind,
               "-o", form, "--due", "2027-01-31")  # fmt: skip

    said = run("receive", file, form)
    (told,) = run("receive", file, form, "--json").json

    assert done.status == 0
    assert "It answers no question." in said.out
    assert (told["refused"], told["reason"]) == (0, "It answers no question.")


def test_what_is_no_reply_is_told_by_file_and_costs_no_other(
    run: Run, file: Path, tmp_path: Path, questions: list[dict[str, Any]]
) -> None:
    packet, back = tmp_path / "p.fpacket", tmp_path / "r.freply"
    asked(run, file, packet)
    run("reply", packet, answers(questions, tmp_path), "-o", back)
    junk = tmp_path / "junk.docx"
    junk.write_bytes(b"no reply at all")

    done = run("receive", file, junk, back, tmp_path / "gone.docx", "--json")
    alone = run("receive", file, junk)

    assert done.status == 0
    assert [(e["taken"], e["refused"]) for e in done.json] == [(0, 1), (4, 0), (0, 1)]
    assert done.json[0]["reason"]
    assert alone.status == 3
    assert "junk.docx" in alone.out


def test_a_packet_without_a_passphrase_is_not_written(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FOCALPOINT_PACKET_PASSPHRASE")
    packet = tmp_path / "p.fpacket"
    done = run("request", file, "--to", "A", "--as", "packet", "-o", packet)

    assert done.status == 3
    assert not packet.exists()


def test_a_wrong_passphrase_is_told(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = tmp_path / "p.fpacket"
    asked(run, file, packet)
    monkeypatch.setenv("FOCALPOINT_PACKET_PASSPHRASE", "another")

    done = run("reply", packet, put(tmp_path, {}), "-o", tmp_path / "r.freply")

    assert done.status == 3
    assert "passphrase" in done.err


def test_questions_that_match_nothing_are_refused(
    run: Run, file: Path, tmp_path: Path
) -> None:
    done = run("request", file, "--to", "A", "--questions", "tip.*", "-o",
               tmp_path / "w.docx")  # fmt: skip

    assert done.status == 3
    assert "tip.*" in done.err


@pytest.mark.parametrize(
    "refused",
    [("--questions", "tip.*", "-o", "w.docx"), ("--as", "packet", "-o", "p.fpacket"),
     ("-o", "no/such/folder/w.docx")],
)  # fmt: skip
def test_a_request_that_is_refused_leaves_nothing_behind(
    run: Run,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    refused: tuple[str, ...],
) -> None:
    monkeypatch.delenv("FOCALPOINT_PACKET_PASSPHRASE")
    *rest, name = refused
    done = run("request", file, "--to", "Misspelt", *rest, tmp_path / name)

    assert done.status == 3
    assert run("stakeholders", file, "--json").json == []
    with closing(open_review(file, writing=False)) as desk:
        assert desk.workspace.rounds(desk.review.id) == ()


def test_the_same_list_twice_changes_nothing(
    run: Run, file: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Institution,Category\nHarbour,government\n", encoding="utf-8")
    first, second = (run("stakeholders", file, "--csv", listed) for _ in range(2))

    assert (first.status, second.status) == (0, 0)
    assert len(run("stakeholders", file, "--json").json) == 1


def test_a_column_that_is_not_read_is_told(
    run: Run, file: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Institution,Fax\nHarbour,1\n", encoding="utf-8")
    done = run("stakeholders", file, "--csv", listed)

    assert done.status == 0
    assert "Fax" in done.err


def test_a_name_that_is_known_is_not_added_again(run: Run, file: Path) -> None:
    run("stakeholders", file, "--add", "Harbour")
    again = run("stakeholders", file, "--add", " harbour ")

    assert (again.status, len(run("stakeholders", file, "--json").json)) == (3, 1)
    assert "harbour" in again.err


def test_a_list_and_a_name_are_taken_together_or_not_at_all(
    run: Run, file: Path, tmp_path: Path
) -> None:
    run("stakeholders", file, "--add", "Harbour")
    listed = tmp_path / "list.csv"
    listed.write_text("Institution\nCourt\n", encoding="utf-8")
    both = ("stakeholders", file, "--csv", listed, "--add")
    for refused in (
        run(*both, "harbour"),
        run(*both, "Court"),
        run(*both, "Port", "-o", tmp_path / "missing" / "out.csv"),
    ):
        assert refused.status == 3
        assert len(run("stakeholders", file, "--json").json) == 1

    assert run(*both, "Port").status == 0
    assert len(run("stakeholders", file, "--json").json) == 3


def test_stakeholders_are_listed_and_added(run: Run, file: Path) -> None:
    run("stakeholders", file, "--add", "جامعة", "--category", "academia")
    (told,) = run("stakeholders", file, "--json").json

    assert (told["name"], told["category"]) == ("جامعة", "academia")


def test_a_list_of_stakeholders_goes_out_and_comes_in(
    run: Run, file: Path, tmp_path: Path
) -> None:
    run("stakeholders", file, "--add", "وزارة العدل")
    listed, other = tmp_path / "list.csv", tmp_path / "other.focalpoint"
    run("new", other, "--state", "XAA")
    assert run("stakeholders", file, "-o", listed).status == 0

    assert run("stakeholders", other, "--csv", listed).status == 0
    first, second = (run("stakeholders", f, "--json").json for f in (file, other))
    assert first == second


def test_the_record_of_a_consultation_is_written(
    run: Run, file: Path, tmp_path: Path
) -> None:
    asked(run, file, tmp_path / "p.fpacket")
    target = tmp_path / "record.pdf"

    assert run("contributions", file, "--record", target).status == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_two_copies_are_reconciled(run: Run, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.focalpoint"
    shutil.copy(file, other)
    for path, choice in ((file, "yes"), (other, "no")):
        one = put(tmp_path, {QUESTION: {"value": choice}})
        assert run("answers", "import", path, one).status == 0
    two = put(tmp_path, {"som.6.1.b.i": {"value": "yes"}})
    run("answers", "import", other, two)

    done = run("reconcile", file, other, "--json")

    assert done.status == 1
    (card,) = done.json["cards"]
    assert card["subject"][0] == QUESTION
    assert {card["a"], card["b"]} == {"yes", "no"}
    exported = json.loads(run("answers", "export", file).out)["answers"]
    assert exported[QUESTION]["value"] == "yes"
    assert exported["som.6.1.b.i"]["value"] == "yes"
