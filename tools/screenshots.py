"""Draws every screen in the languages and schemes asked for, to be looked at.

    python tools/screenshots.py FOLDER [SCENE ...] [--language ar] [--scheme dark]
        [--size 1024x640] [--percent 125]

The review is the sample with some answers spoilt on purpose: a long one, an empty
one, a wrong one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QDialog, QWidget

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rooms import ROOMS
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.about import About
from focalpoint_app.gui.shell.sheets import GoTo, KeySheet
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.sample import sample_review
from tools import (
    consultation_scenes,
    form_scenes,
    questionnaire_scenes,
    securing_scenes,
    submission_scenes,
    table_scenes,
)
from tools.waiting import HEIGHT, WIDTH, settle, shown


@dataclass(frozen=True, slots=True)
class Spoken:
    """How the window is to look; its size in pixels."""

    language: str
    scheme: str
    size: tuple[int, int] = (WIDTH, HEIGHT)


class Studio:
    """A program with the sample open, and the scenes that it can show."""

    def __init__(self, desk: Desk, spoken: Spoken) -> None:
        self.desk = desk
        self.size = spoken.size
        self.program = Program(Settings(language=spoken.language, scheme=spoken.scheme))
        self.window = self.program.window
        self.window.resize(*self.size)
        self.window.show()
        self.program.show_desk(desk)
        settle()

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def place(self) -> QuestionnairePlace:
        self.window.show_place("questionnaire")
        page = self.window.page
        assert isinstance(page, QuestionnairePlace)
        return page

    def scenes(self) -> dict[str, Callable[[], QWidget | None]]:
        return {
            **questionnaire_scenes.scenes(self),
            "go-to": self.go_to,
            "keys": self.keys,
            "about": self.about,
            "narrow": self.narrow,
            **submission_scenes.scenes(self),
            **consultation_scenes.scenes(self),
            "start": self.start,
            "new-review": self.new_review,
            **{f"place-{place.id}": self.visit(place.id) for place in PLACES},
            **{f"consultation-{room.id}": self.consult(room.id) for room in ROOMS},
            "round": self.round,
            **table_scenes.scenes(self),
            **form_scenes.scenes(self),
            **securing_scenes.scenes(self),
        }

    def visit(self, place: str) -> Callable[[], None]:
        return lambda: self.window.show_place(place)

    def consult(self, room: str) -> Callable[[], None]:
        return lambda: self.consultation.show_room(room)

    @property
    def consultation(self) -> ConsultationPlace:
        self.window.show_place("consultation")
        page = self.window.page
        assert isinstance(page, ConsultationPlace)
        return page

    def round(self) -> None:
        """One that is put together: everybody asked on two articles."""
        self.consultation.show_room("requests")
        room = self.consultation.room
        assert isinstance(room, RequestsRoom)
        room.compose()
        room.composing.recipients.all.click()
        room.composing.questions.tree.tick_articles(("untoc.5", "untoc.6"))
        room.composing.form.with_draft.setChecked(True)
        self.window.resize(WIDTH, 2700)

    def go_to(self) -> QWidget:
        return shown(GoTo(self.session, self.window))

    def keys(self) -> QWidget:
        return shown(KeySheet(self.session.catalogue, self.window))

    def about(self) -> QWidget:
        return shown(About(self.session.catalogue, self.window))

    def narrow(self) -> None:
        self.window.resize(1024, 700)

    def start(self) -> StartPage:
        self.window.author_bar.hide()
        page = StartPage(self.session.translator, self.session.runner, Settings())
        self.window.show_page(page)
        return page

    def new_review(self) -> QWidget:
        page = self.start()
        page.ask_new()
        self.window.resize(WIDTH, 1900)
        return self.window


def draw(folder: Path, spoken: Spoken, wanted: list[str]) -> None:
    with TemporaryDirectory() as home:
        os.environ["FOCALPOINT_HOME"] = home
        desk = sample_review(Path(home) / "sample.focalpoint", "ar")
        studio = Studio(desk, spoken)
        for name, scene in studio.scenes().items():
            if not wanted or name in wanted:
                target = folder / f"{name}-{spoken.language}-{spoken.scheme}.png"
                picture(studio, scene, target)
        studio.program.end()


def picture(studio: Studio, scene: Callable[[], QWidget | None], target: Path) -> None:
    studio.window.resize(*studio.size)
    widget = scene() or studio.window
    settle()
    widget.grab().save(str(target))
    if isinstance(widget, QDialog):
        widget.close()
    settle()
    print(target)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenes", nargs="*")
    parser.add_argument("--language", action="append")
    parser.add_argument("--scheme", action="append")
    parser.add_argument("--size", type=_size, default=(WIDTH, HEIGHT))
    parser.add_argument("--percent", type=int, default=100)
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    prepared([], percent=chosen.percent)
    for language in chosen.language or ("ar", "en"):
        for scheme in chosen.scheme or ("light", "dark"):
            spoken = Spoken(language, scheme, chosen.size)
            draw(chosen.folder, spoken, chosen.scenes)


if __name__ == "__main__":
    main(sys.argv[1:])
