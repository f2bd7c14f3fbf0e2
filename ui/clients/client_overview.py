"""The first tab of a person's card: how to reach, what to know, roles, who is around."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.queries import client_reach
from app.clients.rules import (
    ADDRESS_LABELS,
    FORMAT_LABELS,
    SALUTATION_LABELS,
    AddressLabel,
    LetterFormat,
    Salutation,
    address_lines,
)
from app.together import together
from resources.text import _
from ui.clients.cpr_line import CprLine
from ui.clients.fact_grid import FactGrid
from ui.clients.reach_list import ReachList, further_lines, own_lines
from ui.clients.words import (
    area_words,
    letter_language_words,
    living_words,
    role_words,
    validity_words,
)
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import Label, quiet
from ui.widgets.laying_out import laid_out_once
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.clients.queries import ClientCard, ClientReach
    from app.clients.rules import FurtherAddress
    from app.together import Question
    from ui.clients.tabs import OverviewEntry
    from ui.desk import Desk, Pending


class ClientOverview(QWidget):
    """Shows one card after another without being built anew."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(
        self, desk: Desk, entries: Sequence[OverviewEntry] = (), parent: QWidget | None = None
    ) -> None:
        """Begin with nobody; `entries` make the cards that other features add."""
        super().__init__(parent)
        self._desk = desk
        self._card: ClientCard | None = None
        self._addresses: tuple[FurtherAddress, ...] = ()
        self._pending: Pending[tuple[Any, ...]] | None = None
        self.reach = ReachList()
        self.reach.copied.connect(self._on_copied)
        self.contact = FactGrid(
            [_("Address"), _("Floor"), _("District or town"),
             *(_(ADDRESS_LABELS[label]) for label in AddressLabel)]
        )  # fmt: skip
        self.no_contact = quiet(_("Neither phone number nor address is known yet."))
        self.office = FactGrid([_("Roles"), _("Responsible")])
        self.cpr = CprLine()
        self.living = FactGrid(
            [_("Living situation"), _("Salutation"), _("Language of letters"),
             _("Form of letters"), _("Interpreter")]
        )  # fmt: skip
        self.about = Label().selectable()
        self._about_card = _card(_("About the person"), self.about)
        self.others = [entry.make(desk) for entry in entries]
        self._arrange()

    def questions(self, person_id: UUID) -> tuple[Question, ...]:
        """Answer what is to be asked about somebody, together with the card."""
        reach = partial(client_reach, person_id=person_id)
        return (reach, *(other.question(person_id) for other in self.others))

    def show_answers(self, card: ClientCard, answers: Sequence[Any]) -> None:
        """Show a person with the answers to `questions`: everything at once."""
        reach, *rest = answers
        self._forget()
        with laid_out_once(self._body.widget(), *self._cards):
            self._show(card)
            self._on_reach(reach)
            for other, answer in zip(self.others, rest, strict=True):
                other.show_answer(card, answer)

    def show_card(self, card: ClientCard) -> None:
        """Show a person; what stands in other tables follows in a moment."""
        self._forget()
        is_other = self._card is None or self._card.id != card.id
        self._show(card)
        self.reach.show_lines(own_lines(card))
        self._show_addresses(card, () if is_other else self._addresses)
        pending = self._desk.ask(together, *self.questions(card.id))
        self._pending = pending.then(self._on_answers)

    def _show(self, card: ClientCard) -> None:
        self._card = card
        today = self._desk.local_now.date()
        self.about.setText(card.about)
        self._about_card.setVisible(bool(card.about.strip()))
        roles = "\n".join(role_words(span, today) for span in card.roles)
        self.office.show_facts([roles, card.responsible])
        self.cpr.show_cpr(card.cpr)
        self._show_living(card)

    def do(self, doing: str, record: UUID | None) -> None:
        """Begin something on one of the cards that other features add."""
        for other in self.others:
            other.do(doing, record)

    def flush(self) -> None:
        """Keep what is being typed as drafts."""
        for other in self.others:
            other.flush()

    def _forget(self) -> None:
        if self._pending is not None:
            self._pending.forget()
            self._pending = None

    def _on_answers(self, answers: tuple[Any, ...]) -> None:
        self._pending = None
        if self._card is not None:
            self.show_answers(self._card, answers)

    def _on_reach(self, found: ClientReach) -> None:
        card, today = self._card, self._desk.local_now.date()
        if card is None:
            return
        country = card.address.country
        lines = (*own_lines(card), *further_lines(found.reaches, country, today))
        self.reach.show_lines(lines)
        self._show_addresses(card, found.addresses)

    def _show_addresses(self, card: ClientCard, further: tuple[FurtherAddress, ...]) -> None:
        self._addresses = further
        main = [
            "\n".join(address_lines(card.address)),
            card.address.floor if card.address.country == "DE" else "",
            area_words(card.area_name, card.area_code),
        ]
        known = [*main, *(_further_words(further, label) for label in AddressLabel)]
        self.contact.show_facts(known)
        self.contact.setVisible(any(known))
        self.no_contact.setVisible(not any(known) and not self.reach.lines)

    def _show_living(self, card: ClientCard) -> None:
        is_ordinary = card.letter_format == LetterFormat.ORDINARY
        self.living.show_facts(
            [
                living_words(card.lives_alone),
                _(SALUTATION_LABELS[Salutation(card.salutation)]),
                letter_language_words(card.letter_language),
                "" if is_ordinary else _(FORMAT_LABELS[LetterFormat(card.letter_format)]),
                _("Is needed") if card.needs_interpreter else "",
            ]
        )

    def _arrange(self) -> None:
        body = self._body = ScrollBody()
        body.body.setContentsMargins(0, spacing(12), 0, 0)
        body.body.setSpacing(spacing(12))
        self._cards: tuple[QWidget, ...] = (
            _card(_("Contact"), self.reach, self.contact, self.no_contact),
            self._about_card,
            *self.others,
            _card(_("In the office"), self.office, self.cpr),
            _card(_("Living and letters"), self.living),
        )
        for card in self._cards:
            body.add(card)
        for other in self.others:
            other.place_wanted.connect(self.place_wanted)
            other.said.connect(self.said)
        body.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)

    def _on_copied(self, value: str) -> None:
        self.said.emit(_("Copied: {value}").format(value=value), None)


def _further_words(addresses: tuple[FurtherAddress, ...], label: AddressLabel) -> str:
    blocks = []
    for further in addresses:
        if further.label == label:
            validity = validity_words(further.valid_from, further.valid_until)
            lines = (*address_lines(further.address), further.note, validity)
            blocks.append("\n".join(filter(None, lines)))
    return "\n\n".join(blocks)


def _card(title: str, *parts: QWidget) -> Card:
    card = Card(title)
    for part in parts:
        card.add(part)
    return card
