"""The button for everything that leaves the calendar: on paper, as a list, or as a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from app.visiting.calendar.exporting import calendar_file, export_calendar
from app.visiting.calendar.rules import CalendarKind
from resources.text import _, language, say
from ui.icons import icon
from ui.printing import write_file
from ui.visiting.calendar.calendar_question import CalendarQuestion
from ui.widgets.buttons import plain_button

if TYPE_CHECKING:
    from app.errors import Refused
    from app.visiting.calendar.exporting import CalendarWish
    from ui.desk import Desk
    from ui.visiting.calendar.calendar_side import CalendarSide
    from ui.visiting.calendar.paper_dialog import PaperDialog

ENDING = ".ics"


class LeavingMenu(QObject):
    """A menu over the days, the visitor and the district that the calendar shows."""

    export_wanted = Signal()
    said = Signal(str, object)

    def __init__(self, desk: Desk, calendar: CalendarSide, parent: QWidget) -> None:
        """Build the button with its menu."""
        super().__init__(parent)
        self._desk, self._calendar, self._page = desk, calendar, parent
        self._file = Path()
        self.dialog: PaperDialog | None = None
        self.button = plain_button(_("Print or save"), "print")
        self.button.setToolTip(_("Print the week, export the list, save a calendar file"))
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(_("Print or save"))
        for picture, words, slot in (
            ("print", _("Print week plan (Ctrl+P) …"), self.show_week_plan),
            ("phone", _("Print phone list …"), self.show_phone_list),
            ("download", _("Export list: Excel, CSV or PDF …"), self._on_export),
            ("calendar", _("Save as calendar file …"), self.save_calendar),
        ):
            self.menu.addAction(icon(picture), words).triggered.connect(slot)
        self.button.setMenu(self.menu)

    def shorten(self, *, on: bool) -> None:
        """Leave the words away where there is no room for them."""
        self.button.setText("" if on else self.button.accessibleName())

    def show_week_plan(self) -> None:
        """Show the week plan as pages; a month or a day has its own."""
        self._show("week_plan")

    def show_phone_list(self) -> None:
        """Show the phone list as pages."""
        self._show("phone_list")

    def save_calendar(self) -> None:
        """Ask whether names go along, then where to."""
        asked = CalendarQuestion(self._page, self._calendar.title())
        if asked.exec() == QDialog.DialogCode.Accepted:
            span = self._calendar.span()
            self.save_as(
                asked.wish(span, self._calendar.filter.visitor(), self._calendar.filter.area())
            )

    def save_as(self, wish: CalendarWish) -> None:
        """Ask where, then write the file; names leave only with a line in the log."""
        file = self._where()
        if file is None:
            return
        self._file = file
        if wish.with_names:
            pending = self._desk.act(export_calendar, wish)
            pending.then(self._on_content).if_refused(self._on_refused)
        else:
            now = self._desk.local_now.astimezone()
            self._desk.ask(calendar_file, wish, now).then(self._on_content)

    def _show(self, paper: str) -> None:
        # Fonts are read and pages set, which is not on the way to the calendar.
        from app.visiting.calendar.papers import PaperWish  # noqa: PLC0415 - as said above
        from ui.visiting.calendar.paper_dialog import (  # noqa: PLC0415 - as said above
            CalendarPaper,
            PaperDialog,
        )

        span = self._calendar.span()
        if self._calendar.kind in {CalendarKind.WORK_WEEK, CalendarKind.MONTH}:
            span = CalendarKind.WEEK.span(self._calendar.current_day())
        visitor = self._calendar.filter.visitor()
        wish = PaperWish(
            span.first, span.after, language(), self._desk.who, self._desk.local_now, visitor
        )
        dialog = PaperDialog(self._desk, CalendarPaper(paper), wish, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self._on_said)
        dialog.destroyed.connect(self._on_destroyed)
        self.dialog = dialog
        dialog.open()

    def _where(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = " ".join((_("Visits"), self._calendar.span().first.isoformat()))
        chosen, _filter = QFileDialog.getSaveFileName(
            self._page,
            _("Save as calendar file"),
            str(Path(folder) / f"{name}{ENDING}"),
            _("Calendar files (*.ics)"),
        )
        if not chosen:
            return None
        file = Path(chosen)
        return file if file.suffix.lower() == ENDING else file.with_name(f"{file.name}{ENDING}")

    def _on_export(self) -> None:
        self.export_wanted.emit()

    def _on_content(self, content: bytes) -> None:
        self._desk.run(write_file, self._file, content).then(self._on_saved)

    def _on_saved(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _on_destroyed(self) -> None:
        self.dialog = None
