"""The sources' place: finding, describing, citing and removing sources."""

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.questionnaire.citing import in_order
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.sources.place import SourcesPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import MAIN

LAW = Source(
    "law", SourceKind.LAW, {"ar": "قانون مكافحة الجريمة"}, "القانون رقم 5", 2010
)
CASE = Source("case", SourceKind.CASE, {"ar": "حكم محكمة النقض"}, "طعن 12/ق", 2015)


@pytest.fixture
def page(desk: Desk, window: Window) -> SourcesPlace:
    for source in (LAW, CASE):
        desk.save_source(source)
    desk.cite(MAIN, LAW.id, "المادة 3")
    window.show_place("sources")
    page = window.page
    assert isinstance(page, SourcesPlace)
    return page


def test_sources_are_found_whatever_their_hamza_and_by_number(
    page: SourcesPlace,
) -> None:
    for typed, found in (("الجريمه", LAW.id), ("12/ق", CASE.id), ("2015", CASE.id)):
        page.shelf.search.setText(typed)
        assert page.shelf.ids == (found,)
    page.shelf.search.setText("لا شيء كهذا")
    assert page.shelf.ids == ()


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh", ["刑法", "引渡法", "证人保护法"]),
        ("fr", ["Échanges", "Témoins", "Traite"]),
    ],
)
def test_sources_of_one_date_stand_by_their_titles(
    language: str, titles: list[str]
) -> None:
    undated = [
        Source(str(9 - place), SourceKind.LAW, {language: title})
        for place, title in enumerate(titles)
    ]
    ordered = in_order([*undated, CASE, LAW], Catalogue(language))
    assert ordered == [LAW, CASE, *undated]


def test_sources_are_filtered_by_kind_and_by_not_being_cited(
    page: SourcesPlace,
) -> None:
    page.shelf.filter_by("law")
    assert page.shelf.ids == (LAW.id,)
    page.shelf.filter_by("uncited")
    assert page.shelf.ids == (CASE.id,)


def test_every_field_comes_back_as_it_was_written(
    page: SourcesPlace, desk: Desk
) -> None:
    page.show_source(CASE.id)
    written = {
        "number": "مرسوم 7-١٤٤٠",
        "date": "2018-11",
        "date_printed": "ربيع الأول 1440",
        "gazette_number": "41 مكرر",
        "gazette_date": "1440/3/5",
        "article_word": "الفصل",
        "territory": "الاتحاد",
        "amendments": "القانون رقم 9 لسنة 2020",
        "sherloc": "https://sherloc.unodc.org/x",
        "url": "https://example.org/",
    }
    for name, text in written.items():
        page.editor.fields.lines[name].setText(text)
    page.editor.fields.lines["year"].setText("٢٠١٨")
    page.editor.fields.titles["en"].setText("Decree")
    page.editor.fields.lines["url"].editingFinished.emit()
    kept = {source.id: source for source in desk.workspace.sources()}[CASE.id]
    assert {name: getattr(kept, name) for name in written} == written
    assert (kept.year, kept.title["en"]) == (2018, "Decree")


@pytest.mark.parametrize(
    ("field", "text"),
    [("year", "10"), ("date", "2010-13"), ("date", "next year")],
)
def test_what_is_no_date_is_said_and_not_kept(
    page: SourcesPlace, desk: Desk, field: str, text: str
) -> None:
    page.show_source(LAW.id)
    page.editor.fields.lines[field].setText(text)
    page.editor.keep()
    assert page.editor.fields.complaint(field)
    assert desk.sources[LAW.id] == LAW


def test_beside_a_wrong_field_the_others_are_kept(
    page: SourcesPlace, window: Window, desk: Desk
) -> None:
    page.show_source(LAW.id)
    page.editor.fields.lines["date"].setText("next year")
    page.editor.fields.lines["url"].setText("gazette.example/5")
    page.editor.fields.lines["sherloc"].setText("no address")
    window.show_place("questionnaire")
    kept = desk.sources[LAW.id]
    assert (kept.url, kept.date, kept.sherloc) == ("https://gazette.example/5", "", "")
    assert page.editor.fields.complaint("sherloc")


def test_leaving_the_place_keeps_what_was_typed(
    page: SourcesPlace, window: Window, desk: Desk
) -> None:
    page.show_source(LAW.id)
    page.editor.fields.lines["territory"].setText("الاتحاد")
    window.show_place("questionnaire")
    assert desk.sources[LAW.id].territory == "الاتحاد"


def test_a_new_source_is_kept_with_its_first_words_and_listed(
    page: SourcesPlace, desk: Desk
) -> None:
    page.shelf.add.click()
    assert len(desk.sources) == 2
    title = page.editor.fields.titles["ar"]
    title.setText("قانون جديد")
    title.editingFinished.emit()
    assert [source.title for source in desk.sources.values()][-1] == {
        "ar": "قانون جديد"
    }
    assert len(page.shelf.ids) == 3
    assert page.editor.id in desk.sources


def test_a_new_source_that_says_nothing_is_not_kept(
    page: SourcesPlace, desk: Desk
) -> None:
    page.shelf.add.click()
    page.show_source(LAW.id)
    assert set(desk.sources) == {LAW.id, CASE.id}


def test_a_cited_source_is_not_deleted_and_says_why(
    page: SourcesPlace, desk: Desk
) -> None:
    page.show_source(LAW.id)
    page.editor.delete.click()
    assert page.editor.notice.code == "source.cited"
    assert LAW.id in desk.sources


def test_an_uncited_source_is_deleted(page: SourcesPlace, desk: Desk) -> None:
    page.show_source(CASE.id)
    page.editor.delete.click()
    assert CASE.id not in desk.sources
    assert page.shelf.ids == (LAW.id,)


def test_who_cites_a_source_is_listed_and_leads_there(
    page: SourcesPlace, session: Session, qtbot: QtBot
) -> None:
    page.show_source(LAW.id)
    (row,) = page.editor.citing.values()
    with qtbot.waitSignal(session.jump) as jumped:
        row.click()
    assert jumped.args == [MAIN]


def test_the_sources_are_told_in_the_other_language(
    page: SourcesPlace, program: Program
) -> None:
    program.translator.speak("en")
    assert page.shelf.add.text() == "New source"
    assert page.editor.fields.kind.currentText() == "Law"
