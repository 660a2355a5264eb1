"""A State's own markings are read whole, in their order, or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.marking_list import read_markings
from focalpoint_app.platform.places import resources_folder

OWN = {"id": "maktum", "text": {"ar": "مكتوم"}}


def put(folder: Path, data: Any) -> Path:
    path = folder / "markings.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_own_words_stand_at_their_own_level(tmp_path: Path) -> None:
    travelling = json.loads((resources_folder() / "markings.json").read_bytes())
    known = read_markings(put(tmp_path, [travelling[0], OWN, *travelling[1:]]))

    assert known.rank("مكتوم") == known.rank("MAKTUM") == 2
    assert known.rank("سري") == 4
    assert known.printed("maktum", "ar") == "مكتوم"
    assert known.highest(["مكتوم", "official_use"]) == "مكتوم"


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        [OWN, OWN],
        [OWN, {"id": "other", "text": {"ar": "مكتوم"}}],
        [OWN, {"id": "MAKTUM", "text": {"ar": "سري"}}],
        [{"id": "", "text": {"ar": "مكتوم"}}],
        [{"id": "maktum", "text": {}}],
        [{"id": "maktum", "text": {"ar": " "}}],
        [{"id": "maktum", "text": {"ar": 7}}],
        [{"id": "maktum", "text": {"ar": "سطر\nوسطر"}}],
        ["maktum"],
        [{"id": str(n), "text": {"ar": f"درجة {n}"}} for n in range(51)],
    ],
)
def test_a_list_that_is_none_is_refused_whole(tmp_path: Path, data: Any) -> None:
    with pytest.raises(AppError, match=r"markings\.unreadable"):
        read_markings(put(tmp_path, data))


@pytest.mark.parametrize("content", [b"", b"[", b"\xff", b"[" * 60_000, b" " * 70_000])
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "markings.json"
    path.write_bytes(content)
    with pytest.raises(AppError) as caught:
        read_markings(path)
    assert caught.value.context == {"path": str(path)}
