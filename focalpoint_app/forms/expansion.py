"""Writes a questionnaire out: companions from templates, closing pages per part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from focalpoint_app.domain.condition import Condition, condition_from_data
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import (
    CLOSING,
    Article,
    Contradiction,
    Kind,
    Obligation,
    Part,
    Question,
    Role,
    Texts,
)
from focalpoint_app.forms.entries import Entry
from focalpoint_app.forms.faults import fault
from focalpoint_app.forms.lists import SharedLists

DEFAULT_CHOICES = "yes_part_no"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands; ``names`` says what ``$part`` and ``$parent`` are."""

    part: str
    article: str
    provision: str = ""
    obligation: Obligation = Obligation.OPTIONAL
    parent: str | None = None

    def named(self, text: str) -> str:
        if self.parent is not None:
            text = text.replace("$parent", self.parent)
        return text.replace("$part", self.part)


@dataclass(slots=True)
class Expansion:
    """``origins`` keeps the entry that each question or contradiction came from."""

    lists: SharedLists
    origins: list[tuple[str, Entry]] = field(default_factory=list)

    def part(self, entry: Entry, closing: Entry | None) -> Part:
        part = entry.text("id")
        articles = [self._article(each, part) for each in entry.each("articles")]
        if closing is not None:
            articles.append(self._closing(closing, part))
        return Part(
            part,
            self._texts(f"{part}/title", entry, "title"),
            self._texts(f"{part}/short_title", entry, "short_title"),
            tuple(articles),
        )

    def contradictions(self, entry: Entry) -> Iterator[Contradiction]:
        for each in entry.each("contradictions"):
            when = self._condition(each.get("when"), Place(entry.text("id"), ""))
            identifier = each.text("id")
            text = self._texts(f"contradiction.{identifier}/text", each, "text")
            self.origins.append((f"contradiction {identifier}", each))
            if when is not None:
                yield Contradiction(identifier, when, each.text("question"), text)

    def _article(self, entry: Entry, part: str) -> Article:
        number = entry.text("id")
        self.origins.append((f"article {part}.{number}", entry))
        questions = [
            question
            for each in entry.each("questions")
            for question in self._question_and_companions(each, part, number)
        ]
        title = self._texts(f"{part}.{number}/title", entry, "title")
        return Article(number, title, tuple(questions), _tags(entry))

    def _closing(self, entry: Entry, part: str) -> Article:
        questions = [
            self._closing_question(each, part) for each in entry.each("questions")
        ]
        title = self._texts(f"{CLOSING}/title", entry, "title")
        return Article(CLOSING, title, tuple(questions))

    def _closing_question(self, entry: Entry, part: str) -> Question:
        name, parent = entry.text("name"), entry.get("parent")
        above = f"{part}.{CLOSING}.{parent.scalar}" if parent else None
        place = Place(part, CLOSING, parent=above)
        identifier = f"{part}.{CLOSING}.{name}"
        return self._question(entry, identifier, place, f"{CLOSING}.{name}")

    def _question_and_companions(
        self, entry: Entry, part: str, article: str
    ) -> Iterator[Question]:
        identifier = entry.text("id")
        obligation = Obligation(entry.text("obligation"))
        provision = entry.text("provision")
        place = Place(part, article, provision, obligation)
        yield self._question(entry, identifier, place, identifier)
        below = Place(part, article, provision, obligation, identifier)
        for companion in entry.each("companions"):
            yield from self._companion(companion, below)

    def _companion(self, entry: Entry, place: Place) -> Iterator[Question]:
        """A template's name, a template with wording of its own, or wholly its own."""
        template_name = entry.scalar or entry.text("use")
        template = self.lists.templates.get(template_name)
        if template_name and template is None:
            self._add(fault("form.unknown_template", entry, name=template_name))
            return
        name = entry.text("name", template_name)
        if not name:
            self._add(fault("form.missing_key", entry, name="name"))
            return
        identifier = f"{place.parent}.{name}"
        if template is None:
            yield self._question(entry, identifier, place, identifier)
        else:
            merged = _merged(template, entry)
            contexts = _Contexts(identifier, f"template.{template_name}", entry)
            yield self._question(merged, identifier, place, contexts)

    def _question(
        self, entry: Entry, identifier: str, place: Place, context: str | _Contexts
    ) -> Question:
        contexts = (
            context if isinstance(context, _Contexts) else _Contexts(context, "", entry)
        )
        self.origins.append((identifier, entry))
        kind = Kind(entry.text("kind", Kind.CHOICE))
        choices = entry.get("choices")
        closed = kind is Kind.CHOICE and choices is None
        choices = choices or (_default_choices(entry) if closed else None)
        limit = entry.get("limit")
        return Question(
            id=identifier,
            part=place.part,
            article=place.article,
            provision=place.provision,
            obligation=Obligation(entry.text("obligation", place.obligation)),
            kind=kind,
            text=self._texts(contexts.of("text"), entry, "text"),
            guidance=self._texts(contexts.of("guidance"), entry, "guidance"),
            limit=int(limit.scalar) if limit else None,
            choices=self.lists.choices_of(choices, contexts.own),
            columns=self.lists.columns_of(entry.get("columns"), contexts.own),
            condition=self._condition(entry.get("condition"), place),
            parent=place.parent,
            role=Role(entry.text("role", _usual_role(place))),
            cites_law=_cites_law(entry, choices),
            tags=_tags(entry),
            aliases=tuple(each.scalar for each in entry.each("aliases")),
        )

    def _condition(self, entry: Entry | None, place: Place) -> Condition | None:
        if entry is None:
            return None
        try:
            return condition_from_data(_renamed(entry.plain, place))
        except AppError as error:
            text = str(error.context["text"])
            self._add(fault("form.bad_condition", entry, text=text))
            return None

    def _texts(self, context: str, entry: Entry, key: str) -> Texts:
        return self.lists.wording.texts(context, entry.get(key))

    def _add(self, found: AppError) -> None:
        self.lists.faults.add(found)


@dataclass(frozen=True, slots=True)
class _Contexts:
    """A companion's texts are its own where it has them, else its template's."""

    own: str
    template: str
    entry: Entry

    def of(self, key: str) -> str:
        is_own = not self.template or self.entry.get(key) is not None
        return f"{self.own if is_own else self.template}/{key}"


def _merged(template: Entry, entry: Entry) -> Entry:
    own = entry.value if isinstance(entry.value, dict) else {}
    shared = template.value if isinstance(template.value, dict) else {}
    return Entry({**shared, **own}, entry.file, entry.line)


def _default_choices(entry: Entry) -> Entry:
    return Entry(DEFAULT_CHOICES, entry.file, entry.line)


def _cites_law(entry: Entry, choices: Entry | None) -> bool:
    is_usual = choices is not None and choices.value == DEFAULT_CHOICES
    return entry.text("cites_law", "true" if is_usual else "false") == "true"


def _usual_role(place: Place) -> Role:
    return Role.MAIN if place.parent is None else Role.FOLLOW_UP


def _tags(entry: Entry) -> tuple[str, ...]:
    return tuple(each.scalar for each in entry.each("tags"))


def _renamed(data: object, place: Place) -> object:
    match data:
        case str():
            return place.named(data)
        case list():
            return [_renamed(each, place) for each in data]
        case dict():
            return {key: _renamed(each, place) for key, each in data.items()}
    return data
