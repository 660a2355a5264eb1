"""Names of institutions stand in the order in which their readers look them up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.language.alphabetical import alphabetical

IN_ORDER = {
    "zh": ["阿里巴巴", "秘鲁大使馆", "公安部", "海关总署", "秘书处", "司法部", "外交部",
           "中国人民银行", "最高人民法院"],
    "ar": ["الأمن العام", "البنك المركزي", "وزارة الخارجية", "وزارة العدل"],
    "fr": ["Académie", "École de la magistrature", "Ministère", "Office central"],
    "ru": ["Адвокатура", "Институт", "Йошкар-Олинский суд", "Министерство"],
}  # fmt: skip


@pytest.mark.parametrize("language", IN_ORDER)
def test_institutions_stand_as_a_reader_looks_them_up(language: str) -> None:
    names = IN_ORDER[language]
    assert sorted(set(names), key=alphabetical) == names


@given(st.text())
def test_every_name_has_its_place(name: str) -> None:
    assert isinstance(alphabetical(name), str)
