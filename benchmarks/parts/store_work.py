"""Autosave alone, during an import and during a backup; search in 100,000 answers."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.content import Change, Content, Field, FieldKey, Step
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.domain.review import Review
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.file.held import Made
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.opening import questionnaire_of

ANSWERS = 100_000
IMPORTED = 30_000
SAVES = 400
WORDS = (
    "المادة",
    "القانون",
    "الجريمة",
    "المنظمة",
    "السجن",
    "العقوبة",
    "النيابة",
    "العامة",
    "المحكمة",
    "الاتفاق",
    "المشاركة",
    "الجماعة",
    "الإجرامية",
    "غسل",
    "الأموال",
    "مصادرة",
    "العائدات",
    "التعاون",
    "الدولي",
    "تسليم",
)
QUERIES = ("الاتفاق", "غسل الأموال", "المحكمة العامة", "مصادر", "عقوبة السجن 4711")


def main() -> int:
    workspace, review = filled(Path(sys.argv[1]) / "large.focalpoint")
    figures: dict[str, float] = {"autosave_p99_ms": p99(autosaves(workspace, review))}
    figures["autosave_p99_during_import_ms"] = p99(
        during(lambda: imported(workspace, review), workspace, review)
    )
    target = Path(sys.argv[1]) / "backup.focalpoint"
    figures["autosave_p99_during_backup_ms"] = p99(
        during(lambda: workspace.backup(target), workspace, review)
    )
    figures["search_100000_answers_ms"] = searched(workspace, review)
    workspace.close()
    sys.stdout.write(json.dumps(figures))
    return 0


def filled(path: Path, key: Key | None = None) -> tuple[Workspace, str]:
    """A review of 100,000 answers of about 40 words, encrypted with ``key``."""
    workspace = Workspace.begin(path, Made(StateProfile("XAA"), now(), key))
    workspace.save_author(Author("author", "أمل الحداد"))
    review = Review(str(uuid4()), "cluster-1", "1", 1, ("untoc",), ("ar",))
    workspace.add_review(review, questionnaire_to_data(questionnaire_of(1)))
    for start in range(0, ANSWERS, 5_000):
        changes = [change(n) for n in range(start, start + 5_000)]
        workspace.save(review.id, changes, "author", now())
    return workspace, review.id


def change(number: int, before: Content = None) -> Change:
    key = FieldKey(f"untoc.{number}", Field.VALUE, "ar")
    words = [WORDS[(number * 7 + n * n) % len(WORDS)] for n in range(40)]
    return Change(key, before, {"text": f"{' '.join(words)} {number}"})


def autosaves(
    workspace: Workspace, review: str, going: Callable[[], bool] | None = None
) -> list[float]:
    """Seconds each save took: one field, as the window does it while one types."""
    took: list[float] = []
    text = "نص"
    while len(took) < SAVES or (going is not None and going()):
        text += " " + WORDS[len(took) % len(WORDS)]
        key = FieldKey("untoc.typed", Field.VALUE, "ar")
        step = Step(
            "typing", "typing", key.question, (Change(key, None, {"text": text}),)
        )
        begun = time.perf_counter()
        workspace.save(review, step.changes, "author", now(), step)
        took.append(time.perf_counter() - begun)
        time.sleep(0.002)
        text = text[-4_000:]
    return took


def during(work: Callable[[], None], workspace: Workspace, review: str) -> list[float]:
    """Saves made while ``work`` goes on in a worker thread, and no others."""
    worker = threading.Thread(target=work)
    worker.start()
    took = autosaves(workspace, review, worker.is_alive)
    worker.join()
    return took


def imported(workspace: Workspace, review: str) -> None:
    changes = tuple(change(ANSWERS + n) for n in range(IMPORTED))
    step = Step(str(uuid4()), "import", changes[0].key.question, changes)
    workspace.publish(review, step, (), "author", now())


def searched(workspace: Workspace, review: str) -> float:
    """The slowest of the queries, each by the median of its rounds."""
    slowest = 0.0
    for query in QUERIES:
        rounds = []
        for _ in range(15):
            begun = time.perf_counter()
            workspace.search(review, query)
            rounds.append(time.perf_counter() - begun)
        slowest = max(slowest, median(rounds))
    return round(slowest * 1000, 2)


def p99(seconds: list[float]) -> float:
    return round(sorted(seconds)[int(len(seconds) * 0.99)] * 1000, 2)


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
