"""Which sentences tell whose they are."""

from __future__ import annotations

import pytest

from focalpoint_app.domain.quoting import said_by_one, telling

LAW = "تعاقب المادة 47 على المشاركة في جماعة إجرامية منظمة."


@pytest.mark.parametrize(
    "common",
    ["نعم.", "لا يوجد لدينا أي بيانات.", "No data are kept.", "我们没有数据。", "",
     "Internationalisation notwithstanding."],
)  # fmt: skip
def test_a_short_or_common_phrase_is_nobodys(common: str) -> None:
    assert list(telling(common)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LAW, LAW.rstrip(".")),
        (LAW, f"  {LAW.replace(' ', chr(0xA0))}\n"),
        ("The penalty is at least four years of prison.",
         "the penalty is at least four years of prison"),
        ("第二百九十四条规定了组织黑社会罪。", "第二百九十四条规定了组织黑社会罪"),
    ],
)  # fmt: skip
def test_stops_blanks_and_capitals_make_no_other_sentence(one: str, other: str) -> None:
    assert list(telling(one)) == list(telling(other)) != []


def test_what_several_say_is_nobodys() -> None:
    said = [("justice", LAW), ("police", LAW), ("police", f"ومع ذلك {LAW}")]
    assert set(said_by_one(said).values()) == {"police"}
    assert said_by_one([("justice", LAW), ("justice", LAW)]) == {
        next(iter(telling(LAW))): "justice"
    }
