import pytest

from focalpoint_app.platform.screen import has_screen


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_elsewhere_a_display_server_must_be_named(
    environ: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    assert has_screen(environ) is expected


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_these_systems_have_a_screen(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)

    assert has_screen({})
