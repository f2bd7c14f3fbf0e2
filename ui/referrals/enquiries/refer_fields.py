"""The fields by which a matter is referred from an enquiry: to whom, what of it, on what basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.referrals.handing_over.queries import told_facts
from app.referrals.handing_over.rules import Fact, HandingKind
from resources.text import _
from ui.institutions.institution_picker import InstitutionPicker
from ui.referrals.handing_over.words import basis_words
from ui.widgets.card import Card
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.labels import Label
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.referrals.handing_over.queries import HandingDesk
    from ui.desk import Desk
    from ui.widgets.form import Form


class ReferFields:
    """Adds its fields to a form, and shows what the receiver will see."""

    def __init__(self, form: Form, desk: Desk) -> None:
        """Add the fields; bases and facts are offered once the person is known."""
        self._form = form
        self._known: HandingDesk | None = None
        self.institution, self.reason = InstitutionPicker(desk), ShortTextField(3)
        self.facts = CodesField([(fact.value, _(fact.label)) for fact in Fact])
        self.basis: ChoiceField[str] = ChoiceField([("", _("Please choose"))])
        self.due_on = DateField()
        self._told, self._seen = Label("").selectable(), Card(_("What the receiver will see"))
        form.add("institution_id", _("Institution"), self.institution)
        what = _("The receiver reads this. Write only what is needed for it.")
        form.add("reason", _("What is asked for"), self.reason, hint=what)
        ticked = _("Only what is ticked leaves your hands.")
        form.add("facts", _("What the receiver may know"), self.facts, hint=ticked)
        form.add("basis", _("Legal basis"), self.basis)
        form.add("due_on", _("Answer by"), self.due_on, optional=True)
        self._seen.add(self._told)
        form.add_widget(self._seen)
        self.facts.changed.connect(self._show_told)

    def inputs(self) -> Mapping[str, Any]:
        """Answer the fields by the names of `FollowUp`."""
        return {
            "institution_id": self.institution,
            "reason": self.reason,
            "facts": self.facts,
            "basis": self.basis,
            "due_on": self.due_on,
        }

    def show(self, *, on: bool) -> None:
        """Show the fields, or take them away."""
        for name in self.inputs():
            self._form.field(name).setVisible(on)
        self._seen.setVisible(on)
        if on and not self.reason.value():
            self.reason.set_value(_("Please get in touch, and see what help is needed."))

    def fill(self, known: HandingDesk | None) -> None:
        """Offer what is known of the person, and the bases on which data may leave."""
        self._known = known
        if known is None:
            return
        chosen = self.facts.value() or (Fact.NAME.value,)
        offered = [(one, _(Fact(one).label)) for one in known.facts]
        if offered:
            self.facts.offer(offered)
            self.facts.set_value(chosen)
        basis = self.basis.value()
        bases = known.bases[HandingKind.REFER]
        options = [(one.code, basis_words(one.code, one.law)) for one in bases]
        self.basis.set_options([("", _("Please choose")), *options])
        if basis in {code for code, _words in options}:
            self.basis.set_value(basis)
        if self.due_on.value() is None:
            self.due_on.set_value(known.due_on)
        self._show_told()

    def _show_told(self) -> None:
        text = told_facts(self._known, self.facts.value()) if self._known is not None else ""
        self._told.setText(text or _("Nothing about the person."))
