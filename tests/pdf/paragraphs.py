"""Paragraphs of our own to measure with: the questionnaires' and hard ones."""

from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

FORMS = Path(__file__).parents[2] / "forms"

HARD = (
    "تجرّم المادة 12 من القانون رقم (5) لسنة 2010 كلَّ اتفاق بين شخصين أو أكثر.",
    "انظر المادة \u20685 (1) (أ) '1'\u2069 من الاتفاقية، والمادة \u206812(1)(a)\u2069.",
    "بلغت النسبة 45.7% في سنة 2024 (مقابل 39% في 2023)، أي بزيادة 6.7 نقاط؛ "
    "انظر الجدول 3-2.",
    "هل «الجماعة الإجرامية المنظمة» [organized criminal group] معرّفة؟ نعم/لا: (نعم).",
    "البريد الإلكتروني: focal.point@justice.gov.xaa، الهاتف: +999 1 234-5678.",
    '{مسودة} [نص] (نص) <نص> "نص" — نصّ؛ نص، نص. نص! نص؟',
    "مُحَمَّدٌ رَسَّامٌ مُتْقِنٌ، وَإِنَّهُ لَأَوَّلُ مَنْ وَصَفَ الأَلِفَ وَاللَّامَ.",
    "أعلنت وزارة العدل (Ministry of Justice, Directorate of Treaties) في 22 تشرين "
    "الثاني/نوفمبر 2026 عن تعديل القانون UNTOC-2010/5 (المادة 12 مكرر)، وفقاً للقرار "
    "14/2018 المنشور في https://sherloc.unodc.org/cld/ar/law-5-2010.html، وقد نُشر في "
    "العدد 1187 من الجريدة الرسمية بتاريخ 2010-01-31.",
    "\u2067نص معزول\u2069 و\u2066LTR isolate\u2069 و\u200fعلامة\u200e.",
)


def questionnaire_paragraphs(count: int) -> list[str]:
    """Every so many-th Arabic sentence of the questionnaires, one line each."""
    texts = {
        " ".join(str(message.string).split()): None
        for path in sorted(FORMS.glob("*/ar.po"))
        for message in read_po(BytesIO(path.read_bytes()))
        if message.id and len(str(message.string)) > 30
    }
    every = list(texts)
    return every[:: max(1, len(every) // count)][:count]
