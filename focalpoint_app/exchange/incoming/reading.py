"""A letter's file as text, its kind told by its content."""

from __future__ import annotations

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import refuse_large
from focalpoint_app.exchange.carriers import carrier_of, refuse_old
from focalpoint_app.exchange.incoming.letter import WrittenLetter
from focalpoint_app.exchange.incoming.mail import is_mail, read_mail
from focalpoint_app.exchange.incoming.outlook import outlook_file, read_outlook
from focalpoint_app.exchange.incoming.plain_text import text_of
from focalpoint_app.exchange.incoming.web_text import text_of_web
from focalpoint_app.exchange.kept import kept_texts

_WEB = (b"<!doctype html", b"<html")


def read_written(content: bytes, language: str) -> WrittenLetter:
    """``language`` helps with text that does not say how it is written.

    Raises:
        AppError: ``letter.unknown_kind``, ``letter.outlook``, ``letter.is_a_form``,
            ``reply.*`` as of any file that comes in.
    """
    refuse_large(content)
    outlook = outlook_file(content)
    if outlook is not None:
        return read_outlook(outlook, language)
    _refuse_old(content)
    if content.startswith(b"PK"):
        return _word(content)
    if is_mail(content):
        return read_mail(content, language)
    text = text_of(content, language)
    if content[:200].lstrip().lower().startswith(_WEB):
        text = text_of_web(text)
    return WrittenLetter(kept_texts([text]))


def _refuse_old(content: bytes) -> None:
    try:
        refuse_old(content)
    except AppError as exc:
        if exc.code == "reply.unknown_kind":
            raise AppError("letter.unknown_kind") from exc
        raise


def _word(content: bytes) -> WrittenLetter:
    """Body first, then what stands in its margins: a letterhead often does."""
    from focalpoint_app.exchange.word.opening import open_word

    if carrier_of(content) is not Carrier.WORD:
        raise AppError("letter.is_a_form")
    document, _ = open_word(content)
    paragraphs = (*document.paragraphs, *document.outside)
    lines = (" ".join(filter(None, (e.mark, e.text))) for e in paragraphs)
    texts = kept_texts(["\n".join(lines)])
    return WrittenLetter(texts, has_unread=document.has_unread)
