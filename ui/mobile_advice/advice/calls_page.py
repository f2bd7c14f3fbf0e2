"""The phone line: who is to be called back on the left, the chosen call on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.mobile_advice.advice.calling import take_call_back
from app.mobile_advice.advice.queries import CallList, call_card, call_to_edit
from resources.text import _, say
from ui.exchange.exports import Exports
from ui.mobile_advice.advice.call_card import CallCardView
from ui.mobile_advice.advice.call_form import CallForm, StepForm
from ui.mobile_advice.advice.call_list import CallListView
from ui.views.card_panel import CardPanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.export_offer import ExportOffer, given_rows, no_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused
    from app.mobile_advice.advice.rows import CallRow, CallToEdit
    from ui.desk import Desk
    from ui.widgets.page import Place


class CallPanel(CardPanel):
    """Records are calls."""

    card: CallCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a call, or note a new one."), icon="phone")
        super().__init__(desk, CallCardView(desk), nothing)
        self.card.step_wanted.connect(self._on_step_wanted)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a call, or of a new one."""
        self.wait(self.desk.ask(call_to_edit, record_id).then(self._on_ready))

    def add_for(self, person_id: UUID) -> None:
        """Open the form of a new call to a person."""
        self.wait(self.desk.ask(call_to_edit, None, person_id).then(self._on_ready))

    def take_step(self, call_id: UUID) -> None:
        """Open the form of what came of a call."""
        self.wait(self.desk.ask(call_card, call_id).then(self._on_step_wanted))

    def record_of(self, form: CallForm | StepForm) -> UUID:
        """Answer the call that a form is about."""
        return form.call_id

    def saved_words(self, form: CallForm | StepForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; a new call can be taken back."""
        if isinstance(form, CallForm) and form.is_new:
            return _("The call is noted."), partial(self._take_back, form.call_id)
        return _("The call is saved."), None

    def _take_back(self, call_id: UUID) -> None:
        pending = self.desk.act(take_call_back, call_id)
        pending.then(self._on_taken_back).if_refused(self._on_refused)

    def _on_taken_back(self, _call: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_ready(self, editing: CallToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This call is no longer in the office."), None)
            return
        first = "wish" if editing.name else "caller"
        self.open_form(partial(CallForm, self.desk, editing), first)

    def _on_step_wanted(self, call: CallRow | None) -> None:
        if call is not None:
            self.open_form(partial(StepForm, self.desk, call), "result")


class CallsPage(CardPage):
    """Ctrl+N notes a call."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "clients", "codes"})
    list: CallListView
    panel: CallPanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = CallListView(desk)
        self.panel = CallPanel(desk)
        self.exports = Exports(self)
        self.export_button = export_button()
        self.add_button = add_button(_("Note a call"), _("Note whom to call back (Ctrl+N)"))
        self.export_button.clicked.connect(self._on_export_wanted)
        self.add_button.clicked.connect(self.on_add_wanted)
        self.build(_("Phone line"), self.export_button, self.add_button, search=self.list.search)

    def show_place(self, place: Place) -> None:
        """Show a call or "calls", or begin "new_call" or "edit_call"."""
        self.refresh()
        if place.doing == "calls":
            self.split.show_list()
            self.list.table.setFocus()
        elif place.doing == "new_call" and place.record is not None:
            self.panel.add_for(place.record)
            self.split.show_detail()
        elif place.doing == "new_call":
            self.on_add_wanted()
        elif place.record is not None:
            self.list.show_list(CallList.OPEN)
            self.show_record(place.record)
            if place.doing == "edit_call":
                self.panel.edit(place.record)
            elif place.doing == "call_step":
                self.panel.take_step(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the card."""
        self.panel.card.reached_button.setFocus()

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[CallRow, ...]) -> None:
        columns = self.list.columns
        offer: ExportOffer[CallRow] = ExportOffer(
            list_name="callbacks",
            title=_("Calls"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(self.list.views.view.columns),
            fetch=given_rows(rows),
            person_of=_person_id,
            is_protected=no_address,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)


def _person_id(row: CallRow) -> UUID | None:
    return row.person_id
