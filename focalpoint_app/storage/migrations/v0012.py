"""From version 11 to 12: programs that know no fuller seals are kept out.

Digests of replies and uses may say by a mark that they are of more than words
(``storage/log/seals.py``).  A program of version 11 would call each of them changed
and, where it expunges, write down digests that nothing fits any more.  No row changes.
"""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(_op: Operations) -> None:
    """The version itself is what is said."""
