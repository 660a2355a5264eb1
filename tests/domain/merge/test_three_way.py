"""The laws of merging, for any texts; and what it does with real ones."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.merge.differences import Mark, differences
from focalpoint_app.domain.merge.sentences import key_of, sentences
from focalpoint_app.domain.merge.three_way import Merged, merge, united
from tests.domain.merge.texts import PROSE, TEXTS
from tests.effort import done_within

LAW = "تعاقب المادة 47 على المشاركة. وتسري على الأشخاص الاعتباريين. ولا تقادم لها."
Edits = list[str | None]


@st.composite
def disjoint(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of different sentences, and three versions that meet nowhere."""
    count = draw(st.integers(6, 12))
    base = [f"Sentence number {place} stands here. " for place in range(count)]
    owner = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    acts = draw(st.lists(st.sampled_from("kkrdi"), min_size=count, max_size=count))
    versions: list[str] = []
    for side in range(3):
        pieces: list[str] = []
        for place, sentence in enumerate(base):
            # Every other sentence stays, so that no two edits touch.
            mine = owner[place] == side and place % 2 == 1
            pieces += edited(sentence, acts[place] if mine else "k", side)
        versions.append("".join(pieces))
    return "".join(base), versions


def edited(sentence: str, act: str, side: int) -> list[str]:
    new = f"Side {side} wrote of: {sentence}"
    return {"k": [sentence], "r": [new], "d": [], "i": [sentence, new]}[act]


@given(TEXTS, TEXTS, TEXTS)
def test_the_sides_may_change_places(base: str, first: str, second: str) -> None:
    one, other = merge(base, first, second), merge(base, second, first)

    assert one.text == other.text
    assert len(one.conflicts) == len(other.conflicts)


@given(TEXTS, TEXTS)
def test_merging_the_same_twice_changes_nothing(base: str, text: str) -> None:
    for merged in (merge(base, text, text), merge(base, text, base)):
        assert merged.text == text
        assert merged.conflicts == ()


@given(disjoint())
def test_disjoint_edits_come_together_in_any_order(
    made: tuple[str, list[str]],
) -> None:
    base, (a, b, c) = made

    left = clean(merge(base, clean(merge(base, a, b)), c))
    right = clean(merge(base, a, clean(merge(base, b, c))))

    assert left == right == clean(merge(base, clean(merge(base, c, a)), b))
    assert clean(merge(base, left, b)) == left


def clean(merged: Merged) -> str:
    assert merged.conflicts == ()
    return merged.text


@given(TEXTS, TEXTS, TEXTS)
def test_no_sentence_is_dropped(base: str, first: str, second: str) -> None:
    merged = merge(base, first, second)
    told = [merged.text, *merged.replaced]
    for each in merged.conflicts:
        told += [each.first, each.second]
    said = [key_of(each) for each in told]
    for sentence in (*sentences(first), *sentences(second)):
        assert any(key_of(sentence) in each for each in said)


@given(PROSE, PROSE)
def test_what_both_say_is_proposed_once(first: str, second: str) -> None:
    """As often as the one says it that says it oftener, wherever each has it."""
    proposed = Counter(map(key_of, sentences(merge("", first, second).text)))
    assert proposed == (
        Counter(map(key_of, sentences(first))) | Counter(map(key_of, sentences(second)))
    )


@given(TEXTS, TEXTS)
def test_without_a_base_all_that_differs_is_to_be_settled(
    first: str, second: str
) -> None:
    one, other = ([*map(key_of, sentences(each))] for each in (first, second))
    assert bool(merge("", first, second).conflicts) == (
        one != other and all((one, other))
    )


def test_what_both_added_beside_their_own_is_proposed_once() -> None:
    merged = merge("One.", "One. Two. Four.", "One. Three. Four.")

    assert len(merged.conflicts) == 1
    assert merged.text == "One. Three. Two. Four."


@given(TEXTS, TEXTS)
def test_what_is_united_has_all_of_both(now: str, said: str) -> None:
    both = united(now, said)

    assert both.startswith(now)
    assert all(key_of(each) in key_of(both) for each in sentences(said))
    assert united(both, said) == both


def test_two_offices_change_two_sentences() -> None:
    ministry = LAW.replace("المشاركة", "المشاركة والتنظيم")
    court = LAW.replace("ولا تقادم لها.", "ولا تتقادم. ")

    merged = merge(LAW, ministry, court)

    assert "والتنظيم" in merged.text
    assert "ولا تتقادم" in merged.text
    assert merged.conflicts == ()
    assert len(merged.replaced) == 2


def test_one_sentence_changed_twice_is_a_card_with_a_proposal() -> None:
    first = LAW.replace("تعاقب", "تجرّم")
    second = LAW.replace("المشاركة", "التنظيم")

    (card,) = merge(LAW, first, second).conflicts

    assert card.base == "تعاقب المادة 47 على المشاركة. "
    assert card.merged == "تجرّم المادة 47 على التنظيم. "


def test_two_new_sentences_in_one_place_are_both_proposed() -> None:
    merged = merge("One.", "One. Two.", "One. Three.")

    assert len(merged.conflicts) == 1
    assert merged.text == "One. Three. Two."


def test_a_paragraph_break_made_by_one_side_stays() -> None:
    assert merge("One. Two.", "One.\nTwo.", "One. Two. Three.").text == (
        "One.\nTwo. Three."
    )


def test_differences_are_shown_by_the_words_of_a_sentence() -> None:
    found = differences("It shall apply. It ends.", "It may apply. It ends.")

    assert [(each.mark, each.text) for each in found] == [
        (Mark.SAME, "It "),
        (Mark.REMOVED, "shall "),
        (Mark.ADDED, "may "),
        (Mark.SAME, "apply. "),
        (Mark.SAME, "It ends."),
    ]


@given(TEXTS, TEXTS)
def test_differences_hold_the_whole_of_the_later_text(before: str, after: str) -> None:
    found = differences(before, after)

    assert "".join(e.text for e in found if e.mark is not Mark.REMOVED) == after


def test_no_text_drives_the_cost_up() -> None:
    ours, theirs = "b.\n" + "a.\n" * 99_000 + "c.\n", "a. b.\n" * 50_000
    assert done_within(10, lambda: merge("a.\n" * 100_000, ours, theirs))


def test_sentences_with_little_in_common_are_told_apart_whole() -> None:
    before, after = "هذا نص في شأن أول.", "تلك جملة من عالم آخر."
    assert [each.text for each in differences(before, after)] == [before, after]


def test_harakat_part_no_word() -> None:
    before, after = "حالة معرَّفة في القانون.", "حالة معرِّفة في القانون."
    marked = [each for each in differences(before, after) if each.mark is not Mark.SAME]
    assert [each.text.strip() for each in marked] == ["معرَّفة", "معرِّفة"]
