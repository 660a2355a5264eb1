"""Characters that would print as boxes are told before anything is signed."""

from pathlib import Path

from tests.cli.running import Run, answer_all, put

STRANGE = "\ua9f0"


def test_check_names_the_question_and_the_character(
    run: Run, file: Path, tmp_path: Path
) -> None:
    answer_all(run, file, tmp_path)
    answers = {"som.3.a.narrative": {"value": {"ar": f"نص {STRANGE}"}}}
    assert run("answers", "import", file, put(tmp_path, answers)).status == 0

    found = run("check", file, "--json").json["problems"]

    told = [problem for problem in found if problem["code"] == "unprintable"]
    assert [problem["question"] for problem in told] == ["som.3.a.narrative"]
    assert "U+A9F0" in told[0]["message"]


def test_submit_tells_it_before_it_clears(run: Run, file: Path, tmp_path: Path) -> None:
    answer_all(run, file, tmp_path)
    answers = {"som.3.a.narrative": {"value": {"ar": f"نص {STRANGE}"}}}
    assert run("answers", "import", file, put(tmp_path, answers)).status == 0

    done = run("submit", file, "-o", tmp_path / "out.pdf")

    assert done.status == 0
    assert "U+A9F0" in done.err
    assert "U+A9F0" in done.out
