"""Institutions of the small review, for tests of the consultations' place."""

from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
)

JUSTICE = Stakeholder(
    "00000000-0000-4000-8000-000000000001",
    "وزارة العدل",
    Category.GOVERNMENT,
    Addressee("مكتب الوزير", "معالي", "سامر الخطيب"),
    Liaison("هدى", "123", "huda@example.org"),
)
REFUGE = Stakeholder(
    "00000000-0000-4000-8000-000000000002",
    "جمعية المأوى",
    Category.CIVIL_SOCIETY,
    route=Route.FOREIGN_MINISTRY,
    language="en",
)
