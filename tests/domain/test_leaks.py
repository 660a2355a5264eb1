"""What a file must not tell is found wherever it stands, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.leaks import RUN, as_read, leaked

LAW = "يعاقب بالسجن مدة لا تقل عن خمس سنوات كل من شارك في جماعة إجرامية منظمة"
OTHER = "يعاقب بالسجن مدة لا تزيد على ثلاث سنوات كل من أخفى متحصلات الجريمة"


def test_a_restricted_passage_is_found_whole() -> None:
    told = f"الرد: {LAW[10:40]} انتهى"

    (found,) = leaked([told], [LAW], [OTHER])

    assert found.strip() in LAW
    assert len(found) > RUN


def test_words_of_the_law_that_anybody_may_use_give_nothing_away() -> None:
    assert leaked([OTHER], [LAW], [OTHER]) == ()


def test_a_line_end_and_a_shaped_letter_hide_nothing() -> None:
    shaped = LAW.replace("لا", "\ufefb").replace(" ", "\n")

    assert leaked([shaped], [LAW], []) != ()


@given(st.text("abcdef ", min_size=RUN, max_size=60), st.integers(0, 40))
def test_every_run_of_twelve_is_found(secret: str, at: int) -> None:
    plain = as_read(secret)
    part = plain[at : at + RUN]
    found = leaked([f"xyz {part} xyz"], [secret], [])

    assert bool(found) is (len(part) == RUN and as_read(part) == part) or found


@given(st.text("abc ", max_size=40), st.text("abc ", max_size=40))
def test_what_is_permitted_is_never_a_leak(secret: str, public: str) -> None:
    assert leaked([public], [secret], [public]) == ()


@given(st.text("abc ", max_size=40), st.text("abc ", max_size=40))
def test_nothing_is_found_that_is_not_restricted(secret: str, told: str) -> None:
    for passage in leaked([told], [secret], []):
        runs = {passage[n : n + RUN] for n in range(len(passage) - RUN + 1)}
        assert all(run in as_read(secret) for run in runs)
