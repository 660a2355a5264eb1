"""Letters and minutes at work: replaced whole at every save, but for their file."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.storage.consultation.consultation_tables import papers
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import PAPER

_DESCRIBED = [papers.c[field.name] for field in fields(Paper)]


def write_paper(connection: Connection, written: Paper) -> None:
    """Made or replaced; the file that was kept with it stays."""
    row = {**asdict(written), "kind": written.kind.value}
    mine = papers.c.id == written.id
    if connection.execute(update(papers).where(mine).values(**row)).rowcount == 0:
        connection.execute(papers.insert().values(**row))


def keep_content(connection: Connection, paper: str, content: bytes | None) -> None:
    """None forgets it, as for a contributor who is to stay unknown."""
    mine = update(papers).where(papers.c.id == paper)
    connection.execute(mine.values(content=content))


def read_papers(
    connection: Connection, review: str, kind: PaperKind
) -> tuple[Paper, ...]:
    """Newest first, without their files."""
    mine = papers.c.review == review, papers.c.kind == kind.value
    query = select(*_DESCRIBED).where(*mine)
    rows = connection.execute(query.order_by(papers.c.time.desc(), papers.c.id))
    return tuple(map(_paper_of, rows))


def read_content(connection: Connection, paper: str) -> bytes:
    """The letter byte for byte; ``reply.no_file`` where none was kept."""
    query = select(papers.c.content).where(papers.c.id == paper)
    content: bytes | None = connection.scalar(query)
    if content is None:
        raise AppError("reply.no_file")
    return content


def delete_paper(connection: Connection, paper: str) -> None:
    with remembered(connection, PAPER, [paper]):
        connection.execute(delete(papers).where(papers.c.id == paper))


def _paper_of(row: Row[Any]) -> Paper:
    return Paper(**{**row._mapping, "kind": PaperKind(row.kind)})
