"""Writing any letter to a person: what is typed on the left, the real page on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.composing.actions import LETTER_FORM, write_letter
from app.letters.composing.queries import templates, writing_occasion
from app.letters.composing.rules import Choice
from resources.text import _, say
from ui.drafts.draft_keeper import DraftKeeper
from ui.drafts.presence_line import PresenceLine
from ui.letters.letter_ending import LetterEnding
from ui.letters.letter_exits import LetterExits
from ui.letters.letter_fields import LetterFields
from ui.letters.letter_hints import LetterHints
from ui.letters.letter_looks import LetterLooks
from ui.letters.letter_setting import LetterSetting
from ui.letters.letter_troubles import LetterTroubles
from ui.letters.letter_which import LetterWhich
from ui.letters.remarks import Remarks
from ui.letters.studio_reading import ReadingLine
from ui.letters.words import pdf_name
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import CheckField
from ui.widgets.halves import Halves
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.page_preview import PagePreview
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.letters.composing.queries import LetterSheet, WritingOccasion
    from app.letters.composing.templates import TemplateRow
    from app.letters.rows import LetterWritten
    from ui.desk import Desk

USUAL = "free"
"""The letter that is begun with."""


class LetterComposer(QWidget):
    """One letter to one person; nothing leaves the program before it is kept in the history."""

    changed = Signal()
    kept = Signal(object)
    """Id of the letter that now stands in the history."""
    left = Signal()
    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        desk: Desk,
        person_id: UUID,
        template: str = "",
        visit_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with a template, or the free letter, perhaps about one visit.

        A draft is brought back.
        """
        super().__init__(parent)
        self._desk, self._person_id, self._visit_id = desk, person_id, visit_id
        self._letter_id = uuid4()
        self._sheet: LetterSheet | None = None
        self._occasion: WritingOccasion | None = None
        self._has_begun = False
        self._known: dict[str, str] = {}
        self._doing = "keep"
        self._wanted, self._is_given = template or USUAL, bool(template)
        self.which = LetterWhich(desk)
        self.template = self.which.template
        self.fields, self.looks = LetterFields(), LetterLooks()
        self.confirmed = CheckField(_("I make sure that nobody else sees the address"))
        self.protected = Banner("attention", _("The address of this person is protected."))
        self.troubles, self.remarks = LetterTroubles(person_id), Remarks()
        self.readability, self.hints = ReadingLine(), LetterHints(self.fields)
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.exits = LetterExits(desk, self)
        self.ending = LetterEnding(self)
        self.keeper = DraftKeeper(desk, self, LETTER_FORM, str(person_id), "", self)
        self.presence = PresenceLine(desk, edits=True)
        self.presence.show_record(person_id, LETTER_FORM)
        self._setting = LetterSetting(desk, person_id, self._to_set, self)
        self._header = PageHeader(_("Write a letter"), "")
        self._build()
        self._connect()
        self._desk.ask(templates).then(self._on_templates)

    def choice(self) -> Choice:
        """Answer what is chosen and typed."""
        looks = self.looks
        return Choice(
            language=looks.language.value(),
            second=looks.second.value(),
            arrangement=looks.arrangement.value(),
            layout=looks.layout_choice.value(),
            size=looks.print_size.value(),
            typed=self.fields.typed(),
            visit_id=self._visit_id,
            to_household=looks.household.value(),
            confirmed_protected=self.confirmed.value(),
            annotations=looks.annotations.value(),
            your_sign=looks.your_sign.value(),
            our_sign=looks.our_sign.value(),
        )

    def texts(self) -> dict[str, str]:
        """Answer template and fields, for the draft."""
        return {"template": self._wanted, **self.looks.texts(), **self.fields.texts()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        self.looks.restore(texts)
        typed = {n: t for n, t in texts.items() if n not in {"template", *self.looks.texts()}}
        self.fields.restore(typed | self._known)
        wanted = texts.get("template", self._wanted)
        if wanted != self._wanted and not self._is_given:
            self.choose(wanted)
        self.ask_preview()

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put what is known of the occasion into the fields; an older draft does not change it."""
        self._known = dict(texts)
        self.fields.restore(self._known)

    def choose(self, code: str) -> None:
        """Write another letter; what was typed stays where the new one asks for it, too."""
        self._wanted = code
        self.which.choose(code)
        self._ask_occasion()

    def ask_preview(self) -> None:
        """Have the page set anew; while one is on its way, once more after it."""
        self._setting.ask()

    def keep(self, doing: str = "keep") -> None:
        """Keep the letter, then "print", "save" or "mail" it, or leave it at that."""
        if not self.ending.is_ready:
            return
        if self._sheet is not None and self._sheet.missing:
            self.fields.show_problems(self._sheet.missing)
            return
        self.ending.set_ready(ready=False)
        self.keeper.hold()
        self._doing = doing
        pending = self._desk.act(
            write_letter, self._letter_id, self._person_id, self._wanted, self.choice()
        )
        pending.then(self._on_kept).if_refused(self._on_not_kept)
        pending.if_unavailable(self._on_unavailable)

    def flush(self) -> None:
        """Save the draft at once."""
        self.keeper.flush()

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit()

    def _ask_occasion(self) -> None:
        today = self._desk.local_now.date()
        asked = self._desk.ask(writing_occasion, self._person_id, self._wanted, today)
        asked.then(self._on_occasion).if_refused(self._on_refused)
        asked.if_unavailable(self._on_unavailable)

    def _on_templates(self, rows: tuple[TemplateRow, ...]) -> None:
        self.which.offer(rows)
        known = {row.code for row in rows}
        self.choose(self._wanted if self._wanted in known else USUAL)

    def _on_occasion(self, occasion: WritingOccasion) -> None:
        if occasion.template.code != self._wanted:
            return
        self._occasion = occasion
        self._header.set_subtitle(occasion.name)
        self.protected.setVisible(occasion.address_protected)
        self.confirmed.setVisible(occasion.address_protected)
        self.which.show_occasion(occasion)
        self.fields.ask(occasion.fields)
        self.looks.offer(occasion)
        if not self._has_begun:
            self._has_begun = True
            self.keeper.title = occasion.name
            self.keeper.begin()
        self.ask_preview()

    def _to_set(self) -> tuple[str, Choice] | None:
        """Answer template and choice, None while the letter must not be shown."""
        if self._occasion is None:
            return None
        if self._occasion.address_protected and not self.confirmed.value():
            self._wait(_("Confirm that the address stays protected, then the letter is shown."))
            return None
        return self._wanted, self.choice()

    def _on_sheet(self, sheet: LetterSheet) -> None:
        self._sheet = sheet
        self.troubles.show_problems(())
        self.remarks.show_remarks(sheet.remarks)
        if sheet.targets is not None:
            self.readability.show_report(sheet.report, sheet.targets, sheet.language)
        self.hints.show_sheet(sheet)
        self.preview.show_pdf(sheet.pdf)
        self.state.show_content()
        self.ending.set_ready(ready=True)

    def _on_refused(self, refused: Refused) -> None:
        self._show_refused(refused)
        self._wait(_("The letter is shown here as soon as nothing stands against it."))

    def _show_refused(self, refused: Refused) -> None:
        self.troubles.show_problems(self.fields.hint_problems(refused.problems))

    def _wait(self, sentence: str) -> None:
        self._sheet = None
        self.ending.set_ready(ready=False)
        self.state.show_empty(EmptyState(sentence, icon="letters"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.keeper.go_on()
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_kept(self, written: LetterWritten) -> None:
        self.keeper.finish()
        self.said.emit(_("The letter is kept in the history."))
        subject = self._sheet.subject if self._sheet is not None else ""
        self.exits.send(self._doing, written.pdf, self._name(), subject, self._person_id)
        self.kept.emit(written.id)

    def _on_not_kept(self, refused: Refused) -> None:
        self.keeper.go_on()
        self._show_refused(refused)
        self.ending.set_ready(ready=True)

    def _name(self) -> str:
        title = self._occasion.template.title if self._occasion is not None else ""
        return pdf_name(title, self._desk.local_now.date())

    def _on_template_chosen(self) -> None:
        self.choose(self.template.value())
        self.changed.emit()

    def _on_typed(self) -> None:
        self._setting.ask_soon()
        self.changed.emit()

    def _build(self) -> None:
        self.protected.hide()
        self.confirmed.hide()
        card = Card()
        for part in (self.which, self.fields, self.readability, self.hints):
            card.add(part)
        looks = Section(_("Language and print"), is_open=True)
        looks.body.addWidget(self.looks)
        side = ScrollBody()
        for shown in (
            self.presence, self.keeper.notice, self.troubles, self.protected, self.confirmed,
            self.remarks, card, looks, self.ending,
        ):  # fmt: skip
            side.add(shown)
        side.end()
        side.setMinimumWidth(length(280))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(self._header)
        layout.addWidget(Halves(side, self.state, wide=480), 1)

    def _connect(self) -> None:
        self._setting.was_set.connect(self._on_sheet)
        self._setting.refused.connect(self._on_refused)
        self._setting.failed.connect(self._on_unavailable)
        self.which.chosen.connect(self._on_template_chosen)
        self.which.state_kept.connect(self.ask_preview)
        self.fields.changed.connect(self._on_typed)
        self.looks.changed.connect(self.ask_preview)
        self.confirmed.changed.connect(self.ask_preview)
        self.state.retried.connect(self.ask_preview)
        self.troubles.place_wanted.connect(self.place_wanted)
        self.exits.said.connect(self.said)
        self.ending.wanted.connect(self.keep)
        self.ending.leave_wanted.connect(self.leave)
