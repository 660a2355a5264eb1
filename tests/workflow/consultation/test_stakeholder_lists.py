"""Lists of institutions: suggested, taken in, taken back, written out."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.institution_words import INSTITUTIONS
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.language.sentences import sentence
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.consultation.rounds import own_articles
from focalpoint_app.workflow.consultation.stakeholder_lists import (
    MOST_NAMED,
    IncomingList,
    read_list,
    remove_stakeholder,
    take_back,
    take_list,
    write_list,
)
from focalpoint_app.workflow.consultation.stakeholders import (
    listed_stakeholders,
    save_stakeholders,
)
from focalpoint_app.workflow.consultation.suggesting import (
    suggested,
    suggested_stakeholder,
    suggestion_of,
    suggestions,
)
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.shipped import questionnaire_of
from tests.workflow.consulting import JUSTICE, REFUGE, asked


def test_the_suggestions_keep_to_their_schema() -> None:
    folder = resources_folder()
    data = json.loads((folder / "institutions.json").read_text(encoding="utf-8"))
    schema = folder / "schemas" / "institutions.schema.json"
    jsonschema.validate(data, json.loads(schema.read_text(encoding="utf-8")))
    assert [each["id"] for each in data] == list(INSTITUTIONS)


def test_every_article_of_the_cluster_has_somebody_to_ask() -> None:
    form = questionnaire_of(1)
    articles = {
        f"{part.id}.{article.id}" for part in form.parts for article in part.articles
    }
    known = {each for suggestion in suggestions() for each in suggestion.articles}
    assert known <= articles
    numbered = {each for each in articles if each.rpartition(".")[2].isdigit()}
    assert {each for each in numbered if len(suggested([each])) < 4} == set()


def test_every_name_is_told_in_every_language_and_no_two_alike() -> None:
    for language in OFFICIAL_LANGUAGES:
        tr = Catalogue(language)
        names = [tr(each.name) for each in suggestions()]
        assert len(set(names)) == len(names)
        if language != "en":
            assert not set(names) & set(INSTITUTIONS.values())


def test_articles_are_found_by_a_name_in_any_language() -> None:
    french = replace(REFUGE, name="Ministère  de la Justice")
    assert own_articles(JUSTICE) == own_articles(french) != ()
    assert own_articles(REFUGE) == ()


def test_a_suggested_institution_may_be_called_otherwise(desk: Desk) -> None:
    customs = next(each for each in suggestions() if each.id == "customs")
    made = suggested_stakeholder(desk, customs, "ar")
    save_stakeholders(desk, made)
    save_stakeholders(desk, replace(made, name="هيئة المنافذ"))

    (kept,) = desk.workspace.stakeholders()
    assert suggestion_of(kept) == customs
    assert own_articles(kept) == customs.articles


def test_whoever_went_by_a_suggested_name_keeps_its_articles(desk: Desk) -> None:
    save_stakeholders(desk, JUSTICE)
    save_stakeholders(desk, replace(JUSTICE, name="وزارة العدل والحريات"))

    (kept,) = desk.workspace.stakeholders()
    assert own_articles(kept) == own_articles(JUSTICE)


def test_a_list_does_not_take_an_institution_its_articles(desk: Desk) -> None:
    customs = next(each for each in suggestions() if each.id == "customs")
    made = replace(suggested_stakeholder(desk, customs, "ar"), name="هيئة المنافذ")
    take_list(desk, [made])
    listed = replace(made, suggestion="")

    assert take_list(desk, [listed]).is_empty
    assert own_articles(*desk.workspace.stakeholders()) == customs.articles


def test_a_suggestion_becomes_an_institution_once(desk: Desk) -> None:
    customs = next(each for each in suggestions() if each.id == "customs")
    for count in (1, 0):
        change = take_list(desk, [suggested_stakeholder(desk, customs, "ar")])
        assert len(change.added) == count
    assert [each.name for each in desk.workspace.stakeholders()] == ["مصلحة الجمارك"]


def test_what_a_list_brought_is_taken_back(desk: Desk) -> None:
    take_list(desk, [JUSTICE])
    renamed = replace(JUSTICE, name="وزارة العدل والحريات")
    change = take_list(desk, [renamed, REFUGE])
    assert (change.added, change.before) == ((REFUGE.id,), (JUSTICE,))
    take_back(desk, change)
    (kept,) = desk.workspace.stakeholders()
    assert kept == replace(JUSTICE, suggestion="justice")


def test_a_known_name_without_its_identifier_changes_nothing(desk: Desk) -> None:
    take_list(desk, [JUSTICE])
    bare = replace(JUSTICE, id="other", addressee=REFUGE.addressee)
    change = take_list(desk, [bare])
    assert (change.is_empty, change.known) == (True, 1)
    assert desk.workspace.stakeholders() == (JUSTICE,)


def test_a_removed_institution_comes_back_as_it_was(desk: Desk) -> None:
    take_list(desk, [JUSTICE])
    change = remove_stakeholder(desk, JUSTICE.id)
    assert desk.workspace.stakeholders() == ()
    take_back(desk, change)
    assert desk.workspace.stakeholders() == (JUSTICE,)


def test_who_was_asked_is_not_removed(desk: Desk) -> None:
    asked(desk)
    with pytest.raises(AppError) as refused:
        remove_stakeholder(desk, JUSTICE.id)
    assert refused.value.code == "stakeholder.asked"


def test_a_list_comes_back_from_csv_as_it_went(desk: Desk, tmp_path: Path) -> None:
    take_list(desk, [JUSTICE, REFUGE])
    target = tmp_path / "قائمة.csv"
    write_list(desk, target, "fr")
    incoming = read_list(target)
    assert {each.name for each in incoming.rows} == {JUSTICE.name, REFUGE.name}
    assert incoming.unread == ()
    assert take_list(desk, incoming.rows).is_empty


def test_columns_that_nobody_reads_are_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Institution,Fax,,Women\nA,1,2,3\n", encoding="utf-8")
    assert read_list(path).unread == ("Fax", "Women")


def test_a_wrong_list_is_told_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("Institution,Category\nA,Poets\n,Government\n", encoding="utf-8")
    with pytest.raises(RefusedEntriesError) as refused:
        read_list(path)
    assert [each.context["line"] for each in refused.value.entries] == [2, 3]


@pytest.mark.parametrize(
    "names",
    [("公安部", "司法部", "外交部"), ("الأمن العام", "البنك", "وزارة العدل")],
)
def test_institutions_are_listed_as_their_readers_look_them_up(
    desk: Desk, names: tuple[str, ...]
) -> None:
    for number, name in enumerate(reversed(names)):
        save_stakeholders(desk, Stakeholder(f"s{number}", name, Category.GOVERNMENT))
    assert tuple(each.name for each in listed_stakeholders(desk)) == names


def test_of_many_columns_that_are_not_read_some_are_named_and_all_counted() -> None:
    few, many = (
        IncomingList((), tuple(map(str, range(number)))).notice
        for number in (MOST_NAMED, 900)
    )
    assert few is not None
    assert many is not None
    assert few.code == "stakeholder.unread_columns"
    assert many.code == "stakeholder.unread_columns_many"
    said = sentence(many.code, many.context, Catalogue("en"))
    assert "900" in said
    assert len(said) < 300
