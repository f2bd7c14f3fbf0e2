"""One person and preventive visits: what is to be done, what was, risks and exemptions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.preventive.queries import preventive_file
from app.preventive.rule_sets import exemption_law
from app.preventive.rules import EXEMPTION_LABELS, RISK_LABELS, OfferState, SpanDetails
from app.preventive.settling import remove_exemption, remove_risk, save_exemption, save_risk
from resources.text import _, say
from ui import formats
from ui.preventive.open_card import OpenCard
from ui.preventive.spans_card import SpansCard
from ui.preventive.words import offer_words, rule_title, state_tone, state_words
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.preventive.queries import OfferRow, PreventiveFile, SpanRow
    from ui.desk import Desk

_SETTLED = frozenset({OfferState.VISITED, OfferState.DECLINED, OfferState.EXEMPT})


class PreventiveCard(RecordCard):
    """Records are people."""

    answer_wanted = Signal(object, object)
    """An `OpenVisit` and an `OfferState`."""
    span_wanted = Signal(object, bool)
    """A `SpanRow` or None for a new one, and whether it is an exemption."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, names_person: bool = True
    ) -> None:
        """Begin with nobody; on the person's own card the name is not said again."""
        super().__init__(desk, parent)
        self.file: PreventiveFile | None = None
        self._removal: tuple[str, Callable[[], None] | None] = ("", None)
        self.header = PageHeader("")
        self.header.setVisible(names_person)
        self.person_button = quiet_button(_("Show person"), "person")
        self.person_button.clicked.connect(self._on_person_clicked)
        self.header.add_action(self.person_button)
        self.open_visits = OpenCard()
        self.history = Card(_("What was"))
        self._timeline = Timeline()
        self.history.add(self._timeline)
        self.risks = SpansCard(_("Risks"), _("Add risk"), RISK_LABELS, _("No risk is known."))
        self.exemptions = SpansCard(
            _("Exemptions"), _("Add exemption"), EXEMPTION_LABELS, _("Visits are offered.")
        )
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (self.open_visits, self.history, self.risks, self.exemptions):
            body.add(card)
        body.end()
        self.state = StateStack(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        self.state.show_loading()
        asked = self.desk.ask(preventive_file, self.record_id, self._today())
        asked.then(self._on_file).if_unavailable(self._on_unavailable)

    def show_file(self, file: PreventiveFile) -> None:
        """Show what is known of somebody."""
        self.file, today = file, self._today()
        self.header.set_title(file.name)
        until = today.replace(month=12, day=31)
        self.open_visits.show_visits(file.open_visits(until), today)
        settled = [offer for offer in file.offers if offer.state in _SETTLED]
        self._timeline.set_entries([_entry(file, offer) for offer in settled])
        self.history.setVisible(bool(settled))
        self.risks.show_spans(file.risks)
        country = file.rules[0].country if file.rules else ""
        codes = {row.code for row in file.exemptions}
        laws = (exemption_law(country, code) for code in sorted(codes)) if country else ()
        self.exemptions.show_spans(file.exemptions, " ".join(_(law) for law in laws if law))
        self.state.show_content()

    def _connect(self) -> None:
        self.open_visits.answer_wanted.connect(self.answer_wanted)
        self.open_visits.place_wanted.connect(self.place_wanted)
        self.risks.acted.connect(self._on_risk_wanted)
        self.risks.change_wanted.connect(self._on_risk_change)
        self.risks.remove_wanted.connect(self._on_risk_removed)
        self.exemptions.acted.connect(self._on_exemption_wanted)
        self.exemptions.change_wanted.connect(self._on_exemption_change)
        self.exemptions.remove_wanted.connect(self._on_exemption_removed)
        self.state.retried.connect(self.refresh)

    def _on_file(self, file: PreventiveFile | None) -> None:
        if file is not None and file.person_id == self.record_id:
            self.show_file(file)

    def _on_person_clicked(self) -> None:
        self.place_wanted.emit(Place("clients", self.record_id))

    def _on_risk_wanted(self) -> None:
        self.span_wanted.emit(None, False)  # noqa: FBT003 - a signal has no names

    def _on_risk_change(self, row: SpanRow) -> None:
        self.span_wanted.emit(row, False)  # noqa: FBT003 - a signal has no names

    def _on_exemption_wanted(self) -> None:
        self.span_wanted.emit(None, True)  # noqa: FBT003 - a signal has no names

    def _on_exemption_change(self, row: SpanRow) -> None:
        self.span_wanted.emit(row, True)  # noqa: FBT003 - a signal has no names

    def _on_risk_removed(self, row: SpanRow) -> None:
        self._remove(row, is_exemption=False)

    def _on_exemption_removed(self, row: SpanRow) -> None:
        self._remove(row, is_exemption=True)

    def _remove(self, row: SpanRow, *, is_exemption: bool) -> None:
        if self.record_id is None:
            return
        remove = remove_exemption if is_exemption else remove_risk
        undo = partial(self._bring_back, row, self.record_id, is_exemption=is_exemption)
        words = _("The exemption is removed.") if is_exemption else _("The risk is removed.")
        self._removal = (words, undo)
        act = self.desk.act(remove, row.id)
        act.then(self._on_removed).if_refused(self._on_refused)

    def _bring_back(self, row: SpanRow, person_id: UUID, *, is_exemption: bool) -> None:
        save = save_exemption if is_exemption else save_risk
        span = SpanDetails(row.code, row.since, row.until, row.note)
        self.desk.act(save, row.id, 0, person_id, span).then(self._on_changed)

    def _on_removed(self, _person: UUID) -> None:
        self.said.emit(*self._removal)
        self.refresh()

    def _on_changed(self, _person: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _today(self) -> date:
        return self.desk.local_now.date()


def _entry(file: PreventiveFile, offer: OfferRow) -> TimelineEntry:
    tone = state_tone(offer.state)
    return TimelineEntry(
        formats.show_day(offer.due_on),
        f"{state_words(offer.state)} · {rule_title(file.rule(offer.rule_code), offer.rule_code)}",
        offer_words(offer),
        tone="" if tone == "plain" else tone,
    )
