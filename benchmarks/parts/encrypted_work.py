"""The same with a passphrase: opening, autosave alone and during a backup, doctor."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

from safekeeping_work import seal, timed
from store_work import autosaves, during, filled, p99

from focalpoint_app.domain.asking import asking
from focalpoint_app.storage.ciphers.ciphering import new_key
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.review.sample import sample_review

PASSPHRASE = "تفاح نهر كتاب سماء"


def main() -> int:
    folder = Path(sys.argv[1])
    with asking(lambda _path: (PASSPHRASE,)):
        figures = {"open_encrypted_sample_ms": opened(folder)}
        figures |= large(folder)
    sys.stdout.write(json.dumps(figures))
    return 0


def opened(folder: Path) -> float:
    """From the passphrase typed to the review at hand; the median of five."""
    path = folder / "locked sample.focalpoint"
    with closing(sample_review(path, "ar")) as desk:
        desk.workspace.rekey(new_key(PASSPHRASE))

    def open_it() -> None:
        with using(Keyring()):
            open_review(path).close()

    return round(sorted(timed(open_it) for _ in range(5))[2] * 1000)


def large(folder: Path) -> dict[str, float]:
    workspace, review = filled(folder / "encrypted.focalpoint", new_key(PASSPHRASE))
    seal(workspace, review)
    figures = {"autosave_p99_encrypted_ms": p99(autosaves(workspace, review))}
    target = folder / "encrypted copy.focalpoint"
    figures["backup_100000_answers_encrypted_s"] = timed(
        lambda: workspace.backup(target)
    )
    figures["autosave_p99_during_backup_encrypted_ms"] = p99(
        during(lambda: workspace.backup(target), workspace, review)
    )
    figures["another_passphrase_100000_answers_s"] = timed(
        lambda: workspace.rekey(new_key("another"))
    )
    workspace.close()
    figures["doctor_100000_answers_encrypted_s"] = timed(lambda: examine(target))
    return figures


if __name__ == "__main__":
    sys.exit(main())
