"""Beside the list of assumptions: one assumption, or its form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.costs.actions import remove_cost_item, save_cost_item
from app.mobile_advice.costs.queries import cost_item
from app.mobile_advice.costs.rules import CostItemDetails, Item
from resources.text import _, ngettext, say
from ui.clients.fact_grid import FactGrid
from ui.mobile_advice.costs.item_form import ItemForm
from ui.mobile_advice.costs.words import amount_words, side_words, valid_words
from ui.style import spacing
from ui.views.card_panel import CardPanel, RecordCard
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class ItemCard(RecordCard):
    """Shows one assumption after another."""

    later_wanted = Signal(object)
    """An assumption of which another amount holds from a day on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.item: Item | None = None
        self._removed: Item | None = None
        self.header = PageHeader("")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.delete_button = quiet_button(_("Delete"), "bin")
        self.later_button = plain_button(_("Another amount from a day on"), "forward")
        self.facts = FactGrid(
            [_("Amount"), _("Side"), _("Spread"), _("Valid"), _("Where the amount comes from")]
        )
        card = Card(_("Assumption"))
        card.add(self.facts)
        line = FlowLayout(gap=spacing(8))
        line.addWidget(self.later_button)
        card.add(line)
        body = ScrollBody()
        body.add(card)
        body.end()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.header)
        inner.addWidget(body, 1)
        self.state = StateStack(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        for button in (self.edit_button, self.delete_button):
            self.header.add_action(button)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.later_button.clicked.connect(self._on_later_clicked)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is not None:
            self.state.show_loading()
            asked = self.desk.ask(cost_item, self.record_id)
            asked.then(self._on_item).if_unavailable(self._on_unavailable)

    def _on_item(self, item: Item | None) -> None:
        self.item = item
        if item is None:
            sentence = _("This assumption is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="document"))
            return
        months = item.spread_months
        spread = ngettext("over {count} month", "over {count} months", months) if months else ""
        self.header.set_title(item.title)
        self.facts.show_facts(
            [amount_words(item), side_words(item.side), spread, valid_words(item), item.source]
        )
        self.state.show_content()

    def _on_edit_clicked(self) -> None:
        if self.item is not None:
            self.edit_wanted.emit(self.item.id)

    def _on_later_clicked(self) -> None:
        if self.item is not None:
            self.later_wanted.emit(self.item)

    def _on_delete_clicked(self) -> None:
        if self.item is not None:
            self._removed = self.item
            act = self.desk.act(remove_cost_item, self.item.id, self.item.version)
            act.then(self._on_deleted).if_refused(self._on_refused)
            act.if_unavailable(self._on_unavailable)

    def _on_deleted(self, _item: UUID) -> None:
        undo = partial(self._bring_back, self._removed) if self._removed is not None else None
        self.said.emit(_("The assumption is deleted."), undo)
        self.refresh()

    def _bring_back(self, item: Item) -> None:
        details = CostItemDetails(
            item.title, item.side, item.kind, item.amount, item.spread_months or None,
            item.valid_from, item.valid_until, item.source,
        )  # fmt: skip
        act = self.desk.act(save_cost_item, item.id, 0, details, item.code)
        act.then(self._on_brought_back).if_refused(self._on_refused)

    def _on_brought_back(self, _item: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


class ItemPanel(CardPanel):
    """Records are assumptions."""

    card: ItemCard

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose an assumption, or add a new one."), icon="document")
        super().__init__(desk, ItemCard(desk), nothing)
        self.card.later_wanted.connect(self._on_later_wanted)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of an assumption, or of a new one."""
        if record_id is None:
            self.open_form(partial(ItemForm, self.desk, None), "title")
        else:
            self.wait(self.desk.ask(cost_item, record_id).then(self._on_ready))

    def record_of(self, form: ItemForm) -> UUID:
        """Answer the assumption that a form is about."""
        return form.item_id

    def saved_words(self, form: ItemForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved."""
        del form
        return _("The assumption is saved."), None

    def _on_ready(self, item: Item | None) -> None:
        if item is not None:
            self.open_form(partial(ItemForm, self.desk, item), "title")

    def _on_later_wanted(self, item: Item) -> None:
        self.open_form(partial(ItemForm, self.desk, item, is_later=True), "amount")
