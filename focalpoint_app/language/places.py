"""Where the files that travel with the program lie: checkout, wheel or bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled(name: str) -> Path:
    """The folder ``resources`` or ``forms``.

    It lies inside the package in a wheel, beside it in a checkout and a bundle.
    """
    inside = _PACKAGE / "bundled" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def notices() -> Path:
    """The list of what the program stands on, with its licences."""
    inside = _PACKAGE / "bundled" / "licences.md"
    return inside if inside.is_file() else _PACKAGE.parent / "docs" / "licences.md"
