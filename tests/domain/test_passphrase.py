"""The same keys are the same passphrase; its strength is told without flattery."""

from __future__ import annotations

import random
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.passphrase import is_empty, normalised
from focalpoint_app.domain.strength import Holds, holds, proposal, weakness
from tests.effort import done_within

TYPED = st.text(st.characters(codec="utf-8"), max_size=40)
ORDER = list(Holds)
Form = Literal["NFC", "NFD", "NFKC"]
FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC")


@given(TYPED)
def test_what_is_normal_stays_so(typed: str) -> None:
    assert normalised(normalised(typed)) == normalised(typed)


@given(TYPED, st.sampled_from(FORMS))
def test_composed_or_not_it_is_the_same(typed: str, form: Form) -> None:
    assert normalised(unicodedata.normalize(form, typed)) == normalised(typed)


@pytest.mark.parametrize(
    ("typed", "as_well"),
    [
        ("سر ٢٠٢٦", "سر 2026"),
        ("سر ۲۰۲۶", "سر 2026"),
        ("أمن", "ا\u0654من"),
        ("ﺳﺮ", "سر"),
        ("\u200fسر\u200e", "سر"),
        ("a\u00a0b", "a b"),
        ("ｐａｓｓ", "pass"),
    ],
)
def test_other_keyboards_type_the_same(typed: str, as_well: str) -> None:
    assert normalised(typed) == normalised(as_well)


@pytest.mark.parametrize(("one", "other"), [("a", "A"), ("سر", "سرّ"), ("ab", "a b")])
def test_what_looks_different_is(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    "typed",
    ["", "قانون", "محمد1990", "Passw0rd!", "untoc2026", "aaaaaaaaaaaaaaaaaaaa",
     "123456789012", "٩٨٧٦٥٤٣٢١٠", "وزارة العدل 1447",
     "qwertyuiop", "الله الله الله الله", "P@ssw0rd2024!", "N0Pa55w0rd!2025",
     "Tr0ub4dor&3", "1q2w3e4r5t6y", "1qaz2wsx3edc4rfv", "!QAZ2wsx#EDC4rfv",
     "zaq1@WSXcde3", "asdf1234qwer5678", "Йцукен123!", "ضصثقفغعه1447", "азертй12фыва",
     "aqwzsxedc123", "121212121212", "12341234123412", "пароль2026", "密码123456",
     "我爱你520", "contraseña123", "Liberté Égalité Fraternité",
     "correct horse battery staple", "To be or not to be!", "In God We Trust 2024",
     "لا إله إلا الله محمد رسول الله", "الحمدُ لله ربّ العالمين",
     "mohamed15081985", "Mohamed 15/08/1985", "Ivan12.04.1961", "محمد ١٥-٨-١٩٨٥",
     "United Nations 2026", "جمهورية مصر العربية 2026", "Российская Федерация 2026",
     "République Française 2026!", "المملكة العربية السعودية", "we will rock you",
     "la ilaha illa allah", "Allahu Akbar 2026", "we are the champions",
     "я помню чудное мгновенье", "ابجد هوز حطي كلمن", "yes we can", "vive la france"],
)  # fmt: skip
def test_what_programs_guess_first_holds_no_day(typed: str) -> None:
    assert holds(typed) is Holds.DAY


@pytest.mark.parametrize(
    "typed",
    ["تفاح نهر كتاب سماء", "fern bracket oyster plumb", "лодка забор перец туман",
     "K7qX9m2PzR4t5w", "x7#mQ2v!Lp9c4"],
)  # fmt: skip
def test_four_words_or_random_signs_hold_longer(typed: str) -> None:
    assert holds(typed) is Holds.LONGER


def test_however_long_it_is_judged_at_once() -> None:
    long = ("a" * 100_000, "1q" * 50_000, "x1!" * 30_000, "İ" * 5_000)
    assert len(done_within(1, lambda: [holds(typed) for typed in long])) == 4


@pytest.mark.parametrize("typed", ["", " ", "\u200f\u200e", "\u00a0\ufeff\u2003"])
def test_what_nobody_sees_is_an_empty_one(typed: str) -> None:
    assert is_empty(typed)
    assert not is_empty(f"{typed}س")


@given(st.integers(0, 2**32))
def test_what_is_proposed_is_twenty_digits_in_groups(seed: int) -> None:
    said = proposal(random.Random(seed).randrange)
    assert [len(group) for group in said.split(" ")] == [4, 4, 4, 4, 4]
    assert said.replace(" ", "").isdecimal()


def test_nearly_all_that_is_proposed_outlasts_a_life() -> None:
    chance = random.Random(20261122)
    verdicts = [holds(proposal(chance.randrange)) for _ in range(1000)]
    assert verdicts.count(Holds.LONGER) > 950


@given(TYPED, TYPED)
def test_more_is_never_weaker(typed: str, more: str) -> None:
    longer = f"{typed} {more}"
    assert ORDER.index(holds(longer)) >= ORDER.index(holds(typed))


def test_weakness_is_told_and_strength_is_not() -> None:
    told = weakness("محمد1990")
    assert told is not None
    assert told.code == "passphrase.found_within_a_day"
    assert weakness("تفاح نهر كتاب سماء") is None
    assert weakness("") is None
