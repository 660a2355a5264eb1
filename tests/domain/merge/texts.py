"""Texts as hypothesis makes them: of our six languages, and of anything."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = (
    "تعاقب المادة 47 على المشاركة. ",
    "هل يشمل ذلك الشروع؟ ",
    "نعم؛ ",
    "The penalty is at least four years. ",
    "See art. 5 of Law No. 12. ",
    "La peine est de dix ans.\n",
    "Согласно ст. 210 УК это преступление. ",
    "第二百九十四条适用。",
    "2. El plazo vence.\n\n",
)
ANYTHING = st.text(st.sampled_from("أب ج.؟؛\n \tabc!。12"), max_size=40)
PROSE = st.lists(st.sampled_from(SENTENCES), max_size=7).map("".join)
TEXTS = PROSE | ANYTHING
