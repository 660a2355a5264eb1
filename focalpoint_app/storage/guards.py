"""What only SQLite says its own way: immutable rows and the search index."""

from __future__ import annotations

from collections.abc import Iterator

_ACTS = ("UPDATE", "DELETE")

EXPUNGING = "expunging"
"""The row of ``meta`` that lets a transaction take sealed text out, and no other."""

_UNLESS_EXPUNGING = f"NOT EXISTS (SELECT 1 FROM meta WHERE name = '{EXPUNGING}')"

# Expunging puts a mark in the text's place and takes the salt; nothing else may move.
_EXPUNGED_ONLY = f"""
    CREATE TRIGGER revisions_are_immutable BEFORE UPDATE ON revisions
    WHEN {_UNLESS_EXPUNGING} OR NOT (
        NEW.is_expunged = 1 AND NEW.salt = ''
        AND NEW.id = OLD.id AND NEW.review = OLD.review
        AND NEW.question = OLD.question AND NEW.field = OLD.field
        AND NEW.language = OLD.language AND NEW.item = OLD.item
        AND NEW.author = OLD.author AND NEW.time = OLD.time
        AND NEW.content_digest = OLD.content_digest AND NEW.digest = OLD.digest
    )
    BEGIN SELECT RAISE(ABORT, 'sealed rows are immutable'); END
"""

# Of versions 1 to 5.
_FORMERLY_EXPUNGED = """
    CREATE TRIGGER revisions_are_immutable BEFORE UPDATE ON revisions
    WHEN NOT (
        OLD.is_expunged = 0 AND NEW.is_expunged = 1
        AND NEW.content IS NULL AND NEW.salt = ''
        AND NEW.id = OLD.id AND NEW.review = OLD.review
        AND NEW.question = OLD.question AND NEW.field = OLD.field
        AND NEW.language = OLD.language AND NEW.item = OLD.item
        AND NEW.author = OLD.author AND NEW.time = OLD.time
        AND NEW.content_digest = OLD.content_digest AND NEW.digest = OLD.digest
    )
    BEGIN SELECT RAISE(ABORT, 'sealed rows are immutable'); END
"""

# No ranking (bm25 costs 400-700 ms on common words) and no phrases, so no
# positions (detail=none).  Texts are folded before they come here.
_SEARCH_INDEX = """
    CREATE VIRTUAL TABLE search_index USING fts5(
        words, content='', contentless_delete=1, detail=none,
        tokenize="unicode61 remove_diacritics 0", prefix='2 3'
    )
"""


def guard_statements() -> tuple[str, ...]:
    """SQL that follows the tables of version 1."""
    return (
        *(_refusal("revision_parents", act) for act in _ACTS),
        _unless_expunging(_refusal("chain", "UPDATE")),
        _refusal("chain", "DELETE"),
        _refusal("clearances", "DELETE"),
        _unless_expunging(_refusal("clearances", "UPDATE")),
        _refusal("revisions", "DELETE"),
        _EXPUNGED_ONLY.strip(),
        _SEARCH_INDEX.strip(),
    )


def consultation_guards() -> tuple[str, ...]:
    """SQL that follows the tables of version 3: what was received stays so.

    Only how confidential a contribution is may be judged anew.
    """
    received = _refusal("contributions", "UPDATE").replace(
        "BEFORE UPDATE ON",
        "BEFORE UPDATE OF id, review, reply, question, entry, traces ON",
    )
    return (
        _unless_expunging(received),
        _refusal("contributions", "DELETE"),
        _unless_expunging(_refusal("requests", "UPDATE")),
        _refusal("requests", "DELETE"),
    )


def act_guards() -> tuple[str, ...]:
    """SQL that follows the table of version 4."""
    return (_unless_expunging(_refusal("acts", "UPDATE")), _refusal("acts", "DELETE"))


def reguarded_chain() -> Iterator[str]:
    """SQL for version 10: entries that a guess can be tried on may be restated."""
    for statement in (*guard_statements(), *act_guards()):
        name = statement.split()[2]
        if name in ("chain_refuse_update", "acts_refuse_update"):
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield statement


def reguarded() -> Iterator[str]:
    """SQL that puts this version's guards where earlier ones knew no expunging."""
    for statement in (*guard_statements(), *consultation_guards()):
        if EXPUNGING in statement:
            name = statement.split()[2]
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield statement


def known_guards() -> frozenset[str]:
    """What any version of the program wrote of its own, word for word."""
    present = (*guard_statements(), *consultation_guards(), *act_guards())
    former = (each.replace(f" WHEN {_UNLESS_EXPUNGING}", "") for each in present)
    return frozenset((*present, *former, _FORMERLY_EXPUNGED.strip()))


def _refusal(table: str, act: str) -> str:
    name = f"{table}_refuse_{act.lower()}"
    return (
        f"CREATE TRIGGER {name} BEFORE {act} ON {table}"
        " BEGIN SELECT RAISE(ABORT, 'sealed rows are immutable'); END"
    )


def _unless_expunging(refusal: str) -> str:
    return refusal.replace(" BEGIN SELECT", f" WHEN {_UNLESS_EXPUNGING} BEGIN SELECT")
