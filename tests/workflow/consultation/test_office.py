"""The office that asks is known by what its letterhead prints."""

import pytest

from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.exchange.mail import Mailbox
from focalpoint_app.workflow.consultation.office import office_of


@pytest.mark.parametrize(
    ("lines", "office"),
    [
        (
            ("Republic of X", "Ministry of Justice", "Tel. 12; focal@moj.example"),
            Mailbox("focal@moj.example", "Republic of X – Ministry of Justice"),
        ),
        (("<focal@moj.example>", "www.moj.example"), Mailbox("focal@moj.example")),
        (("Ministry", "@focalpoint"), None),
        (("Ministry", "a@b..example"), None),
        ((), None),
    ],
)
def test_an_address_on_the_letterhead_is_the_offices(
    lines: tuple[str, ...], office: Mailbox | None
) -> None:
    assert office_of(Letterhead(lines)) == office
    assert office_of(None) is None
