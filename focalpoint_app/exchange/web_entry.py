"""What a person enters into the online system: answers as plain text, in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from string import Template


@dataclass(frozen=True, slots=True)
class EntryField:
    """One answer to enter; ``number`` counts from 1, ``text`` is plain."""

    number: int
    question_id: str
    provision: str
    question: str
    text: str

    @property
    def file_name(self) -> str:
        return f"{self.number:03d}-{self.question_id}.txt"


@dataclass(frozen=True, slots=True)
class EntryPage:
    """``phrases`` are the page's own words: copy, copied, entered, characters, done."""

    title: str
    language: str
    direction: str
    digest: str
    phrases: Mapping[str, str]
    fields: tuple[EntryField, ...]


def html_page(page: EntryPage, template: str) -> str:
    """One offline page; every text is escaped, nothing is fetched or sent.

    The ticks, numbers and nothing else, are kept in the page's own address and in the
    browser under the digest: the page may be closed, and another edition begins anew.
    """
    return Template(template).substitute(
        title=escape(page.title),
        language=escape(page.language),
        direction=page.direction,
        digest=escape(page.digest),
        items="\n".join(_item(field, page.phrases) for field in page.fields),
        **{name: escape(text) for name, text in page.phrases.items()},
    )


def text_files(fields: Iterable[EntryField]) -> dict[str, bytes]:
    """The same as files: UTF-8 with a byte order mark, which Windows needs."""
    return {
        field.file_name: field.text.replace("\n", "\r\n").encode("utf-8-sig")
        for field in fields
    }


def _item(field: EntryField, phrases: Mapping[str, str]) -> str:
    count = escape(phrases["characters"]).replace("{n}", str(len(field.text)))
    anchor = f"a{field.number}"
    return "\n".join(
        (
            f'<section id="{anchor}">',
            f"<h2><bdi>{escape(field.provision)}</bdi></h2>",
            f"<p>{escape(field.question)}</p>",
            f'<pre dir="auto" id="{anchor}-text">{escape(field.text)}</pre>',
            f'<button type="button" data-copy="{anchor}-text">'
            f"{escape(phrases['copy'])}</button>",
            f"<small>{count}</small>",
            f'<label><input type="checkbox" data-tick="{field.number}"> '
            f"{escape(phrases['entered'])}</label>",
            "</section>",
        )
    )
