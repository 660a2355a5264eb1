"""The command line as its tests run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from focalpoint_app.storage.workspace import Workspace


class Done(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


def answer_all(run: Run, file: Path, tmp_path: Path) -> None:
    """Every mandatory question of the smuggling protocol, by its first choice."""
    shown = run("forms", "show", "cluster-1", "--json").json["questions"]
    asked = [q for q in shown if q["part"] == "som" and q["obligation"] == "mandatory"]
    answers = {
        q["id"]: {"value": q["choices"][0]["id"] if q["kind"] == "choice"
                  else [q["choices"][0]["id"]]}
        for q in asked if q["parent"] is None and q["choices"]
    }  # fmt: skip
    incoming = tmp_path / "all.json"
    incoming.write_text(json.dumps({"questionnaire": "cluster-1", "answers": answers}))
    assert run("answers", "import", file, incoming).status == 0


def clearances(file: Path) -> int:
    workspace = Workspace.open(file, writing=False)
    try:
        return len(workspace.clearances(workspace.reviews()[0].id))
    finally:
        workspace.close()


def put(tmp_path: Path, answers: dict[str, Any], **rest: Any) -> Path:
    path = tmp_path / "in.json"
    path.write_text(
        json.dumps({"questionnaire": "cluster-1", "answers": answers, **rest})
    )
    return path
