"""Where a file lies: on this machine, on a network share, in a synchronised folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from focalpoint_app.domain.errors import AppError


class PlaceKind(Enum):
    LOCAL = "local"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"


@dataclass(frozen=True, slots=True)
class Place:
    """``name``: the synchronising folder or the kind of network share."""

    kind: PlaceKind
    name: str = ""


Judge = Callable[[Path], Place]
LOCAL = Place(PlaceKind.LOCAL)

_NETWORKS = frozenset({
    "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs",
    "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "orangefs",
    "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "webdav", "gpfs", "pvfs2", "virtiofs",
    "vmhgfs", "macfuse", "osxfuse", "fuse",
})  # fmt: skip
_OF_THIS_MACHINE = frozenset({
    "fuse.apfs-fuse", "fuse.cryfs", "fuse.dislocker", "fuse.ecryptfs", "fuse.encfs",
    "fuse.exfat", "fuse.fuse-ext2", "fuse.gocryptfs", "fuse.ntfs", "fuse.ntfs-3g",
    "fuse.securefs", "fuse.veracrypt",
})  # fmt: skip
"""Disk formats and encryption.  What any other program shows as a folder may lie
anywhere, and few of them share a log's memory as a disk does.
"""
_SYNCHRONISED = re.compile(
    r"(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|nextcloud|owncloud"
    r"|icloud ?drive|mobile documents|cloudstorage|box sync|pclouddrive|yandex\.disk)",
    re.IGNORECASE,
)
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_MARKERS = (
    ".dropbox", ".dropbox.cache", ".stfolder", ".nextcloudsync.log",
    ".owncloudsync.log", ".tmp.drivedownload",
)  # fmt: skip
_NUMBERED = (".sync_", "._sync_"), ".db"
"""How the names of such files begin and end that have a number in between."""


def place_of(path: Path) -> Place:
    """Judge by the folder, which must exist; the file itself need not.

    Seen through links, and through folders that are mounted at a second place.
    """
    folder = path.resolve().parent
    network = _network(folder)
    if network:
        return Place(PlaceKind.NETWORK, network)
    for each in (folder, *_bound(folder)):
        synchronised = synchronised_folder(each)
        if synchronised:
            return Place(PlaceKind.SYNCHRONISED, synchronised)
    return LOCAL


def refuse_risky(place: Place, path: Path) -> None:
    """Write-ahead logs fail on shares, and half a file is what clouds copy.

    Raises:
        AppError: ``workspace.on_network`` or ``workspace.in_synchronised_folder``.
    """
    if place.kind is PlaceKind.NETWORK:
        raise AppError("workspace.on_network", path=str(path), share=place.name)
    if place.kind is PlaceKind.SYNCHRONISED:
        code = "workspace.in_synchronised_folder"
        raise AppError(code, path=str(path), folder=place.name)


def synchronised_folder(folder: Path) -> str:
    """The name of the nearest folder that a cloud client keeps, or ``""``."""
    said = (os.environ.get(name) for name in _VARIABLES)
    known = {Path(place) for place in said if place}
    for each in (folder, *folder.parents):
        named = _SYNCHRONISED.fullmatch(each.name)
        if named or each in known or _is_marked(each):
            return each.name
    return ""


def _is_marked(folder: Path) -> bool:
    begin, end = _NUMBERED
    try:
        if any((folder / marker).exists() for marker in _MARKERS):
            return True
        # One look, without a pattern: a folder may hold thousands of files.
        with os.scandir(folder) as files:
            names = (each.name for each in files if each.name.endswith(end))
            return any(name.startswith(begin) for name in names)
    except OSError:  # A parent that may not be listed marks nothing.
        return False


def mount_of(mountinfo: Iterable[str], folder: str) -> str:
    """The file system type under a folder, from lines of /proc/self/mountinfo."""
    deepest, kind = -1, ""
    for line in mountinfo:
        before, _, after = line.partition(" - ")
        parts = before.split()
        if len(parts) < 5 or not after:
            continue
        point = _unescaped(parts[4])
        if _is_under(folder, point) and len(point) >= deepest:
            deepest, kind = len(point), after.split()[0]
    return kind


def bound_folders(mountinfo: Iterable[str], folder: str) -> tuple[str, ...]:
    """Where else the same folder lies, if a part of a disk is mounted over it.

    ``/home/layla/Dropbox`` bound to ``/mnt/reviews``, from /proc/self/mountinfo.
    """
    mounts = [
        [_unescaped(each) for each in line.split()[2:5]]
        for line in mountinfo
        if " - " in line
    ]
    holding = [each for each in mounts if _is_under(folder, each[2])]
    if not holding:
        return ()
    device, root, point = max(holding, key=lambda each: len(each[2]))
    inside = root.rstrip("/") + folder[len(point.rstrip("/")) :]
    return tuple(
        other.rstrip("/") + inside[len(top.rstrip("/")) :]
        for same, top, other in mounts
        if same == device and other != point and _is_under(inside, top)
    )


def is_network(kind: str) -> bool:
    is_shown = kind.startswith("fuse.") and kind not in _OF_THIS_MACHINE
    return kind in _NETWORKS or is_shown


def _is_under(folder: str, point: str) -> bool:
    return point == "/" or folder == point or folder.startswith(point + "/")


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


if sys.platform == "win32":

    def _network(folder: Path) -> str:
        import ctypes

        root = folder.anchor
        if root.startswith("\\\\"):
            return root
        drive_remote = 4  # winbase.h, DRIVE_REMOTE
        kind = ctypes.windll.kernel32.GetDriveTypeW(root)
        return root if kind == drive_remote else ""

elif sys.platform == "darwin":

    def _network(folder: Path) -> str:
        listing = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False
        )
        kind = mount_listed(listing.stdout.splitlines(), str(folder))
        return kind if is_network(kind) else ""

else:

    def _network(folder: Path) -> str:
        table = Path("/proc/self/mountinfo")
        if not table.exists():
            return ""
        with table.open(encoding="utf-8", errors="surrogateescape") as lines:
            kind = mount_of(lines, str(folder))
        return kind if is_network(kind) else ""


def _bound(folder: Path) -> tuple[Path, ...]:
    table = Path("/proc/self/mountinfo")
    if not table.exists():  # Windows resolves such folders itself; macOS has none.
        return ()
    with table.open(encoding="utf-8", errors="surrogateescape") as lines:
        return tuple(map(Path, bound_folders(lines, str(folder))))


_LISTED = re.compile(r".+? on (?P<point>/.*) \((?P<kind>\w+)[,)]")


def mount_listed(listing: Iterable[str], folder: str) -> str:
    """The file system type under a folder, from the lines of macOS's ``mount``."""
    deepest, kind = -1, ""
    for line in listing:
        found = _LISTED.match(line)
        if not found or not _is_under(folder, found["point"]):
            continue
        if len(found["point"]) >= deepest:
            deepest, kind = len(found["point"]), found["kind"]
    return kind
