"""The public timetable: which days, languages and form; looked at, then printed or saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.tours.public.facts import public_languages
from app.mobile_advice.tours.public.leaving import public_file
from app.mobile_advice.tours.rules.public import PUBLIC_LABELS, PublicForm, PublicWish, check_public
from resources.text import _, language, say
from ui.letters.letter_exits import LetterExits
from ui.mobile_advice.tours.words import languages_words, options
from ui.printing import write_file
from ui.style import length, margins, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.codes_field import CodesField
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.form import Form
from ui.widgets.labels import heading
from ui.widgets.loading import StateStack
from ui.widgets.page_preview import PagePreview
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending

_SIZE = (980, 680)
_SIDE = 330


class PublicDialog(QDialog):
    """No name of anybody stands in it, so nothing is asked before it leaves the office."""

    said = Signal(str)
    """A sentence for the toast."""

    def __init__(
        self, desk: Desk, first: date, last: date, tour_id: UUID | None, parent: QWidget
    ) -> None:
        """Show the days from the first to the last, of one tour or of all."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tour_id = desk, tour_id
        self._content = b""
        self._file = Path()
        self._pending: Pending[bytes] | None = None
        self._reviewed = dict(public_languages())
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self.said)
        self._side = self._fit()
        self.form = self._make_form(first, last, is_wide=self._side >= length(_SIDE))
        self.unread = Banner("attention", "")
        self.preview = PagePreview()
        self.state = StateStack(self.preview)
        self.print_button = primary_button(_("Print"), "print")
        self.save_button = plain_button(_("Save"), "download")
        self.close_button = plain_button(_("Close"))
        self.setWindowTitle(_("Public timetable"))
        self._arrange()
        self._connect()
        self.ask()

    def wish(self) -> PublicWish:
        """Answer what is wanted; the language of the window comes first where it is chosen."""
        chosen = self.languages.value()
        ordered = sorted(chosen, key=lambda tag: tag != language())
        return PublicWish(
            PublicForm(self.kind.value()),
            self.first.value(),
            self.last.value(),
            tuple(ordered),
            self._tour_id,
        )

    def ask(self) -> None:
        """Ask for the pages or the file, unless what is wanted cannot be."""
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        self._let_leave(on=False)
        wish = self.wish()
        self.form.clear_problems()
        if problems := check_public(wish):
            self.form.show_problems(problems)
            return
        unread = [tag for tag in wish.languages if not self._reviewed[tag]]
        words = _("No native speaker has read these words yet: {languages}.")
        self.unread.set_text(words.format(languages=languages_words(unread)))
        self.unread.setVisible(bool(unread))
        self.state.show_loading()
        now = self._desk.local_now.astimezone()
        self._pending = self._desk.ask(public_file, wish, now).then(self._on_content)
        self._pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _make_form(self, first: date, last: date, *, is_wide: bool) -> Form:
        self.kind = ChoiceField(options(PUBLIC_LABELS))
        self.first, self.last = DateField(), DateField()
        self.first.set_value(first)
        self.last.set_value(last)
        tags = [tag for tag, _is_read in public_languages()]
        self.languages = CodesField([(tag, languages_words([tag])) for tag in tags])
        self.languages.set_value([language()])
        form = Form()
        form.add("form", _("What it is"), self.kind)
        if is_wide:
            form.begin_row()
        form.add("first", _("From the day"), self.first)
        form.add("last", _("Last day"), self.last)
        if is_wide:
            form.end_row()
        form.add("languages", _("Languages"), self.languages)
        return form

    def _fit(self) -> int:
        """Take as much of the screen as is wanted and there; answer how wide the fields are."""
        room = self.screen().availableGeometry()
        wide, high = map(length, _SIZE)
        self.resize(min(wide, room.width() - 60), min(high, room.height() - 60))
        return min(length(_SIDE), self.width() // 2)

    def _arrange(self) -> None:
        side = ScrollBody()
        side.setFixedWidth(self._side)
        for part in (self.form, self.unread):
            side.add(part)
        side.end()
        both = QHBoxLayout()
        both.setSpacing(spacing(16))
        both.addWidget(side)
        both.addWidget(self.state, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch()
        for button in (self.close_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16))
        layout.setSpacing(spacing(12))
        layout.addWidget(heading(_("Public timetable")))
        layout.addLayout(both, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.form.changed.connect(self.ask)
        self.state.retried.connect(self.ask)

    def print_pages(self) -> None:
        """Print through the system's dialog."""
        self.exits.print_letter(self._content, self._name())

    def save(self) -> None:
        """Ask where, and write the file off the UI thread."""
        wish = self.wish()
        if wish.form.is_paper:
            self.exits.save_letter(self._content, self._name())
            return
        kinds = {".ics": _("Calendar files (*.ics)"), ".html": _("Web pages (*.html)")}
        ending = wish.form.ending
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save timetable"), str(Path(folder) / self._name()), kinds[ending]
        )
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, file: Path) -> None:
        """Write the file under a name, with its ending."""
        ending = self.wish().form.ending
        if file.suffix.lower() != ending:
            file = file.with_name(f"{file.name}{ending}")
        self._desk.run(write_file, file, self._content).then(self._on_saved)

    def _name(self) -> str:
        wish = self.wish()
        day = wish.first.isoformat() if wish.first is not None else ""
        words = _("Timetable")
        return f"{words} {day}{wish.form.ending}"

    def _let_leave(self, *, on: bool) -> None:
        self.save_button.setEnabled(on)
        self.print_button.setEnabled(on and self.wish().form.is_paper)

    def _on_content(self, content: bytes) -> None:
        self._pending = None
        self._content = content
        if self.wish().form.is_paper:
            self.preview.show_pdf(content)
            self.state.show_content()
        else:
            self.state.show_empty(EmptyState(self._file_words(), icon="download"))
        self._let_leave(on=True)

    def _file_words(self) -> str:
        if self.wish().form is PublicForm.CALENDAR:
            return _(
                "The file has every stop of these days for calendars of phones and computers. Put "
                "it on your web site: whoever follows it there is brought up to date."
            )
        return _(
            "The page needs nothing else: no script, no picture, nothing from other places. Put it "
            "on your web site as it is."
        )

    def _on_saved(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name))

    def _on_refused(self, refused: Refused) -> None:
        self._pending = None
        self.state.show_failed(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
