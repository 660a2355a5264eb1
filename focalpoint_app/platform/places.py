"""Where files lie: those that travel with the program, and the user's own."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent.parent
_USER = PlatformDirs(appname="focalpoint", appauthor=False)

HOME_VARIABLE = "FOCALPOINT_HOME"


def forms_folder() -> Path:
    """The questionnaires."""
    return _travelling("forms")


def resources_folder() -> Path:
    """Icons, fonts, translations, style, the sample review."""
    return _travelling("resources")


def settings_folder() -> Path:
    return _own("settings", _USER.user_config_path)


def trust_folder() -> Path:
    """Certificates whose signers the user knows."""
    return _own("trust", _USER.user_config_path / "trust")


def log_folder() -> Path:
    """Logs and crash reports; neither holds answer text."""
    return _own("log", _USER.user_log_path)


def rescue_folder() -> Path:
    """Where typed text goes when the workspace itself cannot be written."""
    return _own("rescue", _USER.user_data_path / "rescue")


def backups_folder() -> Path:
    """Rolling backups, until the user names another folder."""
    return _own("backups", _USER.user_data_path / "backups")


def copies_folder() -> Path:
    """Working copies of files that lie on a share or in a synchronised folder."""
    return _own("copies", _USER.user_data_path / "copies")


def keys_folder() -> Path:
    """The key that signs this user's replies to packets."""
    return _own("keys", _USER.user_data_path / "keys")


def answering_folder() -> Path:
    """Packets that this user answers, each beside its answers."""
    return _own("answering", _USER.user_data_path / "answering")


def _travelling(name: str) -> Path:
    """Inside the package in a wheel and in a bundle, beside it in a checkout."""
    inside = _PACKAGE / "bundled" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _own(name: str, usual: Path) -> Path:
    """*usual*, unless FOCALPOINT_HOME moves everything; only its owner may look in."""
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home) / name if home else usual
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
