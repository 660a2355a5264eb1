"""The whole journey by itself: what `make run` does where there is no screen."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import preferred_language
from focalpoint_app.language.sentences import sentence
from focalpoint_app.platform.screen import has_screen

SIGNER = "د. سلمى المنصوري"


def main(arguments: list[str] | None = None) -> int:
    """Exit status 0 when all of it was done, 3 when something could not be."""
    parser = argparse.ArgumentParser(prog="demonstration")
    parser.add_argument("--window-if-possible", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--language", choices=("ar", "en"), default="ar")
    given = parser.parse_args(arguments)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="focalpoint-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if given.window_if_possible and has_screen(os.environ):
            return _window(folder, given.language)
        return _journey(folder, given.language)
    except AppError as exc:
        tr = Catalogue(preferred_language(os.environ, None))
        sys.stderr.write(sentence(exc.code, exc.context, tr) + "\n")
        return 3


def _window(folder: Path, language: str) -> int:
    from focalpoint_app.gui.beginning import run
    from focalpoint_app.workflow.review.sample import sample_review

    workspace = folder / "sample.focalpoint"
    sample_review(workspace, language).close()
    return run(workspace, [])


def _journey(folder: Path, language: str) -> int:
    """Sample, check, clear, export, sign, verify, screenshot; each told in a line."""
    tr = Catalogue(preferred_language(os.environ, None))
    workspace, submission = folder / "sample.focalpoint", folder / "submission.pdf"
    _sample(workspace, language, tr)
    _submit(workspace, submission, language, tr)
    holds = _verify(submission, tr)
    screenshot = folder / "window.png"
    _screenshot(workspace, screenshot, language)
    _say(f"submission: {submission}")
    _say(f"screenshot: {screenshot}")
    return 0 if holds else 1


def _sample(workspace: Path, language: str, tr: Catalogue) -> None:
    from focalpoint_app.workflow.review.sample import sample_review

    with closing(sample_review(workspace, language)) as desk:
        state = desk.readiness()
    _say(tr("Made the sample review."))
    _say(tr("{answered} of {of} answered.", answered=state.answered, of=state.of))
    count = len(state.problems)
    _say(
        tr.counted(
            "{n} problem, none that blocks.", "{n} problems, none that blocks.", count
        )
    )


def _submit(workspace: Path, target: Path, language: str, tr: Catalogue) -> None:
    from focalpoint_app.workflow.review.clear import clear
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity
    from focalpoint_app.workflow.submitting.submission import ExportOptions, export

    with closing(open_review(workspace)) as desk:
        clearance = clear(desk)
        _say(tr("Cleared."))
        identity = demonstration_identity(SIGNER)
        options = ExportOptions(target, language, identity=identity)
        exported = export(desk.questionnaire, clearance, options)
    _say(
        tr.counted(
            "Exported and signed: {n} page.",
            "Exported and signed: {n} pages.",
            exported.pages,
        )
    )


def _verify(submission: Path, tr: Catalogue) -> bool:
    from focalpoint_app.pdf.verifying.verdict import verify
    from focalpoint_app.workflow.submitting.verdicts import verdict_lines

    verdict = verify(submission)
    for line in verdict_lines(verdict, tr):
        _say(line)
    return verdict.intact


def _screenshot(workspace: Path, target: Path, language: str) -> None:
    from focalpoint_app.gui.picture import screenshot

    screenshot(workspace, target, language)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
