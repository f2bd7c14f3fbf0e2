"""What was answered to an enquiry, word by word, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Unavailable
from app.referrals.answers.carried import answer_texts
from app.referrals.answers.paper import answer_mail
from app.referrals.answers.queries import answer_pages, answers_of
from app.referrals.answers.rules import AnswerChannel, DisclosureClass
from resources.text import _, say
from ui import formats
from ui.letters.letter_exits import LetterExits
from ui.letters.letter_mail import mail_kept, open_mail
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet, small, strong

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from app.referrals.answers.queries import AnswerPages, AnswerRow
    from ui.desk import Desk


class AnswersCard(QWidget):
    """Shows one enquiry after another; the form is opened by whoever shows the card."""

    said = Signal(str, object)
    answer_wanted = Signal(object)
    """The id of the enquiry."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.desk = desk
        self.enquiry_id: UUID | None = None
        self.rows: tuple[AnswerRow, ...] = ()
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self._on_said)
        self.card = Card(_("Answers to the reporter"), _("Answer enquiry"), icon="mail")
        self.card.acted.connect(self._on_answer_wanted)
        self._doing = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)

    def show_enquiry(self, enquiry_id: UUID) -> None:
        """Show what was answered to an enquiry."""
        self.enquiry_id = enquiry_id
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.enquiry_id is not None:
            self.desk.ask(answers_of, self.enquiry_id).then(self._on_rows)

    def _on_rows(self, rows: tuple[AnswerRow, ...]) -> None:
        self.rows = rows
        self.card.clear()
        for row in rows:
            self.card.add(self._line(row))
        if not rows:
            words = _("Nobody has answered yet. An enquiry is closed only when it was answered.")
            self.card.add(quiet(words))

    def _line(self, row: AnswerRow) -> QWidget:
        part = QWidget()
        lines = QVBoxLayout(part)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(spacing(4))
        told = _(DisclosureClass(row.disclosure_class).label)
        way = _(AnswerChannel(row.channel).label)
        lines.addWidget(strong(f"{told} · {way}"))
        when = formats.show_datetime(row.at.astimezone())
        lines.addWidget(small(" · ".join(filter(None, (when, row.who, row.recipient)))))
        lines.addWidget(Label(row.shown_text).selectable())
        tools = FlowLayout(gap=spacing(4))
        for button in self._buttons(row):
            tools.addWidget(button)
        lines.addLayout(tools)
        return part

    def _buttons(self, row: AnswerRow) -> list[QPushButton]:
        copy = quiet_button(_("Copy text"), "copy")
        copy.clicked.connect(partial(self._on_copy_clicked, row))
        buttons = [copy]
        if row.channel == AnswerChannel.MAIL:
            mail = quiet_button(_("Open in mail program"), "mail")
            mail.clicked.connect(partial(self._on_mail_clicked, row))
            buttons.append(mail)
        if row.has_pages:
            for words, icon, doing in (
                (_("Print letter"), "print", "print"),
                (_("Save as PDF"), "download", "save"),
            ):
                button = quiet_button(words, icon)
                button.clicked.connect(partial(self._on_pages_wanted, row, doing))
                buttons.append(button)
        return buttons

    def _on_answer_wanted(self) -> None:
        if self.enquiry_id is not None:
            self.answer_wanted.emit(self.enquiry_id)

    def _on_copy_clicked(self, row: AnswerRow) -> None:
        QGuiApplication.clipboard().setText(row.shown_text)
        self.said.emit(_("The text is copied."), None)

    def _on_mail_clicked(self, row: AnswerRow) -> None:
        subject = answer_texts(row.language).subject
        mail = answer_mail("", subject, row.shown_text)
        self.desk.run(mail_kept, mail, subject).then(self._on_mail_written)

    def _on_mail_written(self, file: Path) -> None:
        try:
            open_mail(file)
        except Unavailable as trouble:
            self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_pages_wanted(self, row: AnswerRow, doing: str) -> None:
        self._doing = doing
        self.desk.ask(answer_pages, row.id).then(self._on_pages)

    def _on_pages(self, pages: AnswerPages | None) -> None:
        if pages is None:
            return
        name = _("Answer {number}").format(number=pages.number)
        if self._doing == "print":
            self.exits.print_letter(pages.pdf, f"{name}.pdf")
        else:
            self.exits.save_letter(pages.pdf, f"{name}.pdf")

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)
