"""What is said of backups, of a file that is looked over, and of its sealed past."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

SAFEKEEPING_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "backup.not_made": N_(
        "No backup could be made in {folder}; your work goes on and is saved. Check"
        " that the disk is connected and has room, or choose another folder."
    ),
    "backup.unlike": N_(
        "{file} could not be read back as it was written, so it was not kept; check the"
        " disk, and make the backup on another one."
    ),
}
