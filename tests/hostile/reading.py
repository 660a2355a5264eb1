"""Reads files in a process of its own and says what came of each.

Takes a reader's name and paths; prints a line of JSON for each path: name, code,
seconds of work (its child's too), and the process's peak so far in megabytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from focalpoint_app.domain.errors import AppError

MOST_SECONDS = 60
"""After these the system ends the process, so that a test says so and goes on."""


def answers(path: Path) -> None:
    from focalpoint_app.exchange.answers_in import read_answers, read_answers_file
    from focalpoint_app.workflow.review.shipped import questionnaire_of

    read_answers(read_answers_file(path), questionnaire_of(1), ())


def stakeholders(path: Path) -> None:
    from focalpoint_app.exchange.stakeholders_csv import read_stakeholders
    from focalpoint_app.workflow.consultation.reply_files import file_content

    read_stakeholders(file_content(path))


def form(path: Path) -> None:
    from focalpoint_app.forms.entries import read_entries

    read_entries(path)


def catalogue(path: Path) -> None:
    from focalpoint_app.forms.wording import read_wordings

    read_wordings(path / "ar.po")


def verdict(path: Path) -> None:
    """A verdict is given on any file; one that is not intact has a reason."""
    from focalpoint_app.workflow.submitting.judging import judge

    found = judge(path)
    if found.reason is not None:
        raise AppError(found.reason)


def scan(path: Path) -> None:
    from focalpoint_app.pdf.scans.apart import codes_read_apart

    codes_read_apart(path)


def emblem(path: Path) -> None:
    from focalpoint_app.domain.letterhead import Letterhead, refuse_unprintable
    from focalpoint_app.pdf.layout.pictures import picture

    content = path.read_bytes()
    refuse_unprintable(Letterhead(picture=content))
    picture(content, 60)


def certificate(path: Path) -> None:
    from focalpoint_app.pdf.signing.certificates import load_p12

    load_p12(path, b"x")


def workspace(path: Path) -> None:
    from focalpoint_app.workflow.review.opening import open_review

    for is_writing in (False, True):
        with closing(open_review(path, writing=is_writing)) as desk:
            desk.readiness()
            desk.search("law")


def damaged_workspace(path: Path) -> None:
    from focalpoint_app.storage.repair.salvaging import salvaged

    salvaged(path.read_bytes())


READERS: Mapping[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        answers, stakeholders, form, catalogue, verdict, scan,
        emblem, certificate, workspace, damaged_workspace,
    )
}  # fmt: skip


def told(read: Callable[[Path], None], path: Path) -> str:
    try:
        read(path)
    except AppError as exc:
        return exc.code
    return ""


def worked() -> float:
    """Seconds of this process and of those that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak() -> float:
    """Linux's own word; what getrusage says begins with the parent's peak."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (each for each in status.splitlines() if each.startswith("VmHWM:"))
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return max(int(line.split()[1]) / 1024, children)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    read = READERS[sys.argv[1]]
    with suppress(AppError, OSError):
        read(Path(__file__))  # What it needs is loaded: that is no file's fault.
    for path in map(Path, sys.argv[2:]):
        started = worked()  # Not the clock's: others use the machine too.
        code = told(read, path)
        line = [path.name, code, worked() - started, peak()]
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
