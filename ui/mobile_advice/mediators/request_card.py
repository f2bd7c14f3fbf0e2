"""One request for a mediator: what is needed, who comes, how far it has come, the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.clients.queries import home_country
from app.errors import Unavailable
from app.mobile_advice.mediators.letters import RequestPaper, request_paper
from app.mobile_advice.mediators.queries import RequestRow, request_row
from app.mobile_advice.mediators.rules import RequestState
from resources.text import _, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.letters.letter_mail import mail_file, open_mail
from ui.mobile_advice.mediators.request_deeds import RequestDeeds
from ui.mobile_advice.mediators.words import (
    funding_words,
    language_words,
    state_tone,
    state_words,
    way_words,
    when_words,
    who_words,
    wish_words,
)
from ui.printing import ask_where_to_save, write_file
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from pathlib import Path

    from app.errors import Refused
    from ui.desk import Desk, Pending

_TO = {
    "confirm": RequestState.CONFIRMED,
    "decline": RequestState.DECLINED,
    "no_show": RequestState.NO_SHOW,
    "again": RequestState.REQUESTED,
    "cancel": RequestState.CANCELLED,
}


class RequestCard(RecordCard):
    """Shows one request after another."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        super().__init__(desk)
        self.row: RequestRow | None = None
        self._country = "DE"
        self._pending: Pending[RequestRow | None] | None = None
        self._wants_mail = False
        self.deeds = RequestDeeds(desk, self)
        self.header = PageHeader("")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.person_button = quiet_button(_("Show person"), "person")
        self.status = StatusLabel("")
        self.buttons: dict[str, QPushButton] = {
            "confirm": primary_button(_("Confirm"), "check"),
            "settle": primary_button(_("Took place"), "done"),
            "decline": plain_button(_("Declined"), "close"),
            "no_show": plain_button(_("Nobody came"), "close"),
            "again": plain_button(_("Ask again"), "undo"),
            "cancel": plain_button(_("Cancel request"), "cancelled"),
        }
        self.mail_button = plain_button(_("Mail to the pool"), "mail")
        self.paper_button = plain_button(_("Letter as PDF"), "letters")
        self.facts = FactGrid(
            [_("When"), _("Language"), _("Wish"), _("What the talk is about"), _("How"),
             _("Who comes"), _("Telephone"), _("Sworn"), _("Who asks"), _("Who pays"),
             _("For whom"), _("Requested"), _("Pool asked on"), _("Reason"), _("Kilometres"),
             _("Fee"), _("Note")]
        )  # fmt: skip
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()
        desk.ask(home_country).then(self._on_country)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self.desk.ask(request_row, self.record_id)
        self._pending.then(self._on_row).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        self.header.add_action(self.person_button)
        self.header.add_action(self.edit_button)
        buttons = FlowLayout(gap=spacing(8))
        for button in (*self.buttons.values(), self.mail_button, self.paper_button):
            buttons.addWidget(button)
        talk = Card(_("Talk"))
        talk.add(self.facts)
        body = ScrollBody()
        body.add(talk)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.header)
        inner.addWidget(self.status)
        inner.addLayout(buttons)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.person_button.clicked.connect(self._on_person_clicked)
        for deed, button in self.buttons.items():
            button.setProperty("deed", deed)
            button.clicked.connect(self._on_deed_clicked)
        self.mail_button.clicked.connect(self._on_mail_clicked)
        self.paper_button.clicked.connect(self._on_paper_clicked)
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self.refresh)
        self.state.retried.connect(self.refresh)

    def _on_country(self, country: str) -> None:
        self._country = country

    def _on_row(self, row: RequestRow | None) -> None:
        self._pending = None
        self.row = row
        if row is None:
            sentence = _("This request is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="language"))
            return
        self.header.set_title(language_words(row))
        self.header.set_subtitle(when_words(row))
        self.status.set_status(state_words(row), state_tone(row))
        self._show_buttons(row)
        self.facts.show_facts(_facts(row))
        self.state.show_content()

    def _show_buttons(self, row: RequestRow) -> None:
        state, is_over = RequestState(row.state), row.day <= self.desk.local_now.date()
        is_confirmed = state is RequestState.CONFIRMED
        is_asked = state is RequestState.REQUESTED
        shown = {
            "confirm": is_asked and bool(row.who),
            "settle": is_confirmed and is_over,
            "decline": is_asked or is_confirmed,
            "no_show": is_confirmed and is_over,
            "again": state is RequestState.DECLINED,
            "cancel": is_asked or is_confirmed,
        }
        for deed, button in self.buttons.items():
            button.setVisible(shown[deed])
        for button in (self.mail_button, self.paper_button):
            button.setVisible(row.pool_id is not None and is_asked)
        self.edit_button.setVisible(row.is_open or state is RequestState.DECLINED)
        self.person_button.setVisible(row.person_id is not None)

    def _on_edit_clicked(self) -> None:
        if self.row is not None:
            self.edit_wanted.emit(self.row.id)

    def _on_person_clicked(self) -> None:
        if self.row is not None and self.row.person_id is not None:
            self.place_wanted.emit(Place("clients", self.row.person_id))

    def _on_deed_clicked(self) -> None:
        if self.row is None:
            return
        deed = str(self.sender().property("deed"))
        if deed == "settle":
            self.deeds.settle(self.row, self._country)
        else:
            self.deeds.answer(self.row, _TO[deed])

    def _on_mail_clicked(self) -> None:
        self._ask_paper(wants_mail=True)

    def _on_paper_clicked(self) -> None:
        self._ask_paper(wants_mail=False)

    def _ask_paper(self, *, wants_mail: bool) -> None:
        if self.row is not None:
            self._wants_mail = wants_mail
            asked = self.desk.ask(request_paper, self.row.id, self.desk.local_now.date())
            asked.then(self._on_paper).if_refused(self._on_refused)
            asked.if_unavailable(self._on_trouble)

    def _on_paper(self, paper: RequestPaper) -> None:
        if self._wants_mail:
            name = _("Request") + ".pdf"
            writing = self.desk.run(
                mail_file, paper.to, paper.subject, paper.words, paper.pdf, name
            )
            writing.then(self._on_mail_written).if_unavailable(self._on_trouble)
            return
        file = ask_where_to_save(self, _("Request") + ".pdf")
        if file is not None:
            saving = self.desk.run(write_file, file, paper.pdf).then(self._on_saved)
            saving.if_unavailable(self._on_trouble)

    def _on_mail_written(self, file: Path) -> None:
        try:
            open_mail(file)
        except Unavailable as trouble:
            self._on_trouble(trouble)
            return
        self._on_saved(None)

    def _on_saved(self, _file: object) -> None:
        if self.row is not None:
            self.deeds.note_asked(self.row)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_trouble(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(row: RequestRow) -> list[str]:
    requested = row.requested_on.astimezone().date()
    money = ""
    if row.fee is not None:
        money = f"{formats.show_number(row.fee / 100, 2)} {row.currency}"
    kilometres = row.kilometres
    return [
        when_words(row),
        language_words(row),
        wish_words(row),
        row.subject,
        way_words(row),
        who_words(row),
        row.mediator_phone or row.pool_phone or "",
        _("Needed") if row.sworn_needed else "",
        row.requester,
        funding_words(row),
        row.person,
        f"{formats.show_day(requested)}, {row.requested_by}",
        formats.show_day(row.asked_on) if row.asked_on is not None else "",
        row.reason,
        formats.show_number(kilometres / 10, 1) if kilometres is not None else "",
        money,
        row.note,
    ]
