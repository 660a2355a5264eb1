"""A request as a Word form that any Word since 2010 fills in."""

from __future__ import annotations

from focalpoint_app.domain.consultation import Request
from focalpoint_app.exchange.word.form import Form
from focalpoint_app.exchange.word.markup import numbered_apart
from focalpoint_app.exchange.word.package import package


def write_word(request: Request) -> bytes:
    """A .docx in the request's language; the same request gives the same bytes.

    One content control per answer, its tag the question's id; the questions lie in
    locked controls, the document itself is not protected.
    """
    form = Form.of(request)
    return package(request, form.frame, numbered_apart("".join(form.body())))
