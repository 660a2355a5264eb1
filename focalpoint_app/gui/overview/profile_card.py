"""The State profile: a summary, and the form that changes it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import title_label
from focalpoint_app.gui.controls.sheet import Facts, Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.membership_form import INSTRUMENTS
from focalpoint_app.gui.start.profile_form import CALENDARS, ProfileForm
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_


class ProfileCard(Section):
    """Signals:
    edit: the profile is to be changed.
    """

    edit = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("State profile"))
        self._session = session
        self.facts = Facts()
        self.change = push_button()
        told.add(self.change.setText, N_("Change the profile"))
        self.column.addWidget(self.facts)
        self.column.addLayout(beside(self.change))
        self.change.clicked.connect(self.edit)

    def refresh(self, tr: Catalogue) -> None:
        profile = self._session.desk.profile
        said = [
            (tr("Legal system"), profile.legal_system),
            (tr("Treaties"), profile.place_of_treaties),
            (tr("Official gazette"), profile.gazette),
            (tr("Calendar"), tr(CALENDARS.get(profile.calendar, profile.calendar))),
            (tr("Constituent units"), listed(list(profile.constituent_units), tr)),
        ]
        facts = [*self._instruments(profile, tr), *said]
        self.facts.show_facts([(name, text or "–") for name, text in facts])

    def _instruments(
        self, profile: StateProfile, tr: Catalogue
    ) -> list[tuple[str, str]]:
        return [
            (tr(INSTRUMENTS[part]), _since(profile.entry_into_force(part), tr))
            for part in self._session.desk.review.parts
        ]


def _since(date: str, tr: Catalogue) -> str:
    if not date:
        return tr("in force, since when is not told")
    day = written_date(date, tr.language, tr.digits)
    return tr("in force since {date}", date=day)


class ProfileEditor(Sheet):
    """Signals:
    done: it was kept, or left as it was.
    """

    done = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        title = title_label()
        self.form = ProfileForm(
            session.desk.review.languages[0],
            N_("What the State has told the world about each instrument."),
        )
        self.keep = push_button(primary=True)
        self.leave = push_button()
        self._told.add(title.setText, N_("State profile"))
        self._told.add(self.keep.setText, N_("Keep the profile"))
        self._told.add(self.leave.setText, N_("Cancel"))
        self.column.addWidget(title)
        self.column.addWidget(self.form)
        self.column.addLayout(beside(self.keep, self.leave))
        self.finish()
        desk = session.desk
        self.form.show_profile(desk.profile, desk.review.parts)
        for part in self.form.parts.values():
            part.fix()  # Which instruments are in force is the review's, for good.
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.done)
        self.retranslate(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.form.retranslate(tr)

    def _keep(self) -> None:
        session = self._session
        if not self.form.check(session.catalogue):
            return
        profile = self.form.profile(session.desk.profile)
        session.act(lambda: session.desk.save_profile(profile))
        if session.desk.profile == profile:
            session.refreshed.emit()
            self.done.emit()
