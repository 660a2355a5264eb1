"""Network shares and synchronised folders are recognised by what systems print."""

from pathlib import Path

import pytest

from focalpoint_app.storage.file.place import (
    LOCAL,
    Place,
    PlaceKind,
    bound_folders,
    is_network,
    mount_listed,
    mount_of,
    place_of,
    synchronised_folder,
)
from tests.storage.mounts import bound

MOUNTINFO = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 0:35 / /proc rw,nosuid shared:12 - proc proc rw
51 22 0:44 / /mnt/justice rw shared:20 - cifs //fs01/justice rw,vers=3.0
52 22 0:45 / /mnt/my\040files rw shared:21 master:2 - nfs4 10.0.0.4:/home rw
53 22 0:46 / /home/layla/remote rw - fuse.sshfs layla@host:/ rw
54 51 8:3 / /mnt/justice/local rw - ext4 /dev/sdb1 rw
55 22 8:4 / /mnt/just rw - xfs /dev/sdc1 rw
"""

MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//layla@fs01/justice on /Volumes/justice (smbfs, nodev, nosuid, mounted by layla)
/dev/disk4s1 on /Volumes/My stick (msdos, local, nodev)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/layla", "ext4"),
        ("/mnt/justice", "cifs"),
        ("/mnt/justice/2026", "cifs"),
        ("/mnt/justice/local/a", "ext4"),
        ("/mnt/just/a", "xfs"),
        ("/mnt/my files/a", "nfs4"),
        ("/home/layla/remote", "fuse.sshfs"),
    ],
)
def test_the_deepest_mount_holds_the_folder(folder: str, kind: str) -> None:
    assert mount_of(MOUNTINFO.splitlines(), folder) == kind


def test_a_later_mount_hides_an_earlier_one() -> None:
    lines = [*MOUNTINFO.splitlines(), "60 22 0:9 / /mnt/just rw - nfs host:/ rw"]
    assert mount_of(lines, "/mnt/just") == "nfs"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/layla", "apfs"),
        ("/Volumes/justice/a", "smbfs"),
        ("/Volumes/My stick", "msdos"),
    ],
)
def test_macs_list_their_mounts_otherwise(folder: str, kind: str) -> None:
    assert mount_listed(MAC.splitlines(), folder) == kind


@pytest.mark.parametrize("kind", [
    "cifs", "nfs4", "smb3", "9p", "virtiofs", "fuse.sshfs", "fuse.gcsfuse",
    "fuse.juicefs", "fuse.some-cloud-of-tomorrow", "fuse", "macfuse",
])  # fmt: skip
def test_shares_are_network(kind: str) -> None:
    assert is_network(kind)


@pytest.mark.parametrize("kind", [
    "ext4", "btrfs", "overlay", "tmpfs", "fuseblk", "fuse.ntfs-3g",
    "fuse.gocryptfs", "",
])  # fmt: skip
def test_disks_are_not(kind: str) -> None:
    assert not is_network(kind)


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - وزارة العدل", "Dropbox", "Dropbox (Personal)",
     "Google Drive", "GoogleDrive", "Nextcloud", "iCloud Drive", "Mobile Documents"],
)  # fmt: skip
def test_clouds_are_known_by_their_folders(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "مراجعة"
    folder.mkdir(parents=True)
    assert synchronised_folder(folder) == name


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox", ".sync_3fa.db"])
def test_clouds_are_known_by_what_they_leave(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).touch()
    folder = tmp_path / "reviews"
    folder.mkdir()
    assert synchronised_folder(folder) == tmp_path.name


def test_onedrive_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert synchronised_folder(tmp_path) == tmp_path.name


def test_an_ordinary_folder_is_local(tmp_path: Path) -> None:
    assert place_of(tmp_path / "w.focalpoint") == LOCAL
    assert synchronised_folder(tmp_path / "My Dropbox notes") == ""


BOUND = r"""
22 1 8:2 / / rw - ext4 /dev/sda2 rw
60 22 8:2 /home/layla/Dropbox /mnt/reviews rw - ext4 /dev/sda2 rw
61 22 8:3 / /home rw - ext4 /dev/sda3 rw
62 22 8:3 /layla/OneDrive /mnt/clou\040d rw - ext4 /dev/sda3 rw
"""


@pytest.mark.parametrize(
    ("folder", "elsewhere"),
    [
        ("/mnt/reviews/2026", ("/home/layla/Dropbox/2026",)),
        ("/mnt/clou d", ("/home/layla/OneDrive",)),
        ("/var/lib", ()),
        ("/home/layla", ()),
    ],
)
def test_a_folder_that_is_mounted_twice_is_seen_at_both_places(
    folder: str, elsewhere: tuple[str, ...]
) -> None:
    assert bound_folders(BOUND.splitlines(), folder) == elsewhere


def test_a_folder_bound_elsewhere_is_recognised(tmp_path: Path) -> None:
    cloud, plain = tmp_path / "Nextcloud", tmp_path / "plain"
    cloud.mkdir()
    plain.mkdir()
    with bound(cloud, plain):
        found = place_of(plain / "w.focalpoint")
    assert found == Place(PlaceKind.SYNCHRONISED, "Nextcloud")
    assert place_of(plain / "w.focalpoint") == LOCAL


def test_a_link_to_a_file_is_judged_by_where_the_file_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "w.focalpoint"
    link.symlink_to(tmp_path / "Dropbox" / "w.focalpoint")
    assert place_of(link).kind is PlaceKind.SYNCHRONISED
