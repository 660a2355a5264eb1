"""An edition holds what its audience may read, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.clearance import Audience, edition_of

PARENTS = {"q1.explanation": "q1"}
LEVELS = st.sampled_from(["national", "reviewing", "public"])


def entry(**given_fields: Any) -> dict[str, Any]:
    plain = {
        "value": "yes",
        "visible": True,
        "confidentiality": "reviewing",
        "state": "agreed",
        "cites": [],
    }
    return {**plain, **given_fields}


def cleared(answers: dict[str, Any], sources: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "id": "c1",
        "state": "XAA",
        "questionnaire": {"id": "cluster-1", "version": "1", "parents": PARENTS},
        "parts": ["untoc"],
        "time": "2026-11-22T00:00:00.000000Z",
        "author": {"name": "Secret Author"},
        "sources": [{"id": each, "title": {"ar": each}} for each in sources],
        "answers": answers,
        "heads": {"q1/value": "ff"},
    }


def leaving(content: dict[str, Any], audience: Audience) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(edition_of(content, audience).content)
    return found


def test_national_answers_never_leave() -> None:
    content = cleared({"q1": entry(confidentiality="national")})

    assert leaving(content, Audience.REVIEWING)["answers"] == {}


def test_a_public_edition_holds_public_answers_only() -> None:
    content = cleared({"q1": entry(), "q2": entry(confidentiality="public")})

    assert set(leaving(content, Audience.PUBLIC)["answers"]) == {"q2"}


def test_a_companion_never_leaves_without_its_parent() -> None:
    answers = {
        "q1": entry(confidentiality="national"),
        "q1.explanation": entry(confidentiality="public"),
    }

    assert leaving(cleared(answers), Audience.PUBLIC)["answers"] == {}


def test_hidden_and_skipped_answers_stay() -> None:
    answers = {"q1": entry(visible=False), "q2": entry(skipped="reason")}

    assert leaving(cleared(answers), Audience.REVIEWING)["answers"] == {}


@pytest.mark.parametrize(
    "value",
    [None, {"ar": " \u200f\n"}, {}, [], [{"id": "r"}], [{"id": "r", "note": " "}]],
)
def test_an_answer_of_blanks_stays(value: Any) -> None:
    assert (
        leaving(cleared({"q2": entry(value=value)}), Audience.REVIEWING)["answers"]
        == {}
    )


@pytest.mark.parametrize(
    "value",
    ["yes", "0", {"ar": " ", "en": "No."}, ["a"], [{"id": "r", "cases": "0"}]],
)
def test_an_answer_that_says_anything_leaves_whole(value: Any) -> None:
    content = cleared({"q2": entry(value=value)})

    assert leaving(content, Audience.REVIEWING)["answers"]["q2"]["value"] == value


def test_only_cited_sources_leave() -> None:
    cites = [{"source": "law-1", "provision": "1"}]
    content = cleared({"q1": entry(cites=cites)}, ("law-1", "law-2"))

    found = leaving(content, Audience.REVIEWING)["sources"]

    assert [source["id"] for source in found] == ["law-1"]


def test_authors_heads_and_states_stay_at_home() -> None:
    text = edition_of(cleared({"q1": entry()}), Audience.REVIEWING).content.decode()

    for secret in ("Secret Author", "heads", "agreed", "parents", "confidentiality"):
        assert secret not in text


@given(st.dictionaries(st.sampled_from("abcde"), LEVELS))
def test_the_public_edition_is_part_of_the_other(levels: dict[str, str]) -> None:
    content = cleared({q: entry(confidentiality=level) for q, level in levels.items()})

    public = set(leaving(content, Audience.PUBLIC)["answers"])
    reviewing = set(leaving(content, Audience.REVIEWING)["answers"])

    assert public <= reviewing
    assert public == {q for q, level in levels.items() if level == "public"}


def test_the_digest_depends_on_the_content_alone() -> None:
    content = cleared({"q1": entry(), "q2": entry()})
    turned = {key: content[key] for key in reversed(content)}

    one = edition_of(content, Audience.REVIEWING)
    two = edition_of(turned, Audience.REVIEWING)

    assert one.digest == two.digest
    assert one.content == canonical_json(json.loads(one.content))
