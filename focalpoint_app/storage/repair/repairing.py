"""A new file from what can still be read of a damaged one, and what was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.deciphering import key_of_damaged, plain_pages
from focalpoint_app.storage.consultation.consultation_tables import metadata
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.file import opening
from focalpoint_app.storage.file.files import settle
from focalpoint_app.storage.log.checking import Problem
from focalpoint_app.storage.repair.leaves import Value
from focalpoint_app.storage.repair.remaking import Form, remake, remake_identity
from focalpoint_app.storage.repair.salvaging import Salvage, salvaged
from focalpoint_app.storage.schema import SCHEMA_VERSION
from focalpoint_app.storage.search.reindexing import reindex

_AUTHORED = ("fields", "revisions", "clearances", "notes", "evidence", "rounds",
             "requests", "replies", "uses", "batches", "acts",
             "withdrawals")  # fmt: skip
_LOST_LINKS = (
    "SELECT c.subject, c.kind FROM chain c"
    " WHERE c.subject NOT IN (SELECT id FROM revisions UNION SELECT id FROM clearances"
    " UNION SELECT id FROM replies UNION SELECT id FROM uses UNION SELECT id FROM acts"
    " UNION SELECT id FROM withdrawals)"
    " ORDER BY c.review, c.seq"
)
# A field whose row is gone says again what it was last sealed as.
_REFILL = (
    "INSERT INTO fields SELECT r.review, r.question, r.field, r.language, r.item,"
    " r.content, r.time, r.author, r.id, 1, 0 FROM revisions r"
    " WHERE NOT r.is_expunged"
    " AND NOT EXISTS (SELECT 1 FROM revision_parents p WHERE p.parent = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM fields f WHERE f.review = r.review"
    " AND f.question = r.question AND f.field = r.field"
    " AND f.language = r.language AND f.item = r.item)"
    " ON CONFLICT DO NOTHING RETURNING question"
)
_UNSEAL = (
    "UPDATE fields SET is_sealed = 0, base = NULL WHERE base IS NOT NULL"
    " AND base NOT IN (SELECT id FROM revisions)"
)


@dataclass(frozen=True, slots=True)
class Repair:
    """``saved``: rows by table.  ``lost``: lost.act (revision, clearance, reply,
    use or withdrawal that the chain names), lost.newer (a file of a later version),
    lost.rows (a count), lost.loose (a count of those whose owner is lost),
    lost.content (a revision whose text no longer fits its digest), refilled.field,
    renamed.author, remade.profile, remade.review, remade.questionnaire."""

    saved: dict[str, int]
    lost: tuple[Problem, ...]


def repair(path: Path, target: Path, shipped: Sequence[Form]) -> Repair:
    """``path`` is only read; ``target`` must not exist.

    ``shipped``: questionnaires as data, for one whose text is damaged.

    Raises:
        AppError: ``repair.nothing``, ``file.exists``, ``workspace.not_found``,
            ``workspace.unreadable``, ``file.unwritable``, ``disk.full``.
    """
    opening.refuse_taken(target)
    content, key = _content(path)
    found = salvaged(content)
    reviews = _reviews(found)
    if not reviews:
        raise AppError("repair.nothing", path=str(path))
    lost = [*_later(content), *remake(found, reviews, shipped)]
    lost += remake_identity(found)

    def fill(database: Database) -> None:
        with closing(database.connect()) as raw:
            raw.execute("BEGIN IMMEDIATE")
            lost.extend(_filled(raw, found))
            raw.execute("COMMIT")
        reindex(database)

    opening.create_file(target, fill, key)
    saved = {table: len(found.of(table)) for table in found.rows}
    return Repair(saved, tuple(lost))


def _later(content: bytes) -> Iterator[Problem]:
    """Or damage changed just that number; either way whoever repairs it is told."""
    version = int.from_bytes(content[60:64], "big")
    if content.startswith(b"SQLite format 3\x00") and version > SCHEMA_VERSION:
        yield Problem("lost.newer", str(version))


def _reviews(found: Salvage) -> frozenset[str]:
    """Those that are there, and those whose own row is lost."""
    known = frozenset(str(row[0]) for row in found.of("reviews"))
    named = frozenset(
        str(row[_place(table, "review")])
        for table in _AUTHORED
        if "review" in metadata.tables[table].columns
        for row in found.of(table)
    )
    return known | named


def _content(path: Path) -> tuple[bytes, Key | None]:
    """With a killed program's log, where that can still be read; what encrypted it."""
    if not path.is_file():
        raise AppError("workspace.not_found", path=str(path))
    vantage = opening.copy_aside(path)
    try:
        copy = vantage.copy or path
        key = key_of_damaged(path, copy.read_bytes())
        with suppress(AppError):  # Then the pages are read without it.
            settle(copy, key)
        content = copy.read_bytes()
        return (content if key is None else plain_pages(content, key)), key
    except OSError as exc:
        raise AppError("workspace.unreadable", path=str(path)) from exc
    finally:
        vantage.leave()


def _filled(raw: dbapi2.Connection, found: Salvage) -> Iterator[Problem]:
    if found.unread:
        yield Problem("lost.rows", str(found.unread))
    yield from _people(raw, found)
    _insert(raw, "reviews", found.of("reviews"))
    yield from _revisions(raw, found)
    loose = sum(
        _insert(raw, table.name, found.of(table.name))
        for table in metadata.sorted_tables
        if table.name not in ("authors", "reviews", "revisions")
    )
    if loose:
        yield Problem("lost.loose", str(loose))
    raw.execute(_UNSEAL)
    for (question,) in raw.execute(_REFILL).fetchall():
        yield Problem("refilled.field", question, question)
    raw.execute("UPDATE fields SET is_indexed = 0")
    yield from _lost_acts(raw, found)


def _insert(raw: dbapi2.Connection, table: str, rows: list[tuple[Value, ...]]) -> int:
    """How many lead to what was lost, and so cannot be taken over."""
    loose = 0
    for row in rows:
        gaps = ", ".join("?" * len(row))
        try:
            raw.execute(f"INSERT OR IGNORE INTO {table} VALUES ({gaps})", row)
        except dbapi2.IntegrityError:
            loose += 1
    return loose


def _people(raw: dbapi2.Connection, found: Salvage) -> Iterator[Problem]:
    """Whoever wrote something is there, if only under their id."""
    _insert(raw, "authors", found.of("authors"))
    known = {row[0] for row in found.of("authors")}
    named = {
        row[_place(table, "author")]: None
        for table in _AUTHORED
        for row in found.of(table)
    }
    for author in named.keys() - known:
        _insert(raw, "authors", [(author, str(author)[:8], "", "")])
        yield Problem("renamed.author", str(author)[:8])


def _revisions(raw: dbapi2.Connection, found: Salvage) -> Iterator[Problem]:
    """One whose text no longer fits its digest is damaged, whatever it says now."""
    columns = [each.name for each in metadata.tables["revisions"].columns]
    for row in found.of("revisions"):
        said = dict(zip(columns, row, strict=True))
        if said["is_expunged"] or _fits_digest(said):
            _insert(raw, "revisions", [row])
        else:
            yield Problem("lost.content", str(said["id"]), str(said["question"]))


def _fits_digest(said: Mapping[str, Value]) -> bool:
    try:
        salt = bytes.fromhex(str(said["salt"]))
    except ValueError:
        return False
    content = "null" if said["content"] is None else str(said["content"])
    return sha256_hex(salt + content.encode()) == said["content_digest"]


def _lost_acts(raw: dbapi2.Connection, found: Salvage) -> Iterator[Problem]:
    questions = _questions(found)
    for subject, kind in raw.execute(_LOST_LINKS).fetchall():
        yield Problem("lost.act", f"{kind} {subject}", questions.get(subject, ""))


def _questions(found: Salvage) -> dict[str, str]:
    """Of revisions that are gone, as far as what rests on them says."""
    question, base = _place("fields", "question"), _place("fields", "base")
    known = {str(row[base]): str(row[question]) for row in found.of("fields")}
    of_child = {str(row[0]): str(row[2]) for row in found.of("revisions")}
    for child, parent in found.of("revision_parents"):
        if str(child) in of_child:
            known[str(parent)] = of_child[str(child)]
    return known


def _place(table: str, column: str) -> int:
    return [each.name for each in metadata.tables[table].columns].index(column)
