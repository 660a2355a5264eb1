"""Where the program starts: a verb is done, anything else is a file to open."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from focalpoint_app.platform.memory import forbid_core_files
from focalpoint_app.platform.screen import has_screen

VERBS = frozenset(
    ("new", "sample", "forms", "answers", "check", "draft", "submit",
     "print", "letterhead", "sign", "verify", "match", "trust", "extract",
     "stakeholders", "request", "reply", "receive", "contributions", "reconcile",
     "publish", "backup", "restore", "doctor", "expunge", "passphrase",
     "recovery")
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 the verdict is no, 2 misused, 3 could not be done."""
    forbid_core_files()
    given = sys.argv[1:] if arguments is None else arguments
    if len(given) == 2 and given[0] == "--codes-in-scan":  # This program's own child.
        from focalpoint_app.pdf.scans.apart import answer

        return answer(given[1])
    if given == ["--pages-of-letter"]:  # And another.
        from focalpoint_app.pdf.scans.letter_pages import answer_pages

        return answer_pages()
    if given and (given[0] in VERBS or given[0].startswith("-")):
        from focalpoint_app.cli import main as run_verb

        return run_verb(given)
    # A platform that was chosen on purpose, as offscreen, is a screen too; an empty
    # name is no choice, and Qt would abort over it.
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ.pop("QT_QPA_PLATFORM", None)
    if not has_screen(os.environ) and "QT_QPA_PLATFORM" not in os.environ:
        from focalpoint_app.cli import tell_no_screen

        return tell_no_screen()
    gc.disable()  # What is imported now stays; the first task done sets it going.
    from focalpoint_app.gui.beginning import run

    return run(Path(given[0]) if given else None, given[1:])


if __name__ == "__main__":
    sys.exit(main())
