"""From version 8 to 9: contributions are found by their ids, which name the question.

In an index by question each of a reply's 150 rows fell on a page of its own, all of
which were written anew with every reply.
"""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.drop_index("contributions_by_question", "contributions")
