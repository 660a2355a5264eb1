"""The shipped questionnaire: whole, covering its provisions, in six languages."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po
from jsonschema import Draft202012Validator

from focalpoint_app.domain.questionnaire import CLOSING, Kind, Question, Questionnaire
from focalpoint_app.forms.reading import available, load
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.language.places import bundled

FORMS = bundled("forms")
FOLDER = FORMS / "cluster-1"
SCHEMA = bundled("resources") / "schemas" / "questionnaire.schema.json"


@pytest.fixture(scope="module")
def form() -> Questionnaire:
    return load(FOLDER)


def plain(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def articles() -> list[tuple[str, str, list[str]]]:
    """Part, article and labels, as the treaties number them."""
    outline = plain(FORMS / "outline.yaml")
    return [
        (part, each, outline[part][each]) for part in outline for each in outline[part]
    ]


def listed(part: str, article: str, label: str) -> list[str]:
    entry = plain(FORMS / "coverage.yaml")[part][article][label]
    return entry if isinstance(entry, list) else []


def test_every_shipped_questionnaire_is_read() -> None:
    assert "cluster-1" in available(FORMS)


def test_well_over_120_questions_stand_by_themselves(form: Questionnaire) -> None:
    own = [each for each in form.questions.values() if each.parent is None]
    assert len(own) > 150


def test_every_article_of_the_cluster_has_its_page(form: Questionnaire) -> None:
    pages = [
        (part.id, article.id)
        for part in form.parts
        for article in part.articles
        if article.id != CLOSING
    ]
    assert pages == [(part, article) for part, article, _ in articles()]


def test_every_part_ends_with_difficulties_assistance_practices(
    form: Questionnaire,
) -> None:
    wanted = {"difficulties", "assistance_needed", "assistance_received", "practices"}
    for part in form.parts:
        closing = part.articles[-1]
        assert closing.id == CLOSING
        assert wanted <= {question.role.value for question in closing.questions}


def test_coverage_lists_each_label_of_the_outline_and_no_other() -> None:
    coverage = plain(FORMS / "coverage.yaml")
    found = [
        (part, article, sorted(coverage[part][article]))
        for part in coverage
        for article in coverage[part]
    ]
    wanted = [(part, article, sorted(labels)) for part, article, labels in articles()]
    assert found == wanted


def test_each_label_has_questions_that_exist_or_a_reason(form: Questionnaire) -> None:
    coverage = plain(FORMS / "coverage.yaml")
    for part, article, labels in articles():
        for label in labels:
            match coverage[part][article][label]:
                case [*names] if names:
                    assert not set(names) - form.questions.keys(), (article, label)
                case {"reason": str(reason)}:
                    assert len(reason) > 20
                case other:
                    pytest.fail(f"{part} {article} {label}: {other}")


def test_each_question_that_stands_by_itself_is_listed(form: Questionnaire) -> None:
    names = {
        name
        for part, article, labels in articles()
        for label in labels
        for name in listed(part, article, label)
    }
    own = {
        question.id
        for question in form.questions.values()
        if question.parent is None and question.article != CLOSING
    }
    assert own - names == set()


def test_a_listed_question_belongs_to_its_label(form: Questionnaire) -> None:
    strangers = [
        (label, name)
        for part, article, labels in articles()
        for label in labels
        for name in listed(part, article, label)
        if not _fits(form.questions[name], part, article, label)
    ]
    assert strangers == []


def _fits(question: Question, part: str, article: str, label: str) -> bool:
    paragraph, bracket, rest = label.partition("(")
    written = f"({paragraph})" if paragraph else ""
    place = f"{article}{written}{bracket}{rest}"
    is_near = question.provision.startswith(place) or place.startswith(
        question.provision
    )
    return (question.part, question.article) == (part, article) and is_near


def test_every_text_is_there_in_all_six_languages(form: Questionnaire) -> None:
    six = set(OFFICIAL_LANGUAGES)
    assert set(form.languages) == six
    for question in form.questions.values():
        assert question.text.keys() == six
        assert question.guidance.keys() in (six, set())


def test_every_question_of_an_article_says_what_a_good_answer_holds(
    form: Questionnaire,
) -> None:
    silent = [
        question.id
        for question in form.questions.values()
        if question.parent is None and not question.guidance
    ]
    assert silent == []


@pytest.mark.parametrize("language", sorted({*OFFICIAL_LANGUAGES} - {"en"}))
def test_no_translation_is_left_over(form: Questionnaire, language: str) -> None:
    texts = [each for each in _texts(form) if language in each]
    said = {(each["en"], each[language]) for each in texts}
    catalogue = read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()))
    unused = [
        message.context
        for message in catalogue
        if message.id and (message.id, message.string) not in said
    ]
    assert unused == []


def _texts(form: Questionnaire) -> list[Any]:
    found: list[Any] = [form.title, form.notice]
    for part in form.parts:
        found += [part.title, part.short_title]
        found += [article.title for article in part.articles]
    for question in form.questions.values():
        found += [question.text, question.guidance]
        found += [choice.text for choice in question.choices]
        for column in question.columns:
            found += [column.text, *(choice.text for choice in column.choices)]
    return found + [each.text for each in form.contradictions]


def test_every_narrative_has_a_limit(form: Questionnaire) -> None:
    texts = [each for each in form.questions.values() if each.kind is Kind.TEXT]
    assert [each.id for each in texts if each.limit is None] == []


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_files_keep_to_the_published_schema(path: Path) -> None:
    """Held by an independent validator, as an author's editor would."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(plain(path))] == []
