"""Three texts as pieces to choose from: nothing is lost, the proposal is the merge."""

from hypothesis import assume, given

from focalpoint_app.domain.merge.abreast import Piece, held_against
from focalpoint_app.domain.merge.differences import Mark
from focalpoint_app.domain.merge.sentences import joined, sentences
from focalpoint_app.domain.merge.three_way import merge, pieces
from tests.domain.merge.texts import TEXTS

BASE = "تعاقب المادة 47 على المشاركة. ولا يشمل النص الجنح. "


def bare(text: str) -> str:
    return "".join(text.split())


def proposed(found: tuple[Piece, ...]) -> str:
    return joined(tuple(each.merged for each in found if each.merged))


@given(TEXTS, TEXTS, TEXTS)
def test_what_the_pieces_propose_is_the_merge(base: str, now: str, came: str) -> None:
    if base.strip():
        assert proposed(pieces(base, now, came)) == merge(base, now, came).text


@given(TEXTS, TEXTS, TEXTS)
def test_choosing_one_side_everywhere_gives_that_side(
    base: str, now: str, came: str
) -> None:
    assume(base.strip())
    found = pieces(base, now, came)
    first = "".join(each.first for each in found).split()
    second = "".join(each.second for each in found).split()
    assert (first, second) == (now.split(), came.split())


def test_a_sentence_only_one_side_changed_is_proposed_without_a_conflict() -> None:
    came = BASE.replace("47", "48")
    changed, same = pieces(BASE, BASE, came)
    assert (changed.first, changed.second) == (BASE[:30], came[:30])
    assert changed.merged == changed.second
    assert not changed.is_conflict
    assert same.is_untouched


def test_a_sentence_both_changed_is_a_conflict_that_proposes_both_changes() -> None:
    now, came = BASE.replace("47", "49"), BASE.replace("المشاركة", "التنظيم")
    changed, same = pieces(BASE, now, came)
    assert changed.is_conflict
    assert "49" in changed.merged
    assert "التنظيم" in changed.merged
    assert same.is_untouched


def test_without_a_common_origin_only_what_came_is_to_be_chosen() -> None:
    now = "جملة أولى لا ترد هناك. جملة مشتركة. "
    came = "جملة مشتركة. وهذه إضافة أخيرة."
    own, shared, last = pieces("", now, came)
    assert own.is_untouched
    assert shared.is_untouched
    assert (last.first, last.second) == ("", "وهذه إضافة أخيرة.")


def test_without_a_common_origin_an_edited_sentence_meets_its_twin() -> None:
    now = "كلام آخر. تعاقب المادة 47 على المشاركة في جماعة إجرامية."
    came = "تعاقب المادة 48 على المشاركة في جماعة إجرامية. شيء جديد تماماً."
    own, twin, new = pieces("", now, came)
    assert own.is_untouched
    assert twin.is_conflict
    assert ("47" in twin.first, "48" in twin.second) == (True, True)
    assert new.first == ""


@given(TEXTS, TEXTS)
def test_without_a_common_origin_no_sentence_is_lost(now: str, came: str) -> None:
    whole = bare(proposed(pieces("", now, came)))
    assert all(bare(each) in whole for each in (*sentences(now), *sentences(came)))


def test_held_against_the_answer_only_what_it_speaks_of_is_shown() -> None:
    now = "كلام لا صلة له. تعاقب المادة 47 على المشاركة في جماعة إجرامية. خاتمة."
    came = "تعاقب المادة 48 على المشاركة في جماعة إجرامية. شيء جديد تماماً."
    marked = [(each.mark, each.text.strip()) for each in held_against(now, came)]
    assert marked[0] == (Mark.SAME, "…")
    assert (Mark.REMOVED, "47") in marked
    assert (Mark.ADDED, "48") in marked
    assert marked[-1] == (Mark.ADDED, "شيء جديد تماماً.")
    assert all("خاتمة" not in text for _, text in marked)


@given(TEXTS, TEXTS)
def test_held_against_anything_every_sentence_that_came_is_shown(
    now: str, came: str
) -> None:
    shown = [each.text for each in held_against(now, came)
             if each.mark is not Mark.REMOVED and each.text != "… "]  # fmt: skip
    assert all(bare(each) in bare("".join(shown)) for each in sentences(came))
