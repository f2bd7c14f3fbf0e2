"""Checking the chain of audit lines, comparing it with paper, and printing its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.audit.actions import ChainFacts, chain_paper, chain_text, check_audit
from app.audit.rules import short_end
from app.errors import Unavailable
from resources.text import _, language, ngettext, say
from ui import formats
from ui.printing import Printed, Saved, ask_where_to_save, print_pages, write_file
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.fields import TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import quiet, text
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.errors import Refused
    from app.office import Act
    from ui.desk import Desk

_WIDTH = 760


class ChainView(QWidget):
    """One card: what the chain is, the check, and what it found."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin unchecked."""
        super().__init__(parent)
        self._desk = desk
        self._facts: ChainFacts | None = None
        self.end = TextField()
        self.form = Form()
        self.check_button = primary_button(_("Check the chain"), "done")
        self.print_button = plain_button(_("Print the end"), "print")
        self.paper_button = plain_button(_("Save the end as PDF"), "document")
        self.text_button = plain_button(_("Save the end as text"), "note")
        self._then: Callable[[bytes], None] = self._save
        self.state = StatusLabel(_("Not checked yet."), "plain").wrapped()
        self.found = quiet("").selectable()
        self._body = ScrollBody(most_width=_WIDTH)
        self._body.add(self._card())
        self._body.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing(12), 0, 0)
        column.addWidget(self._body)
        self.check_button.clicked.connect(self.check)
        self.print_button.clicked.connect(self._on_print)
        self.paper_button.clicked.connect(self._on_paper)
        self.text_button.clicked.connect(self._on_text)
        self._let_out(on=False)

    def check(self) -> None:
        """Walk along the chain now."""
        if not self.form.check():
            return
        self.check_button.setEnabled(False)
        pending = self._desk.act(check_audit, self.end.value())
        pending.then(self.show_facts).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def show_facts(self, facts: ChainFacts) -> None:
        """Show what a check found."""
        self._facts = facts
        self.check_button.setEnabled(True)
        self._let_out(on=True)
        self.form.clear_problems()
        self.state.set_status(_verdict(facts), "done" if facts.is_whole else "danger")
        self.found.setText("\n".join(_details(facts)))

    def _card(self) -> Card:
        card = Card(_("The chain of audit lines"))
        card.add(
            text(
                _(
                    "Each line covers the one before with a check number. Whoever changes, removes "
                    "or inserts a line breaks the chain, and the check names the place."
                )
            )
        )
        card.add(self.state)
        card.add(self.found)
        hint = _("From an older paper; 16 characters are enough. Says whether it is still there.")
        self.form.add("end", _("Compare with an end on paper"), self.end, hint=hint, optional=True)
        card.add(self.form)
        row = FlowLayout(gap=spacing(8))
        for button in (
            self.check_button, self.print_button, self.paper_button, self.text_button,
        ):  # fmt: skip
            row.addWidget(button)
        card.add(row)
        card.add(
            quiet(
                _(
                    "Print the end from time to time, sign it and keep it away from the computer: "
                    "then nobody can make the whole chain anew without being noticed."
                )
            )
        )
        return card

    def _let_out(self, *, on: bool) -> None:
        for button in (self.print_button, self.paper_button, self.text_button):
            button.setEnabled(on)

    def _on_print(self) -> None:
        self._make(chain_paper, self._print)

    def _on_paper(self) -> None:
        self._make(chain_paper, self._save)

    def _make(
        self, made: Callable[[Act, ChainFacts, str], bytes], then: Callable[[bytes], None]
    ) -> None:
        self._then = then
        if self._facts is not None:
            pending = self._desk.act(made, self._facts, language())
            pending.then(self._on_made).if_refused(self._on_refused)
            pending.if_unavailable(self._on_unavailable)

    def _on_made(self, pdf: bytes) -> None:
        self._then(pdf)

    def _print(self, pdf: bytes) -> None:
        try:
            printed = print_pages(self, pdf, self._name())
        except Unavailable as trouble:
            self._on_unavailable(trouble)
            return
        if printed is Printed.NO_PRINTER:
            self.said.emit(_("No printer is set up on this computer. Save the end instead."), None)
        elif printed is Printed.SENT:
            self.said.emit(_("The end of the chain is on its way to the printer."), None)

    def _save(self, pdf: bytes) -> None:
        self._write(pdf, Saved.PDF)

    def _on_text(self) -> None:
        self._make(chain_text, self._save_text)

    def _save_text(self, content: bytes) -> None:
        self._write(content, Saved.TEXT)

    def _write(self, content: bytes, kind: Saved) -> None:
        file = ask_where_to_save(self, f"{self._name()}{kind}", kind)
        if file is not None:
            pending = self._desk.run(write_file, file, content).then(self._on_written)
            pending.if_unavailable(self._on_unavailable)

    def _name(self) -> str:
        name = _("End of the audit chain")
        return f"{name} {self._desk.local_now:%Y-%m-%d}"

    def _on_written(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)

    def _on_refused(self, refused: Refused) -> None:
        self.check_button.setEnabled(True)
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.check_button.setEnabled(True)
        self.state.set_status(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), "danger")


def _verdict(facts: ChainFacts) -> str:
    if facts.broken is not None:
        words = _("The chain is broken at number {number}: something was changed or removed.")
        return words.format(number=formats.show_number(facts.broken))
    if facts.unsealed:
        return ngettext(
            "{count} line stands outside the chain: it was not added by Nahbar.",
            "{count} lines stand outside the chain: they were not added by Nahbar.",
            facts.unsealed,
        )
    if facts.met == 0:
        return _("The chain never had the end on your paper: it was made anew or cut off.")
    return _("The chain is whole: nothing was changed, removed or added.")


def _details(facts: ChainFacts) -> list[str]:
    at = _("Checked on {moment}.").format(moment=formats.show_datetime(facts.at))
    count = (
        ngettext("{count} seal fits.", "{count} seals fit.", facts.lines)
        if facts.is_on_server
        else ngettext("{count} line fits.", "{count} lines fit.", facts.lines)
    )
    found = [f"{at} {count}"]
    if facts.end_hash:
        found.append(_("End of the chain: {end}").format(end=short_end(facts.end_hash)))
    if facts.met and facts.met_at:
        words = (
            _("The end on your paper is seal {number} of {moment}.")
            if facts.is_on_server
            else _("The end on your paper is line {number} of {moment}.")
        )
        moment = formats.show_datetime(facts.met_at.astimezone())
        found.append(words.format(number=formats.show_number(facts.met), moment=moment))
    return found
