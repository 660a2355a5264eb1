"""Backing a workspace up by hand, and putting a backup in its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from focalpoint_app.domain.difference import Difference, Fate, Subject
from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.storage.backups import restoring
from focalpoint_app.storage.file.header import is_encrypted
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.opening import holder
from focalpoint_app.workflow.safekeeping.comparing import differences
from focalpoint_app.workflow.safekeeping.staying import (
    begun,
    begun_new,
    end,
    is_away,
    kept_or_left,
    readable,
    refuse_unheard,
)
from focalpoint_app.workflow.submitting.outputs import refuse_same
from focalpoint_app.workflow.verbs.verbs import Outcome

_FATES = {
    Fate.GONE: N_("Would be gone:"),
    Fate.RETURNS: N_("Would come back:"),
    Fate.OTHER: N_("Would be as it was:"),
}
_SUBJECTS = {
    Subject.ANSWER: N_("answer to {name}"),
    Subject.HISTORY: N_("history of the answer to {name}"),
    Subject.SOURCE: N_("source {name}"),
    Subject.CLEARANCE: N_("clearance {name}"),
    Subject.REPLY: N_("reply {name}"),
    Subject.NOTE: N_("notes on {name}"),
    Subject.SCAN: N_("scan {name}"),
    Subject.INSTITUTION: N_("institution {name}"),
    Subject.ROUND: N_("round {name}"),
    Subject.REQUEST: N_("request to {name}"),
    Subject.PROFILE: N_("the State profile"),
    Subject.PAPER: N_("letterhead, sign-off lines and markings"),
    Subject.RECORD: N_("what was done with contributions and with the review"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """``differences`` is None where the present file cannot be read or is not there.

    ``opens_up``: the present file is encrypted and the backup is not.
    """

    exists: bool
    differences: tuple[Difference, ...] | None
    opens_up: bool = False


def back_up(file: Path, output: Path, tr: Catalogue) -> Outcome:
    """Reading is enough: it works while the window holds the file."""
    refuse_same(file, output)
    with closing(Workspace.open(readable(file), writing=False)) as workspace:
        workspace.backup(output)
    return Outcome(tr("Wrote {file}; it was read back and is whole.", file=str(output)))


def compared(backup: Path, file: Path) -> Comparison:
    """Nothing is changed.

    Raises:
        AppError: ``file.same``, and ``workspace.*`` for what is wrong with the
            backup or forbids replacing the file.
    """
    refuse_same(backup, file)
    now_there = readable(file)
    with closing(Workspace.open(backup, writing=False)) as then:
        if not now_there.exists():
            return Comparison(False, None)
        opens_up = then.key is None and is_encrypted(now_there)
        try:
            present = Workspace.open(now_there, writing=False)
        except AppError as exc:
            if exc.code not in restoring.UNREADABLE:
                raise
            return Comparison(True, None, opens_up)
        with closing(present):
            return Comparison(True, differences(present, then), opens_up)


def restore(
    backup: Path,
    file: Path,
    agrees: Callable[[str], bool],
    tr: Catalogue,
    *,
    as_json: bool,
) -> Outcome:
    """``agrees`` is shown what would change, and says whether to go on."""
    found = compared(backup, file)
    told = "\n".join(comparison_lines(found, file, tr))
    if found.differences == ():
        return _restored(found, None, False, tr("Nothing differs."), as_json=as_json)
    if found.exists and not agrees(told):
        words = tr("Nothing was changed; add --yes to put the backup in its place.")
        return _restored(found, None, None, f"{told}\n{words}", as_json=as_json)
    kept = put_in_place(backup, file)
    words = tr("{file} is as the backup has it.", file=str(file))
    if kept is not None:
        was = tr("What it was before lies in {kept}.", kept=str(kept))
        words = f"{words} {was}"
    return _restored(found, kept, True, words, as_json=as_json)


def put_in_place(backup: Path, file: Path) -> Path | None:
    """Where what it replaced lies now; a file on a share is put in its place whole.

    Raises:
        AppError: as ``storage.backups.restoring.restore``.
    """
    if not is_away(file):
        return restoring.restore(backup, file, now(), holder())
    is_there = readable(file).exists()
    stay = (begun if is_there else begun_new)(file, holder())
    assert stay is not None
    with kept_or_left(stay):
        refuse_unheard(stay)
        kept = restoring.name_to_keep(stay.original, now()) if is_there else None
        if kept is not None:
            stay.copy_beside(kept)
        restoring.restore(backup, stay.local, now(), holder())
    end(stay)
    return kept


def comparison_lines(found: Comparison, file: Path, tr: Catalogue) -> Iterator[str]:
    if found.exists and found.differences is None:
        yield tr(
            "{file} is damaged, or has another passphrase, and cannot be compared; the"
            " backup would take its place.",
            file=file.name,
        )
    if found.opens_up:
        yield tr(
            "The backup has no passphrase: in its place, {file} could be read by"
            " anyone.",
            file=file.name,
        )
    for fate, each in groupby(found.differences or (), lambda each: each.fate):
        yield tr(_FATES[fate])
        for one in each:
            yield f"  {tr(_SUBJECTS[one.subject], name=one.name)}"


def _restored(
    found: Comparison,
    kept: Path | None,
    is_restored: bool | None,
    words: str,
    *,
    as_json: bool,
) -> Outcome:
    """``is_restored`` None: nobody agreed, and the verdict is no."""
    verdict = is_restored is not None
    if not as_json:
        return Outcome(words, verdict)
    listed = found.differences
    told = {
        "restored": bool(is_restored),
        "kept": str(kept) if kept else None,
        "comparable": listed is not None,
        "differences": [asdict(each) for each in listed or ()],
    }
    return Outcome(json.dumps(told, ensure_ascii=False, indent=2), verdict)
