"""What stakeholders are called: their categories, the way letters take to them."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

CATEGORIES: Mapping[str, str] = {
    "government": N_("Government"),
    "regional": N_("Regional and local authorities"),
    "private_sector": N_("Private sector"),
    "civil_society": N_("Civil society"),
    "academia": N_("Academia"),
    "indigenous": N_("Indigenous peoples and communities"),
    "individuals": N_("Individuals and groups"),
}
"""By the values of ``domain.stakeholder.Category``."""

ROUTES: Mapping[str, str] = {
    "direct": N_("Directly"),
    "foreign_ministry": N_("Through the ministry of foreign affairs"),
    "prime_minister": N_("Through the office of the prime minister"),
}

AUDIENCES: Mapping[str, str] = {
    "national": N_("National only"),
    "reviewing": N_("Reviewing States"),
    "public": N_("Public"),
}
"""By the values of ``domain.answer.Confidentiality``."""
