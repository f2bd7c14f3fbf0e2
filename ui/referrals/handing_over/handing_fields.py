"""The fields of handing over: way, receiver, what is asked, which facts, on what basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.handing_over.queries import HandingDesk, handing_desk, told_facts
from app.referrals.handing_over.rules import Fact, Handing, HandingKind
from resources.text import _
from ui.institutions.institution_picker import InstitutionPicker
from ui.picking.client_picker import ClientPicker
from ui.referrals.handing_over.words import basis_words
from ui.widgets.card import Card
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import ChoiceField, DateField, SuggestField
from ui.widgets.form import Form
from ui.widgets.labels import Label, quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk

_RECEIVERS = ("to_institution_id", "to_member")


class HandingFields(Form):
    """Which receiver is asked for, and which basis is offered, follows the way."""

    def __init__(self, desk: Desk, known: HandingDesk | None) -> None:
        """Begin with a person, or with nobody chosen yet."""
        super().__init__()
        self._desk = desk
        self.known = known
        self.picker = ClientPicker(desk)
        self.kind: ChoiceField[str] = ChoiceField(
            [(one.value, _(one.label)) for one in HandingKind]
        )
        self.institution, self.colleague = InstitutionPicker(desk), SuggestField()
        self.reason = ShortTextField(4)
        self.facts = CodesField([(fact.value, _(fact.label)) for fact in Fact])
        self.basis: ChoiceField[str] = ChoiceField([("", _("Please choose"))])
        self.due = DateField()
        self.meaning, self.told = quiet(""), Label("").selectable()
        self._arrange()
        self.kind.set_value(HandingKind.REFER)
        self.picker.changed.connect(self._on_person_changed)
        self.kind.changed.connect(self._on_kind_changed)
        self.facts.changed.connect(self._show_told)
        self._fill()
        self.keep()

    @property
    def person_id(self) -> UUID | None:
        """Whom the matter is about."""
        return self.known.person_id if self.known is not None else self.picker.value()

    def value(self) -> Handing:
        """Answer what the fields say; of two receivers the one that is asked for."""
        leaves = HandingKind(self.kind.value()).leaves
        return Handing(
            kind=self.kind.value(),
            to_institution_id=self.institution.value() if leaves else None,
            to_member="" if leaves else self.colleague.value(),
            reason=self.reason.value(),
            facts=self.facts.value(),
            basis=self.basis.value(),
            due_on=self.due.value(),
        )

    def _arrange(self) -> None:
        if self.known is None:
            self.add("person_id", _("Person"), self.picker)
        self.add("kind", _("In which way"), self.kind)
        self.add_widget(self.meaning)
        self.add("to_institution_id", _("Institution"), self.institution)
        self.add("to_member", _("Colleague"), self.colleague)
        what = _("The receiver reads this. Write only what is needed for it.")
        self.add("reason", _("What is asked for"), self.reason, hint=what)
        ticked = _("Only what is ticked leaves your hands.")
        self.add("facts", _("What the receiver may know"), self.facts, hint=ticked)
        self.add("basis", _("Legal basis"), self.basis)
        self.add("due_on", _("Answer by"), self.due, optional=True)
        card = Card(_("What the receiver will see"))
        card.add(self.told)
        self.add_widget(card)

    def _on_person_changed(self) -> None:
        person = self.picker.value()
        if person is None:
            return
        self._desk.ask(handing_desk, person, self._desk.local_now.date()).then(self._on_known)

    def _on_known(self, known: HandingDesk | None) -> None:
        if known is not None and known.person_id == self.picker.value():
            self.known = known
            self._fill()

    def _fill(self) -> None:
        """Offer what is known of the person, and what the country's law offers."""
        known = self.known
        if known is not None:
            self.colleague.set_suggestions(list(known.colleagues))
            if self.due.value() is None:
                self.due.set_value(known.due_on)
            chosen = self.facts.value() or (Fact.NAME.value,)
            offered = [(one, _(Fact(one).label)) for one in known.facts]
            if offered:
                self.facts.offer(offered)
                self.facts.set_value(chosen)
        self._on_kind_changed()

    def _on_kind_changed(self) -> None:
        kind = HandingKind(self.kind.value())
        self.meaning.setText(_(kind.hint))
        self.field("to_institution_id").setVisible(kind.leaves)
        self.field("to_member").setVisible(not kind.leaves)
        chosen = self.basis.value()
        offered = self.known.bases[kind] if self.known is not None else ()
        options = [(basis.code, basis_words(basis.code, basis.law)) for basis in offered]
        self.basis.set_options([("", _("Please choose")), *options])
        if chosen in {code for code, _words in options}:
            self.basis.set_value(chosen)
        self._show_told()

    def _show_told(self) -> None:
        text = told_facts(self.known, self.facts.value()) if self.known is not None else ""
        self.told.setText(text or _("Nothing about the person."))
