"""What questions are about across articles: their tags in words."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

TAGS: Mapping[str, str] = {
    "children": N_("Children"),
    "disability": N_("Persons with disabilities"),
    "environment": N_("Crimes that affect the environment"),
    "fraud": N_("Organized fraud"),
    "gender": N_("Gender"),
    "notification": N_("Notifications to the Secretary-General"),
    "predicates": N_("Predicate offences"),
    "rights": N_("Human rights"),
    "statistics": N_("Figures"),
    "threshold": N_("Serious crime and its threshold"),
}
"""By the tags of the questionnaires; other tags are the drafters' own."""
