"""The fields of a claim; what is asked follows what was spent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.expenses.queries import lump_remarks, preview_amount
from app.expenses.rates import tariff_of
from app.expenses.rules import SPENT_LABELS, ExpenseDetails, Spent
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.expenses.words import money_words, options, remark_words
from ui.picking.client_picker import ClientPicker
from ui.widgets.decimal_field import DecimalField
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from uuid import UUID

    from app.expenses.queries import ExpenseToEdit
    from app.expenses.rules import Remark
    from ui.desk import Desk, Pending

_OF_WAYS = ("kilometres", "from_place", "to_place")
_NUMBERS = ("kilometres", "amount")


class ExpenseFields(PartsForm):
    """Of a way by car it says beforehand what it brings."""

    def __init__(self, desk: Desk, editing: ExpenseToEdit) -> None:
        """Show a claim; whose it is is asked only where nobody is chosen yet."""
        super().__init__()
        self._desk, self._country = desk, editing.country
        self._visit_id: UUID | None = None
        self._pending: Pending[Any] | None = None
        self._counted, self._counts_towards = 0, ""
        self.picker = ClientPicker(desk)
        self.add("visitor_id", _("Volunteer"), self.picker)
        self.begin_row()
        self.put("day", _("Day"), DateField())
        self.put("what", _("What it is for"), ChoiceField(options(SPENT_LABELS)))
        self.end_row()
        self.begin_row()
        self.put("kilometres", _("Kilometres, there and back"), DecimalField(1))
        currency = tariff_of(editing.country).currency
        self.put("amount", _("Amount ({currency})").format(currency=currency), DecimalField(2))
        self.end_row()
        self.put("allowance", _("Counts towards"), ChoiceField(self._allowances(editing)))
        self.begin_row()
        self.put("from_place", _("From"), TextField())
        self.put("to_place", _("To, with all stops"), TextField())
        self.end_row()
        hint = _("Without names of the people visited.")
        self.put("purpose", _("Purpose"), TextField(), hint=hint)
        self.put("has_receipt", "", CheckField(_("The receipt was seen")))
        self.told = quiet("")
        self.add_widget(self.told)
        self.fill(editing)
        self.inputs["what"].changed.connect(self._on_what_changed)
        for name in ("day", "kilometres", "amount", "allowance"):
            self.inputs[name].changed.connect(self._tell)
        self.picker.chosen.connect(self._on_chosen)

    def fill(self, editing: ExpenseToEdit) -> None:
        """Show a claim."""
        details = editing.details
        self._visit_id = details.visit_id
        if editing.expense_id is not None and details.what == Spent.LUMP:
            self._counted, self._counts_towards = details.amount or 0, details.allowance
        self.picker.set_record(details.visitor_id, editing.name)
        self.field("visitor_id").setVisible(not (details.visitor_id and editing.name))
        self.inputs["day"].set_value(details.day or self._desk.local_now.date())
        self.inputs["what"].set_value(str(details.what))
        self.inputs["kilometres"].set_parts(details.kilometres)
        is_way = details.what == Spent.KILOMETRES
        self.inputs["amount"].set_parts(None if is_way else details.amount)
        self.inputs["allowance"].restore_text(details.allowance)
        for name in ("from_place", "to_place", "purpose", "has_receipt"):
            self.inputs[name].set_value(getattr(details, name))
        self._on_what_changed()
        self.keep()

    def value(self) -> ExpenseDetails:
        """Answer what the fields say; what is not asked says nothing."""
        known = {
            name: field.parts() if name in _NUMBERS else field.value()
            for name, field in self.inputs.items()
            if not self.field(name).isHidden()
        }
        return ExpenseDetails(self.picker.value(), visit_id=self._visit_id, **known)

    def _allowances(self, editing: ExpenseToEdit) -> list[tuple[str, str]]:
        day = editing.details.day or self._desk.local_now.date()
        known = {one.code: one.title for one in tariff_of(editing.country).allowances_on(day)}
        return options(known, ("", _("Choose the allowance")))

    def _on_what_changed(self) -> None:
        what = self.inputs["what"].value()
        for name in _OF_WAYS:
            self.field(name).setVisible(what == Spent.KILOMETRES)
        self.field("amount").setVisible(what != Spent.KILOMETRES)
        self.field("allowance").setVisible(what == Spent.LUMP)
        self.field("has_receipt").setVisible(what in {Spent.FARE, Spent.OUTLAY})
        self._tell()

    def _on_chosen(self, _person: object) -> None:
        self._tell()

    def _tell(self) -> None:
        """Say what the way brings, or what a lump sum can cost."""
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        what = self.inputs["what"].value()
        lump = _(
            "A lump sum is paid without proof. It can cost the volunteer the card of the state."
        )
        self.told.setText(lump if what == Spent.LUMP and self._country == "DE" else "")
        details = self.value()
        if what == Spent.KILOMETRES and details.kilometres and details.day is not None:
            self._pending = self._desk.ask(preview_amount, details).then(self._on_reckoned)
        elif what == Spent.LUMP:
            replaces = self._counted if details.allowance == self._counts_towards else 0
            asked = self._desk.ask(lump_remarks, details, replaces)
            self._pending = asked.then(self._on_remarks)

    def _on_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Say before it is submitted how the lump sums of the year would stand."""
        self._pending = None
        currency = tariff_of(self._country).currency
        if remarks:
            words = (remark_words(remark.problem, currency) for remark in remarks)
            self.told.setText("\n".join(words))

    def _on_reckoned(self, cents: int | None) -> None:
        self._pending = None
        if cents is not None:
            amount = money_words(cents, tariff_of(self._country).currency)
            self.told.setText(_("That comes to {amount}.").format(amount=amount))
