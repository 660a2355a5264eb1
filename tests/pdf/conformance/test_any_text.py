"""Whatever was typed, the file keeps the rules of fonts, strings and structure."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.document.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
)
from focalpoint_app.pdf.pages import pdf_content
from tests.pdf.conformance import access, file_structure, fonts
from tests.pdf.conformance.subject import Rule, Subject
from tests.pdf.demo import cell

RULES: dict[str, Rule] = {**file_structure.RULES, **fonts.RULES, **access.RULES}
TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("ابجد 5(1)«»،؟ abcЖ条\u200f\u2067\u2069\u064e\u200d\ufffe"),
    ),
    max_size=60,
)
LANGUAGE = st.sampled_from([None, "ar", "en", "fr", "ru", "zh"])
RUN = st.builds(
    Run,
    text=TEXT,
    language=LANGUAGE,
    bold=st.booleans(),
    link=st.sampled_from([None, "#a", "#none", "https://example.org/ق"]),
    isolated=st.booleans(),
)
RUNS = st.lists(RUN, min_size=1, max_size=4).map(tuple)
BLOCK = st.one_of(
    st.builds(Paragraph, RUNS, language=LANGUAGE, anchor=st.sampled_from([None, "a"])),
    st.builds(Heading, st.integers(1, 4), RUNS, language=LANGUAGE),
    st.builds(lambda text: ListBlock((ListItem(text, ()),)), TEXT),
    st.builds(
        lambda one, other: Table(((cell(one, header=True), cell(other)),), (1, 2)),
        TEXT,
        TEXT,
    ),
)


@given(TEXT, st.sampled_from(["ar", "en", "zh"]), st.lists(BLOCK, max_size=8))
@settings(max_examples=25, deadline=None)
def test_any_text_keeps_the_rules(
    title: str, language: str, blocks: list[Block]
) -> None:
    subject = Subject(pdf_content(Document(title, language, tuple(blocks)))[0])

    faults = {clause: list(rule(subject)) for clause, rule in RULES.items()}

    assert {clause: each for clause, each in faults.items() if each} == {}
