"""What contributions cite goes with them into the answer that takes them over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from focalpoint_app.domain.answer import Cite
from focalpoint_app.domain.assembly import cite_content, order_of
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.text import clean_text
from focalpoint_app.workflow.consultation.cited import cited
from focalpoint_app.workflow.review.desk import Desk


def cite_contents(
    desk: Desk, question: str, quoted: Iterable[Contribution]
) -> Iterator[tuple[FieldKey, Content]]:
    """Those that ``question`` does not cite yet, each once; a source that is new here
    is kept first.
    """
    known = {(each.source, each.provision) for each in desk.answer(question).cites}
    last = last_order(desk, question, Field.CITE)
    for contribution in quoted:
        for source, provision in cited(contribution, desk.sources):
            if source.id not in desk.sources:
                desk.save_source(source)
            if (source.id, provision) in known:
                continue
            known.add((source.id, provision))
            last += 1
            cite = Cite(desk.new_id(), source.id, clean_text(provision))
            key = FieldKey(question, Field.CITE, item=cite.id)
            yield key, cite_content(cite, last)


def last_order(desk: Desk, question: str, field: Field) -> int:
    """Of its rows, or its citations; 0 where there are none."""
    fields = desk.book.of(question).items()
    return max((order_of(c) for key, c in fields if key.field is field), default=0)
