"""The document that every maker of pages is given: the same words, the same tables.

The words are the questionnaire's and the sample's own; nothing is drawn by lot,
so that two runs set the same pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
WORDS_A_BLOCK = 151  # six hundred blocks make 94,000 words
TABLE_EVERY = 5
HEADING_EVERY = 10
TITLE = "استبيان التقييم الذاتي بشأن المجموعة المواضيعية الأولى"
COLUMNS = ("السنة", "البلاغات", "التحقيقات", "الملاحقات", "الإدانات")

Material = dict[str, Any]


def material(blocks: int) -> Material:
    """``title`` and ``blocks``: heading or None, provision, question, answer,
    paragraphs, table (rows of texts) or None."""
    questions = cycle(_questions())
    prose = cycle(_prose())
    return {
        "title": TITLE,
        "blocks": [
            _block(number, next(questions), prose) for number in range(1, blocks + 1)
        ],
    }


def paragraphs(count: int) -> Material:
    """Every so many-th paragraph, to be set one on a page and read back."""
    every = list(dict.fromkeys([*_prose(), *_questions()]))
    return {"title": TITLE, "pages": every[:: max(1, len(every) // count)][:count]}


def words_of(given: Material) -> int:
    texts = [
        text
        for block in given["blocks"]
        for text in (
            block["provision"], block["question"], block["answer"],
            *block["paragraphs"], *(cell for row in block["table"] for cell in row),
        )
    ]  # fmt: skip
    return sum(len(text.split()) for text in texts)


def _block(number: int, question: str, prose: Iterator[str]) -> Material:
    opens = number % HEADING_EVERY == 1
    tabled = number % TABLE_EVERY == 0
    taken: list[str] = []
    words = len(question.split()) + (35 if tabled else 0)
    while words < WORDS_A_BLOCK:
        taken.append(" ".join(next(prose).split()[: WORDS_A_BLOCK - words]))
        words += len(taken[-1].split())
    return {
        "heading": f"المادة {number // HEADING_EVERY + 1}" if opens else None,
        "provision": f"المادة 5 ({number}) (أ) '1'",
        "question": question,
        "answer": ("نعم", "جزئياً", "لا")[number % 3],
        "paragraphs": taken,
        "table": _table(number) if tabled else [],
    }


def _table(number: int) -> list[list[str]]:
    rows = [
        [str(2019 + year), *(f"{number * 7 + year * k:,}" for k in (311, 97, 41, 13))]
        for year in range(1, 7)
    ]
    return [list(COLUMNS), *rows]


def _questions() -> list[str]:
    catalogue = (ROOT / "forms/cluster-1/ar.po").read_bytes()
    found = (str(each.string) for each in read_po(BytesIO(catalogue)) if each.id)
    return [" ".join(text.split()) for text in found if len(text) > 60]


def _prose() -> list[str]:
    """Every paragraph of the sample's Arabic answers, Latin names and figures in."""
    found: list[str] = []
    for part in ("untoc", "tip", "som", "firearms"):
        path = ROOT / "resources/sample" / f"{part}.json"
        answers = json.loads(path.read_text(encoding="utf-8"))["answers"]
        for entry in answers.values():
            value = entry.get("value")
            text = value.get("ar", "") if isinstance(value, dict) else ""
            found += [line for line in text.split("\n") if len(line) > 60]
    return found
