"""What an expunging left behind is said, and what it replaced."""

from __future__ import annotations

from typing import Any

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.safekeeping.expunging import Copies
from focalpoint_app.workflow.safekeeping.expunging_words import effect_facts, left_lines
from tests.storage.samples import AT, LAYLA, REVIEW

TR = Catalogue("en")
PLACES = {
    "answers": "1", "revisions": "1", "steps": "0", "notes": "0", "contributions": "0",
    "contributions_kept": "0", "clearances": ["1"], "clearances_kept": [],
    "elsewhere": [],
}  # fmt: skip


def act(**details: Any) -> Act:
    said = {"reason": "", "places": PLACES, "left": {}, **details}
    return Act("a", REVIEW.id, ActKind.EXPUNGED, "", LAYLA.id, AT, said)


def test_a_scan_that_shows_the_digest_printed_is_named() -> None:
    lines = list(left_lines(act(scans=["signed.pdf"]), Copies((), (), ()), TR))
    assert [line.rsplit(": ", 1)[1] for line in lines] == ["signed.pdf"]


def test_entries_of_the_chain_that_were_replaced_are_counted() -> None:
    assert list(effect_facts(act(restated=["c1", "s1"]), TR))[-1][1] == "2"


def test_an_act_of_an_earlier_version_says_what_it_knows() -> None:
    assert list(left_lines(act(), Copies((), (), ()), TR)) == []
    assert list(effect_facts(act(), TR))[-1][1] == "1"
