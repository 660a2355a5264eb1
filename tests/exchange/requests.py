"""Requests as the tests of every carrier ask them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from focalpoint_app.domain.consultation import Asked, Entry, Option, Register, Request

YES_NO = (Option("yes", "نعم"), Option("part", "جزئياً"), Option("no", "لا"))
COLUMNS = (
    Option("year", "السنة", "number"),
    Option("note", "ملاحظات", "text"),
    Option(
        "court", "المحكمة", "choice", (Option("a", "ابتدائية"), Option("b", "عليا"))
    ),
)
CHOICE = Asked(
    "untoc.5.1.a.i",
    "المادة 5 (1) (أ) '1'",
    "هل تجرّم تشريعاتكم الاتفاق على ارتكاب جريمة خطيرة؟",
    "choice",
    "اذكروا القانون والمادة.\nواذكروا رابط SHERLOC إن وُجد.",
    YES_NO,
)
TEXT = Asked(
    "untoc.5.1.a.i.narrative",
    "المادة 5 (1) (أ) '1'",
    "اشرحوا التشريعات والتدابير المعمول بها.",
    "text",
    limit=20_000,
    parent="untoc.5.1.a.i",
)
CHOICES = Asked(
    "untoc.5.closing",
    "المادة 5",
    "ما الصعوبات التي تواجهونها؟",
    "choices",
    choices=(Option("money", "قلة الموارد"), Option("law", "غياب التشريع")),
)
NUMBER = Asked("untoc.5.years", "المادة 5 (1)", "ما الحد الأقصى للعقوبة؟", "number")
DATE = Asked("untoc.5.3.date", "المادة 5 (3)", "متى أُبلغ الأمين العام؟", "date")
TABLE = Asked("untoc.5.figures", "المادة 5", "بيانات القضايا", "table", columns=COLUMNS)
REQUEST = Request(
    id="1b0a7e5e-6a1c-4a8e-9a53-000000000001",
    review="1b0a7e5e-6a1c-4a8e-9a53-000000000002",
    round="1b0a7e5e-6a1c-4a8e-9a53-000000000003",
    stakeholder="1b0a7e5e-6a1c-4a8e-9a53-000000000004",
    recipient="وزارة العدل",
    state="XAA",
    questionnaire="cluster-1",
    version="2026.1",
    structure="0" * 64,
    language="ar",
    questions=(CHOICE, TEXT, CHOICES, NUMBER, DATE, TABLE),
    letter="تحية طيبة وبعد،\nنرجو موافاتنا بردودكم على الأسئلة التالية.",
    due="2026-12-31",
    register=Register("123/2026", "", "2026-11-22", "ص/5", "عاجل", "محدود", "1"),
)
KNOWN = {REQUEST.id: REQUEST}
DRAFTS: dict[str, Entry] = {
    CHOICE.id: {"value": "yes"},
    TEXT.id: {"value": {"ar": "ينص القانون رقم 5 لسنة 2010 على ذلك.\nوسيُعدَّل قريباً."}},
    CHOICES.id: {"value": ["law"]},
    NUMBER.id: {"value": Decimal(15)},
    DATE.id: {"value": "2010-01-31"},
    TABLE.id: {
        "value": [
            {
                "id": "1b0a7e5e-6a1c-4a8e-9a53-00000000000a",
                "year": Decimal(2024),
                "note": "قضيتان",
                "court": "b",
            }
        ]
    },
}


def drafted(request: Request = REQUEST) -> Request:
    """The same request with the national draft shown."""
    questions = tuple(
        replace(each, draft=DRAFTS.get(each.id)) for each in request.questions
    )
    return replace(request, questions=questions)


def long_request(count: int) -> Request:
    """So many questions, of all kinds in turn."""
    kinds = (CHOICE, TEXT, CHOICES, NUMBER, DATE, TABLE)
    questions = tuple(
        replace(kinds[n % len(kinds)], id=f"untoc.{n}.a") for n in range(count)
    )
    return replace(REQUEST, questions=questions)
