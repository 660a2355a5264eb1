"""Colours that can be read, marks that differ, icons that draw."""

import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.facts import Standing
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.theme.icons import icon_names, paint_icon
from focalpoint_app.gui.theme.marks import paint_mark
from focalpoint_app.gui.theme.palette import dress, scheme_for
from focalpoint_app.gui.theme.tokens import (
    LIGHT,
    SCHEMES,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    Scheme,
    contrast,
    tokens,
)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(
    scheme: Scheme, ink: str, ground: str
) -> None:
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_every_shape_with_a_meaning_is_seen(
    scheme: Scheme, shape: str, ground: str
) -> None:
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, shape), getattr(colours, ground)) >= 3


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_chosen_scheme_dresses_the_application(qtbot: QtBot, scheme: Scheme) -> None:
    prepared([])
    dress(scheme.value)
    assert tokens() is SCHEMES[scheme]


def test_an_unknown_choice_follows_the_system(qtbot: QtBot) -> None:
    assert scheme_for("system") in set(Scheme)


def _picture(draw: object) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    assert callable(draw)
    draw(painter)
    painter.end()
    return image


def _mark(standing: Standing) -> QImage:
    box = QRectF(4, 4, 24, 24)
    return _picture(lambda painter: paint_mark(painter, box, standing, LIGHT))


def test_every_standing_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    """Grey pictures differ too: never by colour alone."""
    grey = [
        _mark(standing).convertToFormat(QImage.Format.Format_Grayscale8)
        for standing in Standing
    ]
    assert all(one != other for one, other in itertools.combinations(grey, 2))


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_inside_its_box(qtbot: QtBot, name: str) -> None:
    box = QRectF(4, 4, 24, 24)
    black = QColor(Qt.GlobalColor.black)
    image = _picture(lambda painter: paint_icon(painter, box, name, black))
    inked = [
        (x, y)
        for x, y in itertools.product(range(32), repeat=2)
        if image.pixelColor(x, y) != QColor(Qt.GlobalColor.white)
    ]
    assert inked
    assert all(2 <= x <= 29 and 2 <= y <= 29 for x, y in inked)


def test_arrows_are_mirrored_and_clocks_are_not(qtbot: QtBot) -> None:
    def drawn(name: str, rtl: bool) -> QImage:
        box, black = QRectF(4, 4, 24, 24), QColor(Qt.GlobalColor.black)
        return _picture(lambda p: paint_icon(p, box, name, black, rtl=rtl))

    assert drawn("next", True) != drawn("next", False)
    assert drawn("history", True) == drawn("history", False)
    assert drawn("check", True) == drawn("check", False)


def test_the_window_font_is_at_least_fifteen_pixels(qtbot: QtBot) -> None:
    application = prepared([], "light")
    assert application.font().pixelSize() >= 15
    widget = QWidget()
    qtbot.addWidget(widget)
    assert application.font().families()[0] == "Noto Sans Arabic"
