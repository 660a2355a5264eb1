"""Settings survive a restart, a broken file and a full disk."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.gui.theme.palette import SYSTEM
from focalpoint_app.gui.theme.tokens import Scheme
from focalpoint_app.language.digits import Digits
from focalpoint_app.platform.settings import (
    DIGITS,
    RECENT_KEPT,
    SCHEMES,
    Settings,
    load_settings,
    save_settings,
    with_recent,
    without_recent,
)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    kept = Settings(
        language="ar",
        scheme="dark",
        digits="arabic-indic",
        text_size=120,
        recent=("/tmp/مراجعة.focalpoint",),
        author="ليلى الحداد; خبيرة حكومية; وزارة العدل",
    )
    assert save_settings(kept, tmp_path)
    assert load_settings(tmp_path) == kept


def test_the_first_start_finds_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"text_size": "big"}']
)
def test_a_broken_file_means_defaults_and_a_line_in_the_log(
    broken: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "settings.json").write_bytes(broken)
    assert load_settings(tmp_path) == Settings()
    assert caplog.records or broken == b"[]"


def test_what_may_be_kept_is_what_window_and_language_offer() -> None:
    assert set(SCHEMES) == {SYSTEM, *Scheme}
    assert set(DIGITS) == set(Digits)


def test_one_senseless_value_leaves_the_others(tmp_path: Path) -> None:
    text = json.dumps({"language": "ar", "scheme": "pink", "recent": [1], "new": 1})
    (tmp_path / "settings.json").write_text(text)
    assert load_settings(tmp_path) == Settings(language="ar")


@given(st.dictionaries(st.sampled_from(Settings.__slots__), ANYTHING))
def test_whatever_the_file_holds_the_settings_can_be_kept(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.json").write_text(json.dumps(found))
    settings = load_settings(folder)
    assert save_settings(settings, folder)
    assert load_settings(folder) == settings


def test_text_stays_readable_whatever_was_asked(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"text_size": 4000}')
    assert load_settings(tmp_path).text_size == 250


def test_what_cannot_be_saved_leaves_the_old_file_whole(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    save_settings(Settings(language="ar"), tmp_path)
    assert not save_settings(Settings(language="\ud800"), tmp_path)
    assert load_settings(tmp_path).language == "ar"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert "settings not saved" in caplog.text


def test_a_folder_that_is_gone_is_said_not_raised(tmp_path: Path) -> None:
    assert not save_settings(Settings(), tmp_path / "gone")


def test_settings_are_readable_as_text(tmp_path: Path) -> None:
    save_settings(Settings(author="سميرة"), tmp_path)
    path = tmp_path / "settings.json"
    assert "سميرة" in path.read_text(encoding="utf-8")
    assert stat.S_ISREG(path.stat().st_mode)


def test_the_file_opened_last_comes_first_and_once(tmp_path: Path) -> None:
    first, second = tmp_path / "a.focalpoint", tmp_path / "b.focalpoint"
    settings = with_recent(with_recent(Settings(), first), second)
    assert with_recent(settings, first).recent == (str(first), str(second))
    assert without_recent(settings, second).recent == (str(first),)


def test_only_so_many_recent_files_are_kept(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_KEPT + 5):
        settings = with_recent(settings, tmp_path / f"{number}.focalpoint")
    assert len(settings.recent) == RECENT_KEPT
    assert settings.recent[0].endswith(f"{RECENT_KEPT + 4}.focalpoint")
