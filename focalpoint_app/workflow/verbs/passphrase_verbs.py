"""The command line's verbs of a workspace's passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.strength import weakness
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.sentences import sentence
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.opening import holder
from focalpoint_app.workflow.safekeeping import securing
from focalpoint_app.workflow.safekeeping.securing import Secured
from focalpoint_app.workflow.safekeeping.staying import held, readable
from focalpoint_app.workflow.submitting.outputs import refuse_same
from focalpoint_app.workflow.verbs.verbs import Outcome


def give(
    file: Path, wanted: Callable[[], str], tr: Catalogue, *, is_new: bool
) -> Outcome:
    """``is_new``: the file has none yet.  What is ``wanted`` is asked for last."""
    with held(file, holder()) as workspace:
        if is_new and workspace.is_encrypted:
            raise AppError("workspace.encrypted_already", path=str(file))
        if not is_new:
            _refuse_plain(workspace)
        passphrase = wanted()
        secured = securing.secure(workspace, securing.key_from(passphrase))
    lines = [tr("{file} opens with the new passphrase only.", file=file.name)]
    told = [*lines, *secured_lines(secured, tr)]
    return Outcome("\n".join(told), warning=weakness(passphrase))


def remove(file: Path, tr: Catalogue) -> Outcome:
    with held(file, holder()) as workspace:
        _refuse_plain(workspace)
        secured = securing.secure(workspace, None)
    words = tr(
        "{file} has no passphrase any more: whoever has the file can read it.",
        file=file.name,
    )
    return Outcome("\n".join([words, *secured_lines(secured, tr)]))


def recover(
    file: Path, halves: tuple[str, str], wanted: Callable[[], str], tr: Catalogue
) -> Outcome:
    """A new passphrase by the two halves of the sheet, which is void then."""
    securing.opening_key(file, *halves)
    return give(file, wanted, tr, is_new=False)


def write_sheet(file: Path, output: Path, language: str, tr: Catalogue) -> Outcome:
    refuse_same(file, output)
    with held(file, holder()) as workspace:
        content, _ = pdf_content(securing.sheet(workspace, Catalogue(language)))
        publish(content, output, private=True)
        workspace.note_sheet(now())
    wrote = tr("Wrote {file}.", file=str(output))
    return Outcome("\n".join([wrote, tr(_PRINT_AND_DELETE)]))


def test(file: Path, halves: tuple[str, str], tr: Catalogue) -> Outcome:
    with closing(Workspace.open(readable(file), writing=False)) as workspace:
        works = securing.opens(workspace, *halves)
    words = tr("Both halves together open {file}.", file=file.name)
    wrong = tr("These halves do not open {file}.", file=file.name)
    return Outcome(words if works else wrong, works)


def secured_lines(secured: Secured, tr: Catalogue) -> Iterator[str]:
    """What else follows from another passphrase."""
    if secured.voided:
        yield tr(
            "The recovery sheet that was made before no longer opens the file: destroy"
            " it and make a new one."
        )
    if secured.backups:
        yield tr.counted(
            "{n} backup has followed.", "{n} backups have followed.", secured.backups
        )
    if secured.left:
        yield tr("These copies are as they were; delete them if they are not needed:")
        yield from (f"  {each}" for each in secured.left)
    if secured.hindered is not None:
        yield sentence(secured.hindered.code, secured.hindered.context, tr)


_PRINT_AND_DELETE = N_(
    "Whoever has this file can open the workspace: print it, try both halves with"
    " --test, then delete it."
)


def _refuse_plain(workspace: Workspace) -> None:
    if not workspace.is_encrypted:
        raise AppError("workspace.not_encrypted", path=str(workspace.path))
