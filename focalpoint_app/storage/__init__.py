"""The workspace file."""

from focalpoint_app.storage.file.place import LOCAL, Judge, Place, PlaceKind, place_of
from focalpoint_app.storage.workspace import Workspace

__all__ = ["LOCAL", "Judge", "Place", "PlaceKind", "Workspace", "place_of"]
