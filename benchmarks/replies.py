"""How long replies take to come in: 200 and 400 of them, 150 answers each.

    python benchmarks/replies.py [--json]

Measured is what follows reading: every answer held against its question, the rows
written, a transaction for each reply.  Another thread autosaves meanwhile and tells
how long its saves took; alone beforehand too, since disks and machines differ.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Carrier, Given, Reply, Request
from focalpoint_app.domain.content import Change, Field, FieldKey, Step
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.workflow.consultation.asking import (
    Ask,
    keep_request,
    new_round,
    prepared_request,
)
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.consultation.voices import voices
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import NewReview, new_review

ANSWERS = 150
COUNTS = (200, 400)
MOST_SECONDS = 2.0
STEEPEST = 2.1
MOST_P99 = 0.015
MOST_VOICES = 0.2
ALONE = 2.0
PAUSE = 0.01
SAID = (
    "تعاقب المادة السابعة والأربعون من القانون رقم 5 لسنة 2010 على المشاركة في جماعة"
    " إجرامية منظمة بالسجن مدة لا تقل عن خمس سنوات. وتسري على الأشخاص الاعتباريين. "
)


@dataclass(frozen=True, slots=True)
class Measured:
    replies: int
    seconds: float
    work: float
    waits: list[float]
    alone: float
    voices: float


def measured(count: int, folder: Path) -> Measured:
    with closing(new_review(folder / f"{count}.focalpoint", NewReview("XAA"))) as desk:
        arrivals = [_arrival(each) for each in _requests(desk, count)]
        with Typist(desk) as alone:
            time.sleep(ALONE)
        with Typist(desk) as typist:
            started, worked = time.perf_counter(), time.process_time()
            receive(desk, arrivals)
            seconds = time.perf_counter() - started
            work = time.process_time() - worked
        asked = arrivals[0].reply
        started = time.perf_counter()
        heard = voices(desk, asked.given[0].question) if asked else ()
        took = time.perf_counter() - started
    if len(heard) != count:
        raise RuntimeError(f"{len(heard)} voices of {count}")
    return Measured(count, seconds, work, typist.took, p99(alone.took), took)


class Typist(threading.Thread):
    """Saves a text every hundredth of a second: five times what a window does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.took: list[float] = []
        self._desk = desk
        self._done = threading.Event()

    def __enter__(self) -> Typist:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self.join()

    def run(self) -> None:
        key = FieldKey(
            next(iter(self._desk.questionnaire.questions)), Field.VALUE, "ar"
        )
        review, author = self._desk.review.id, self._desk.author.id
        number = 0
        while not self._done.wait(PAUSE):
            number += 1
            change = Change(key, None, {"text": f"{SAID}{number}"})
            step = Step("typing", "typing", key.question, (change,))
            started = time.perf_counter()
            self._desk.workspace.save(
                review, (change,), author, self._desk.clock(), step
            )
            self.took.append(time.perf_counter() - started)


def p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]


def _requests(desk: Desk, count: int) -> list[Request]:
    institutions = [
        Stakeholder(desk.new_id(), f"مؤسسة {number}", Category.GOVERNMENT,
                    audience=Confidentiality.NATIONAL)
        for number in range(count)
    ]  # fmt: skip
    save_stakeholders(desk, *institutions)
    made = new_round(desk, "الجولة الأولى")
    texts = _texts(desk)
    sent = []
    for each in institutions:
        ask = Ask(each, made, Selection(tuple(texts)), Carrier.EXCEL)
        request = prepared_request(desk, ask)
        keep_request(desk, request)
        sent.append(request.request)
    return sent


def _texts(desk: Desk) -> list[str]:
    kinds = (Kind.TEXT, Kind.CHOICE)
    found: list[Question] = [
        each for each in desk.questionnaire.questions.values() if each.kind in kinds
    ]
    return [each.id for each in found[:ANSWERS]]


def _arrival(request: Request) -> Arrival:
    given = tuple(
        Given(each.id, {"value": _value(each.kind, each.choices)})
        for each in request.questions
    )
    reply = Reply(f"reply-{request.id}", request.id, Carrier.EXCEL, given)
    return Arrival(f"{request.recipient}.xlsx", reply, b"PK" * 10_000)


def _value(kind: str, choices: tuple[Any, ...]) -> Any:
    return {"ar": SAID * 2} if kind == "text" else choices[0].id


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", dest="as_json")
    as_json = parser.parse_args().as_json
    with TemporaryDirectory() as folder:
        few, many = (measured(count, Path(folder)) for count in COUNTS)
    ratio = many.seconds / few.seconds
    holds = (
        few.seconds < MOST_SECONDS
        and ratio <= STEEPEST
        and p99(few.waits) < MOST_P99
        and few.voices < MOST_VOICES
    )
    if as_json:
        told = {
            "seconds": round(few.seconds, 3),
            "work": round(few.work, 3),
            "work_ratio": round(many.work / few.work, 2),
            "ratio": round(ratio, 2),
            "save_p99": round(p99(few.waits), 4),
            "save_longest": round(max(few.waits), 4),
            "save_p99_alone": round(few.alone, 4),
            "voices": round(few.voices, 3),
            "holds": holds,
        }
        print(json.dumps(told))
    else:
        for each in (few, many):
            print(
                f"{each.replies} replies of {ANSWERS}: {each.seconds:.2f} s"
                f" ({each.work:.2f} s of work);"
                f" saves p99 {p99(each.waits) * 1000:.1f} ms,"
                f" longest {max(each.waits) * 1000:.1f} ms"
                f" (alone p99 {each.alone * 1000:.1f} ms);"
                f" one question's voices {each.voices * 1000:.0f} ms"
            )
        print(f"ratio {ratio:.2f} (at most {STEEPEST})")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
