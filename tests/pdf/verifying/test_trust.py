"""What a certificate says of its holder."""

import pytest
from asn1crypto import x509

from focalpoint_app.pdf.verifying.trust import holder


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"country_name": "XA", "common_name": "أمل"}, "أمل, XA"),
        (
            {"organization_name": "وزارة العدل", "organizational_unit_name": "التوقيع"},
            "التوقيع, وزارة العدل",
        ),
        ({"email_address": "a@b.xaa", "common_name": "Amal"}, "Amal, a@b.xaa"),
        ({}, ""),
    ],
)
def test_a_holder_is_named_in_no_language(parts: dict[str, str], said: str) -> None:
    assert holder(x509.Name.build(parts)) == said
