"""Every reader stops in time, in little memory, and says why in a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import SENTENCES
from focalpoint_app.pdf.verifying.verdict import Reason
from focalpoint_app.workflow.submitting.verdicts import REASONS
from tests.hostile import certificates, pdfs, pictures, texts, workspaces
from tests.sample import sample_desk

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 5, 300

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")

# What each reader is given, and what it says.  A file that is read may say nothing.
COSTLY, UNREADABLE = "scan.too_costly", "pdf.unreadable"
SAID: Mapping[str, Mapping[str, str]] = {
    "answers": {
        "deep lists": "answers.wrong_shape",
        "deep objects": "answers.wrong_shape",
        "many lists": "answers.too_large",
        "many objects": "answers.too_large",
        "long number": "answers.refused",
        "vast number": "answers.refused",
        "long text": "answers.refused",
        "too large": "answers.too_large",
        "many unknown": "answers.refused",
        "same key twice": "answers.not_json",
        "no number": "answers.not_json",
    },
    "stakeholders": {
        "one long line": "reply.too_large",
        "commas": "",
        "open quotation": "stakeholder.not_text",
        "many lines": "stakeholder.too_long",
        "long cells": "",
        "other alphabet": "stakeholder.not_text",
    },
    "form": {
        "aliases": "form.alias",
        "many entries": "form.too_many_entries",
        "deep lists": "form.too_deep",
        "deep maps": "form.too_deep",
        "deep dashes": "form.too_deep",
        "stairs": "form.too_deep",
        "open quotation": "form.not_yaml",
        "anchors": "form.alias",
        "too large": "form.too_large",
        "object of Python": "",
        "merged keys": "form.not_yaml",
    },
    "catalogue": dict.fromkeys(
        (name for name, _ in texts.catalogues()), "form.not_po"
    )
    | {"large.po": "form.too_large"},
    "verdict": {
        "many objects": "unreadable",
        "swollen pages": "unreadable",
        "swollen answers": "unreadable",
        "numbers alone": "unreadable",
        **dict.fromkeys(
            ("lying length", "circle of pages", "deep tree of pages", "deep arrays",
             "lying count of pages", "1 GB of content", "10 GB, packed twice",
             "10 MB, three thousand times", "page of five kilometres", "laughs",
             "picture of 60,000 by 60,000", "tiles"),
            "unsigned",
        ),
    },
    "scan": {
        "lying length": "",
        "circle of pages": UNREADABLE,
        "deep tree of pages": UNREADABLE,
        "lying count of pages": "",
        "1 GB of content": COSTLY,
        "10 GB, packed twice": COSTLY,
        "10 MB, three thousand times": COSTLY,
        "page of five kilometres": "",
        "picture of 60,000 by 60,000": "",
        "laughs": COSTLY,
        "tiles": COSTLY,
        "deep arrays": "",
        "many objects": UNREADABLE,
        "60,000 by 60,000": "scan.too_large",
        "sixteen bits and see-through": COSTLY,
        "1.5 GB of notes": "scan.damaged",
        "profile of 500 MB": "scan.damaged",
        "thin as a hair": COSTLY,
        "lying JPEG": "scan.too_large",
        "large JPEG": "",
        "TIFF of 60,000 by 60,000": "scan.too_large",
        "TIFF that runs in a circle": "",
        "TIFF of 500 MB in one strip": "",
        "TIFF thin as a hair": COSTLY,
    },
    "emblem": {
        "60,000 by 60,000": "picture.too_wide",
        "sixteen bits and see-through": "picture.too_wide",
        "1.5 GB of notes": "picture.unknown",
        "profile of 500 MB": "picture.unknown",
        "thin as a hair": "picture.too_wide",
        "lying JPEG": "picture.too_wide",
        "large JPEG": "picture.too_wide",
    },
    "certificate": dict.fromkeys(certificates.COSTLY, "certificate.unreadable"),
    "workspace": dict.fromkeys(
        (f"{name}.focalpoint" for name in workspaces.SCHEMAS), "workspace.strange"
    ),
    "damaged_workspace": {"looping.focalpoint": ""},
}  # fmt: skip


EITHER = frozenset(("large JPEG",))
"""A quick machine looks to its end, a slow one until its seconds are used."""

SHORT: Mapping[str, frozenset[str]] = {
    "scan": frozenset(
        ("circle of pages", "1 GB of content", "laughs", "tiles", "lying JPEG",
         "large JPEG", "thin as a hair", "profile of 500 MB",
         "TIFF of 500 MB in one strip", "TIFF that runs in a circle")
    )
}  # fmt: skip
"""What stands for the rest: each takes a process, and one the seconds it is given."""


class Told(NamedTuple):
    code: str
    seconds: float
    megabytes: float


def made(reader: str, folder: Path) -> Iterator[Path]:
    """The reader's files, as they lie on a disk."""
    if reader in ("workspace", "damaged_workspace"):
        sound = folder / "sound"
        sample_desk(sound).close()
        if reader == "workspace":
            yield from workspaces.write(folder, sound)
        else:
            path = folder / "looping.focalpoint"
            path.write_bytes(workspaces.looping(sound))
            yield path
        return
    for name, content in FILES[reader]():
        path = folder / name
        if reader == "catalogue":
            path.mkdir()
            (path / f"ar{path.suffix}").write_bytes(content)
        else:
            path.write_bytes(content)
        yield path


def submissions() -> Iterator[tuple[str, bytes]]:
    yield from pdfs.files()
    yield from pdfs.signed_files()


def scans() -> Iterator[tuple[str, bytes]]:
    yield from pdfs.files()
    yield from pictures.files()
    yield from pictures.copied()


FILES: Mapping[str, Callable[[], Iterator[tuple[str, bytes]]]] = {
    "answers": texts.answers,
    "stakeholders": texts.stakeholders,
    "form": texts.forms,
    "catalogue": texts.catalogues,
    "certificate": certificates.files,
    "emblem": pictures.files,
    "scan": scans,
    "verdict": submissions,
}


def read(reader: str, paths: list[Path]) -> Mapping[str, Told]:
    """What came of each, in a process whose memory is its own."""
    script = ROOT / "tests" / "hostile" / "reading.py"
    ran = subprocess.run(
        [sys.executable, str(script), reader, *map(str, paths)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = {
        name: Told(code, seconds, megabytes)
        for name, code, seconds, megabytes in map(json.loads, ran.stdout.splitlines())
    }
    lost = [path.name for path in paths if path.name not in told]
    assert lost == [], f"the reader was lost over {lost[:1]}: {ran.stderr[-2000:]}"
    return told


@pytest.mark.parametrize("reader", SAID)
def test_a_hostile_file_is_refused_in_time_and_in_little_memory(
    tmp_path: Path, reader: str
) -> None:
    refuses_in_time(reader, SHORT.get(reader, frozenset(SAID[reader])), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("reader", SHORT)
def test_every_hostile_file_is_refused_in_time_and_in_little_memory(
    tmp_path: Path, reader: str
) -> None:
    refuses_in_time(reader, frozenset(SAID[reader]), tmp_path)


@pytest.mark.slow
def test_a_page_that_is_all_corners_takes_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "noise"
    path.write_bytes(pictures.noise())
    (told,) = read("scan", [path]).values()  # A quick machine looks to its end.
    assert told.code in ("", COSTLY)
    assert told.seconds <= SECONDS


def refuses_in_time(reader: str, names: frozenset[str], folder: Path) -> None:
    paths = [path for path in made(reader, folder) if path.name in names]
    told = read(reader, paths)

    wanted = {name: code for name, code in SAID[reader].items() if name in names}
    said = {name: each.code for name, each in told.items()}
    for name in EITHER & said.keys():
        said[name] = "" if said[name] == COSTLY else said[name]
    assert said == wanted
    slow = {name: each for name, each in told.items() if each.seconds > SECONDS}
    assert slow == {}
    large = {name: each for name, each in told.items() if each.megabytes > MEGABYTES}
    assert large == {}


def test_what_is_said_is_a_sentence() -> None:
    tr = Catalogue("ar")
    for code in {code for said in SAID.values() for code in said.values() if code}:
        if code in list(Reason):
            assert tr(REASONS[Reason(code)])
        else:
            assert code in SENTENCES
