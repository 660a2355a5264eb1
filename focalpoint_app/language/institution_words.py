"""What the institutions are called that the program suggests to begin with."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

INSTITUTIONS: Mapping[str, str] = {
    "justice": N_("Ministry of Justice"),
    "interior": N_("Ministry of the Interior"),
    "foreign_affairs": N_("Ministry of Foreign Affairs"),
    "prosecution": N_("Public Prosecution"),
    "courts": N_("Supreme Court and the courts"),
    "parliament": N_("Parliament: committee on legal affairs"),
    "police": N_("National police"),
    "financial_intelligence": N_("Financial intelligence unit"),
    "central_bank": N_("Central bank"),
    "finance": N_("Ministry of Finance"),
    "anti_corruption": N_("Anti-corruption body"),
    "audit": N_("Supreme audit institution"),
    "ombudsman": N_("Ombudsman or national human rights institution"),
    "customs": N_("Customs administration"),
    "immigration": N_("Immigration and border authority"),
    "coast_guard": N_("Coast guard"),
    "defence": N_("Ministry of Defence"),
    "trade": N_("Ministry of Trade and Industry"),
    "company_register": N_("Register of companies"),
    "labour": N_("Ministry of Labour"),
    "social_affairs": N_("Ministry of Social Affairs"),
    "environment": N_("Ministry of the Environment"),
    "trafficking_committee": N_("National committee against trafficking in persons"),
    "statistics": N_("National statistical office"),
    "provinces": N_("Provinces, governorates or constituent units"),
    "municipalities": N_("Municipalities"),
    "banks": N_("Association of banks"),
    "notaries": N_("Notaries, accountants and auditors"),
    "chamber_of_commerce": N_("Chamber of commerce"),
    "carriers": N_("Air, sea and road carriers"),
    "arms_trade": N_("Manufacturers of and dealers in firearms"),
    "bar_association": N_("Bar association"),
    "victim_support": N_("Non-governmental organizations that support victims"),
    "migrant_support": N_("Non-governmental organizations that assist migrants"),
    "integrity_groups": N_(
        "Civil society organizations for integrity and transparency"
    ),
    "journalists": N_("Union of journalists"),
    "disarmament_groups": N_("Civil society organizations on small arms"),
    "law_faculties": N_("Faculties of law"),
    "research_centres": N_("Centres of criminological research"),
    "indigenous_bodies": N_("Representative bodies of indigenous peoples"),
    "survivors": N_("Survivors of trafficking in persons"),
}
"""By the ids of ``resources/institutions.json``."""
