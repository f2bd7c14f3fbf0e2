"""Changing the steps that follow when nobody opens or somebody gives no sign of life."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from app.escalation.actions import CHAIN_FORM, reset_chain, save_chain
from app.escalation.chains import chain_here
from app.escalation.rules import CAUSE_LABELS, Cause, Chain, ChainStep
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.escalation.chain_row import steps_field
from ui.widgets.buttons import plain_button
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending


class ChainFields(Form):
    """The steps in their order; whoever numbers them anew moves them."""

    def __init__(self, chain: Chain) -> None:
        """Show the steps that hold."""
        super().__init__()
        causes = [(cause, _(words)) for cause, words in CAUSE_LABELS.items()]
        self.cause: ChoiceField[Cause] = ChoiceField(causes)
        self.cause.set_value(Cause(chain.code))
        self.steps = steps_field()
        self.delivered_button = plain_button(_("Take the delivered steps again"), "undo")
        self.delivered_button.setVisible(chain.is_own)
        self.add("cause", _("When this happens"), self.cause)
        whose = _("Your office wrote these steps.") if chain.is_own else _source(chain)
        self.add_widget(quiet(whose))
        self.add("steps", _("Steps"), self.steps)
        self.add_widget(self.delivered_button)
        self.fill(chain)

    def value(self) -> tuple[ChainStep, ...]:
        """Answer the steps in the order of the rows."""
        return tuple(step for _place, step in self.steps.value())

    def put_in_order(self) -> None:
        """Put the rows into the order of their numbers, and count them anew."""
        rows = sorted(self.steps.value(), key=_place_of)
        self.steps.set_value(tuple((place, step) for place, (_old, step) in enumerate(rows, 1)))

    def fill(self, chain: Chain) -> None:
        """Show the steps of a chain."""
        self.steps.set_value(tuple(enumerate(chain.steps, 1)))
        self.keep()


class ChainForm(KeptForm):
    """Ctrl+S saves; concerns that run follow the new steps at once."""

    cause_wanted = Signal(object)
    """Another `Cause` whose steps are to be changed."""

    fields: ChainFields

    def __init__(self, desk: Desk, chain: Chain, parent: QWidget | None = None) -> None:
        """Change the steps of a chain as they hold."""
        super().__init__(desk, parent)
        self.cause = Cause(chain.code)
        name = _(CAUSE_LABELS[self.cause])
        fields = ChainFields(chain)
        self.arrange(
            fields, _("Steps of a concern"), _("Save steps"), CHAIN_FORM, self.cause.value, name
        )
        fields.cause.changed.connect(self._on_cause_changed)
        fields.delivered_button.clicked.connect(self._on_delivered_wanted)

    def send(self) -> Pending[None]:
        """Have the steps saved; problems then stand beside the rows as they are numbered."""
        self.fields.put_in_order()
        return self.desk.act(save_chain, self.cause, self.fields.value())

    def ask_newer(self) -> Pending[Chain]:
        """Ask for the steps as others left them."""
        return self.desk.ask(chain_here, self.cause, self.desk.local_now.date())

    def take(self, newer: Chain) -> None:
        """Show the steps as others left them."""
        self.fields.fill(newer)

    def _on_cause_changed(self) -> None:
        wanted = self.fields.cause.value()
        if wanted is not self.cause:
            self.cause_wanted.emit(wanted)

    def _on_delivered_wanted(self) -> None:
        pending: Pending[Any] = self.desk.act(reset_chain, self.cause)
        pending.then(self._on_saved).if_refused(self._on_refused)


def _source(chain: Chain) -> str:
    return _("Delivered with the program. Source: {source}").format(source=chain.source)


def _place_of(row: tuple[int, ChainStep]) -> int:
    return row[0]
