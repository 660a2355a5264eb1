"""Each sentence remembers where it came from, through later edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.attribution import (
    Origin,
    Version,
    attributed,
    contributors,
)
from tests.domain.merge.texts import TEXTS

SAID = "تعاقب المادة 47 على المشاركة. وتسري على الأشخاص الاعتباريين."
OWN = "لا تعليق آخر."


def version(number: int, author: str, text: str | None, **sources: str) -> Version:
    parents = (str(number - 1),) if number else ()
    return Version(str(number), author, text, parents, sources)


def origins(*versions: Version) -> list[Origin]:
    return [span.origin for span in attributed(versions)]


def test_a_sentence_that_was_inserted_says_from_where() -> None:
    found = origins(
        version(0, "amal", OWN), version(1, "amal", f"{OWN} {SAID}", justice=SAID)
    )

    assert found == [
        Origin("amal"),
        Origin("amal", "justice"),
        Origin("amal", "justice"),
    ]


def test_later_edits_around_it_change_nothing() -> None:
    found = origins(
        version(0, "amal", SAID, justice=SAID),
        version(1, "samir", f"مقدمة جديدة تماماً. {SAID} {OWN}"),
    )

    assert found == [
        Origin("samir"),
        Origin("amal", "justice"),
        Origin("amal", "justice"),
        Origin("samir"),
    ]


def test_an_edited_sentence_keeps_its_origin_and_names_its_editor() -> None:
    edited = SAID.replace("المادة 47", "المادة 48")
    first, second = origins(
        version(0, "amal", SAID, justice=SAID), version(1, "samir", edited)
    )

    assert first == Origin("amal", "justice", ("samir",))
    assert second == Origin("amal", "justice")


def test_a_sentence_edited_while_it_was_inserted_names_both() -> None:
    edited = SAID.replace("المادة 47", "المادة 48")
    (first, _) = origins(version(0, "amal", edited, justice=SAID))

    assert first == Origin("amal", "justice", ("amal",))


def test_what_comes_back_comes_back_with_its_origin() -> None:
    found = origins(
        version(0, "amal", OWN),
        version(1, "samir", SAID, justice=SAID),
        version(2, "samir", OWN),
    )

    assert found == [Origin("amal")]


def test_an_expunged_text_leaves_what_was_known() -> None:
    found = origins(
        version(0, "amal", SAID, justice=SAID),
        version(1, "samir", None),
        version(2, "samir", SAID),
    )

    assert {each.contribution for each in found} == {"justice"}


def test_two_branches_bring_their_origins_together() -> None:
    spans = attributed(
        [
            Version("0", "amal", ""),
            Version("1", "amal", SAID, ("0",), {"justice": SAID}),
            Version("2", "samir", OWN, ("0",), {"police": OWN}),
            Version("3", "huda", f"{SAID} {OWN}", ("1", "2")),
        ]
    )

    assert contributors(spans) == ("justice", "police")


CODE = "تعاقب المادة 47 على المشاركة في جماعة إجرامية منظمة"
FUNDS = "وأضاف قانون غسل الأموال لعام 2013 تمويل هذه الجماعة بعقوبة السجن عشر سنوات"
BOTH = f"{CODE}، {FUNDS}."
SEIZED = "ضبطت الجمارك اثني عشر طناً من البضائع المهربة في عام 2024."


def edited(text: str, **sources: str) -> list[str]:
    """The contribution of each sentence after a text was made from two."""
    sources = sources or {"justice": BOTH}
    spans = attributed([
        version(0, "amal", OWN),
        version(1, "amal", " ".join((OWN, *sources.values())), **sources),
        version(2, "samir", text),
    ])  # fmt: skip
    return [" ".join(contributors([span])) for span in spans]


def test_a_sentence_that_was_split_comes_from_where_it_came() -> None:
    assert edited(f"{OWN} {CODE}. {FUNDS}.") == ["", "justice", "justice"]
    parts = "تعاقب المادة 47 على المشاركة. وعلى تمويل هذه الجماعة بعقوبة السجن."
    assert edited(f"{OWN} {parts}") == ["", "justice", "justice"]


def test_a_sentence_cut_to_its_beginning_keeps_its_origin() -> None:
    assert edited(f"{OWN} تعاقب المادة 47 على المشاركة.") == ["", "justice"]


def test_a_sentence_that_was_moved_and_edited_keeps_its_origin() -> None:
    moved = BOTH.replace("عشر سنوات", "اثنتي عشرة سنة")
    assert edited(f"{moved} {OWN}") == ["justice", ""]


def test_a_sentence_inside_a_longer_one_keeps_its_origin() -> None:
    frame = "وفي الختام نود أن نوضح للدول المستعرضة الكريمة بعد التشاور الواسع أنه"
    assert edited(f"{OWN} {frame} {BOTH[:-1]}، وهذا كل ما في الأمر.") == ["", "justice"]


def test_two_sentences_made_one_name_both() -> None:
    one = f"{BOTH[:-1]}، كما {SEIZED}"
    assert edited(one, justice=BOTH, customs=SEIZED) == ["justice customs"]


def test_common_words_make_no_origin() -> None:
    assert edited(f"{OWN} يعمل البرلمان في جلسة عامة على المشروع منذ عام 2013.") == [
        "",
        "",
    ]


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_the_spans_are_the_text(said: str, later: list[str]) -> None:
    versions = [version(0, "amal", said, justice=said)]
    versions += [version(n, "samir", text) for n, text in enumerate(later, start=1)]

    spans = attributed(versions)

    assert "".join(span.text for span in spans) == versions[-1].text


@given(TEXTS, TEXTS)
def test_an_unchanged_sentence_never_loses_its_origin(said: str, added: str) -> None:
    first = attributed([version(0, "amal", said, justice=said)])
    then = attributed(
        [
            version(0, "amal", said, justice=said),
            version(1, "samir", f"{said}\n{added}"),
        ]
    )

    known = {span.text.strip() for span in first}
    for span in then:
        if span.text.strip() in known and span.text.strip():
            assert span.origin == Origin("amal", "justice")
