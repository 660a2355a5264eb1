"""A questionnaire of one part that shows every feature of the format."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

MAIN = """\
id: small
version: "2026.1"
cluster: 1
languages: [ar, en]
title: Small questionnaire
notice: The wording is ours.
parts: [untoc]
choices:
  yes_part_no:
    - {id: yes, text: Yes}
    - {id: part, text: In part}
    - {id: no, text: No}
  yes_no:
    - {id: yes, text: Yes}
    - {id: no, text: No}
columns:
  case_flow:
    - {id: year, kind: number, text: Year}
    - {id: extend, kind: choice, choices: yes_no, text: Would more help?}
templates:
  narrative:
    role: narrative
    kind: text
    limit: 20000
    condition: {any_of: [{is: [$parent, yes]}, {is: [$parent, part]}]}
    text: How?
    guidance: Name the law.
closing:
  title: Difficulties
  questions:
    - name: difficulties
      role: difficulties
      kind: choice
      choices: yes_no
      text: Any?
    - name: difficulties.why
      parent: difficulties
      role: difficulties
      kind: text
      condition: {is: [$part.closing.difficulties, yes]}
      text: Why?
"""

PART = """\
id: untoc
title: Convention
short_title: UNTOC
articles:
  - id: "5"
    title: Participation
    tags: [title-from-memory]
    questions:
      - id: untoc.5.1.a.i
        provision: 5(1)(a)(i)
        obligation: mandatory
        text: Is agreement an offence?
        guidance: Quote it.
        tags: [threshold]
        companions:
          - narrative
          - {use: narrative, name: cases, text: Which cases?}
          - name: term
            kind: number
            condition: {is: [$parent, yes]}
            text: Which term?
      - id: untoc.5.3
        provision: 5(3)
        obligation: consider
        kind: choices
        choices:
          - {id: act, text: Overt act}
          - {id: group, text: Group}
        condition: {answered: untoc.5.1.a.i}
        text: What is required?
      - id: untoc.5.figures
        provision: "5"
        obligation: optional
        role: figures
        kind: table
        columns: case_flow
        text: Figures
contradictions:
  - id: untoc.5.models
    question: untoc.5.1.a.i
    when: {all_of: [{is: [untoc.5.1.a.i, no]}, {includes: [untoc.5.3, act]}]}
    text: These do not fit.
"""

ARABIC = {
    "small/title": "Small questionnaire",
    "small/notice": "The wording is ours.",
    "choices.yes_part_no/yes": "Yes",
    "choices.yes_part_no/part": "In part",
    "choices.yes_part_no/no": "No",
    "choices.yes_no/yes": "Yes",
    "choices.yes_no/no": "No",
    "columns.case_flow/year": "Year",
    "columns.case_flow/extend": "Would more help?",
    "template.narrative/text": "How?",
    "template.narrative/guidance": "Name the law.",
    "closing/title": "Difficulties",
    "closing.difficulties/text": "Any?",
    "closing.difficulties.why/text": "Why?",
    "untoc/title": "Convention",
    "untoc/short_title": "UNTOC",
    "untoc.5/title": "Participation",
    "untoc.5.1.a.i/text": "Is agreement an offence?",
    "untoc.5.1.a.i/guidance": "Quote it.",
    "untoc.5.1.a.i.cases/text": "Which cases?",
    "untoc.5.1.a.i.term/text": "Which term?",
    "untoc.5.3/choice/act": "Overt act",
    "untoc.5.3/choice/group": "Group",
    "untoc.5.3/text": "What is required?",
    "untoc.5.figures/text": "Figures",
    "contradiction.untoc.5.models/text": "These do not fit.",
}
"""Context to English; the fixture's Arabic is the context with a letter before it."""


def write_small_form(folder: Path, main: str = MAIN, part: str = PART) -> Path:
    """The form's files in ``folder/small``, which is returned."""
    target = folder / "small"
    target.mkdir(exist_ok=True)
    (target / "questionnaire.yaml").write_text(main, encoding="utf-8")
    (target / "untoc.yaml").write_text(part, encoding="utf-8")
    catalogue = Catalog(locale="ar")
    for context, english in ARABIC.items():
        catalogue.add(english, arabic(context), context=context)
    with (target / "ar.po").open("wb") as stream:
        write_po(stream, catalogue)
    return target


def arabic(context: str) -> str:
    return f"ع {context}"
