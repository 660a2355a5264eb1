"""The notices that travel with the program."""

import re
from pathlib import Path

from focalpoint_app.language.licences import Notice, licence_notices
from focalpoint_app.language.places import bundled, notices


def test_every_row_of_the_table_is_a_notice(tmp_path: Path) -> None:
    table = tmp_path / "licences.md"
    table.write_text(
        "# Title\n\n| Library | Licence | For |\n|---|---|---|\n"
        "| qt, pyside | LGPL-3.0 | the window |\n| click | BSD | verbs |\n\nText.\n"
    )
    qt, click = Notice("qt, pyside", "LGPL-3.0"), Notice("click", "BSD")
    assert licence_notices(table) == (qt, click)


def test_no_row_of_ours_is_passed_over() -> None:
    rows = re.findall(r"^\| .+\|$", notices().read_text(encoding="utf-8"), re.MULTILINE)
    assert len(licence_notices()) == len(rows) - 1


def test_every_font_that_travels_is_named() -> None:
    named = {
        name.replace(" ", "")
        for each in licence_notices()
        if each.licence.startswith("OFL")
        for name in each.name.split(", ")
    }
    fonts = (bundled("resources") / "fonts").glob("*-Regular.ttf")
    assert {each.stem.split("-")[0] for each in fonts} == named
