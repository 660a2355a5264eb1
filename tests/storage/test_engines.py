"""One file more costs no compiling, and nothing of one file reaches another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Integer, MetaData, Table, event, insert, select
from sqlalchemy.engine.interfaces import CacheStats

from focalpoint_app.storage.creation import schema_statements
from focalpoint_app.storage.database import connect, file_uri
from focalpoint_app.storage.engines import engine_on

NUMBERS = Table("numbers", MetaData(), Column("n", Integer))


@contextmanager
def numbers(path: Path) -> Iterator[Engine]:
    engine = engine_on(lambda: connect(file_uri(path, "mode=rwc")))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE numbers (n INTEGER)")
    yield engine
    engine.dispose()


def test_what_was_compiled_for_one_file_serves_the_next(tmp_path: Path) -> None:
    found: list[CacheStats] = []

    def note(*said: Any) -> None:
        found.append(said[4].cache_hit)

    for name in ("first", "second"):
        with numbers(tmp_path / name) as engine:
            event.listen(engine, "before_cursor_execute", note)
            with engine.begin() as connection:
                connection.execute(select(NUMBERS.c.n).where(NUMBERS.c.n == 1))
    assert found == [CacheStats.CACHE_MISS, CacheStats.CACHE_HIT]


def test_each_file_keeps_its_own_rows(tmp_path: Path) -> None:
    with numbers(tmp_path / "a") as first, numbers(tmp_path / "b") as second:
        for engine, number in ((first, 1), (second, 2), (first, 3)):
            with engine.begin() as connection:
                connection.execute(insert(NUMBERS).values(n=number))
        with first.connect() as one, second.connect() as other:
            assert one.scalars(select(NUMBERS.c.n)).all() == [1, 3]
            assert other.scalars(select(NUMBERS.c.n)).all() == [2]


def test_a_new_file_has_every_table_once() -> None:
    made = [each.split("(")[0].split()[-1] for each in schema_statements()
            if each.lstrip().startswith("CREATE TABLE")]  # fmt: skip
    assert len(made) == len(set(made)) > 20
