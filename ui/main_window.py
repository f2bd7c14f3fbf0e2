"""The main window: rail, bars and pages, shown before the office behind them is even opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from resources.text import _
from ui import style
from ui.fonts import load_companion_fonts
from ui.frame import window_place
from ui.frame.frame import Frame
from ui.frame.history import History
from ui.frame.speech import speak
from ui.frame.status_bar import OfficeFacts
from ui.frame.window_keys import add_keys, number_places
from ui.pages import RAIL, find_people, page_of
from ui.widgets.focus_ring import FocusRing
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QShortcut

    from app.settings import Settings
    from ui.desk import Desk
    from ui.pages import RailEntry
    from ui.quick_search import Source
    from ui.widgets.page import Page

EVERY_MINUTE = 60_000
_FONTS_AFTER_MS = 200
"""How long after a page was asked for the fonts of the other scripts are loaded."""


class MainWindow(QMainWindow):
    """Leads from place to place; the office, its age of backup and the lock are told to it."""

    lock_wanted = Signal()
    setting_chosen = Signal(str, object)
    """A setting's name and new value, chosen by a key of the window such as Ctrl and +."""
    closing = Signal()
    """The window closes: drafts are already on their way to the office."""
    page_created = Signal(str, object)
    """A word of the rail and its new page, before it is shown: to be wired further."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        entries: Sequence[RailEntry] = RAIL,
        find: Callable[[Desk], Source] = find_people,
    ) -> None:
        """Build the frame in the person's language and look; nothing is asked.

        `find` answers who is asked by the search, once the office is open.
        """
        super().__init__()
        self._desk = desk
        self._all = self._entries = tuple(entries)
        self._left_out: frozenset[str] = frozenset()
        self._numbers: tuple[QShortcut, ...] = ()
        self.settings = settings
        self._facts = OfficeFacts()
        self._find = find
        self._source: Source | None = None
        self._history = History()
        self._today = datetime.now().astimezone().date()
        FocusRing.watch(_app())
        self._holder = QWidget()
        QVBoxLayout(self._holder).setContentsMargins(0, 0, 0, 0)
        self.setCentralWidget(self._holder)
        self._take_look()
        self._build_frame()
        self._wire()
        window_place.put_back(self)

    def set_office(self, name: str, is_demo: bool = False, colleague: str = "") -> None:  # noqa: FBT001, FBT002 - a fact
        """Show which office is open, "" for none, and who works in it where it is shared."""
        self.set_facts(replace(self._facts, name=name, is_demo=is_demo, colleague=colleague))

    def set_backup_at(self, at: datetime | None) -> None:
        """Show how old the last backup is; `at` is an aware instant."""
        self.set_facts(replace(self._facts, backup_at=at))

    def set_due_today(self, count: int | None) -> None:
        """Show how much is due today."""
        self.set_facts(replace(self._facts, due_today=count))

    def set_connection(self, words: str) -> None:
        """Show in translated words how the office is open."""
        self.set_facts(replace(self._facts, connection=words))

    def set_facts(self, facts: OfficeFacts) -> None:
        """Show what is known of the open office."""
        self._facts = facts
        self.frame.top.show_office(facts.name, is_demo=facts.is_demo)
        self.frame.status.show_facts(facts, datetime.now(UTC))
        parts = (facts.name, facts.colleague, "Nahbar")
        self.setWindowTitle(" – ".join(filter(None, parts)))

    def show_places(self) -> None:
        """Show where the user was, or the first place; the office is open now."""
        self._source = self._source or self._find(self._desk)
        self.frame.set_source(self._source)
        self.frame.pages.refresh_all()
        self.go_to(self._history.here or Place(self._entries[0].word))
        QTimer.singleShot(_FONTS_AFTER_MS, load_companion_fonts)

    def leave_out(self, words: frozenset[str]) -> None:
        """Offer every page but these, as in a suitcase that holds nothing for them."""
        if words != self._left_out:
            self._left_out = self._desk.left_out = words
            self._entries = tuple(entry for entry in self._all if entry.word not in words)
            self._history = History()
            self._build_frame()
            self._number_places()

    def go_to(self, place: Place) -> None:
        """Lead to a place and remember the way back."""
        if self._left_out & {place.page, page_of(place.page), place.doing}:
            self._on_said(_("There is nothing of this page in the suitcase."), None)
            return
        self._history.visit(place)
        self._show(place)

    def here(self) -> Place | None:
        """Answer the place that is shown."""
        return self._history.here

    def apply_settings(self, settings: Settings) -> None:
        """Put changed settings into force at once; drafts are saved before pages are rebuilt."""
        before, self.settings = self.settings, settings
        if (before.language, before.font_scale) != (settings.language, settings.font_scale):
            self.frame.pages.flush()
            self._take_look()
            self._build_frame()
            if self._history.here is not None and self._desk.is_open:
                self._show(self._history.here)
        elif (before.theme, before.density) != (settings.theme, settings.density):
            self._take_look()

    def leave_office(self) -> None:
        """Forget every page and place: what is half typed here belongs to this office alone."""
        if self._history.here is None:
            return
        self._source = None
        self._history = History()
        self._facts = OfficeFacts()
        self._build_frame()

    def flush(self) -> None:
        """Have every page save its drafts: the office is about to be locked or closed."""
        self.frame.pages.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save drafts, remember the window's place, and end the desk's work."""
        self.flush()
        window_place.keep(self)
        self.closing.emit()
        self._desk.stop()
        super().closeEvent(event)

    def _take_look(self) -> None:
        speak(_app(), self.settings.language)
        style.apply(_app(), self.settings.theme, self.settings.font_scale, self.settings.density)

    def _build_frame(self) -> None:
        layout = self._holder.layout()
        if layout is None:
            return
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.frame = Frame(self._desk, self._entries)
        layout.addWidget(self.frame)
        self._wire_frame()
        self.set_facts(self._facts)
        self.frame.set_source(self._source)

    def _wire_frame(self) -> None:
        frame = self.frame
        frame.rail.wanted.connect(self._on_rail_wanted)
        frame.top.lock_wanted.connect(self.lock_wanted)
        frame.top.back_wanted.connect(self.go_back)
        frame.place_wanted.connect(self.go_to)
        frame.pages.page_created.connect(self._on_page_created)

    def _wire(self) -> None:
        self._desk.touched.connect(self._on_touched)
        self._desk.unavailable.connect(self._on_unavailable)
        self._desk.refused.connect(self._on_refused)
        _app().styleHints().colorSchemeChanged.connect(self._on_system_colours_changed)
        self._minute = QTimer(self)
        self._minute.setInterval(EVERY_MINUTE)
        self._minute.timeout.connect(self._on_minute_over)
        self._minute.start()
        add_keys(self)
        self._number_places()

    def _number_places(self) -> None:
        for key in self._numbers:
            key.setParent(None)
            key.deleteLater()
        self._numbers = number_places(self, tuple(entry.word for entry in self._entries))

    def focus_search(self) -> None:
        """Go to the search line."""
        self.frame.top.search.setFocus()
        self.frame.top.search.selectAll()

    def go_back(self) -> None:
        """Go to the place before this one, or back inside the page where it has steps."""
        if self.frame.pages.step_back():
            return
        if (place := self._history.back()) is not None:
            self._show(place)

    def go_forward(self) -> None:
        """Go on to the place one came back from."""
        if (place := self._history.forward()) is not None:
            self._show(place)

    def go_by_key(self, word: str) -> None:
        """Go to a page of the rail or below it, and into it."""
        self._on_rail_wanted(word)
        self.frame.pages.take_focus()

    def refresh(self) -> None:
        """Ask for everything on the page again."""
        if self._desk.is_open:
            self.frame.pages.refresh_current()

    def show_keys(self) -> None:
        """Show the list of keys."""
        from ui.frame.keys_window import KeysWindow  # noqa: PLC0415 - rarely wanted

        KeysWindow(self._entries, self).exec()

    def _show(self, place: Place) -> None:
        self.frame.rail.mark(page_of(place.page))
        self.frame.top.back.setEnabled(self._history.can_go_back)
        self.frame.pages.show_place(place)

    def _on_rail_wanted(self, word: str) -> None:
        if self._desk.is_open:
            self.go_to(Place(word))

    def _on_page_created(self, word: str, page: Page) -> None:
        page.place_wanted.connect(self.go_to)
        page.said.connect(self._on_said)
        page.saved_state.connect(self._on_saved_state)
        page.finished.connect(self._on_finished)
        self.page_created.emit(word, page)

    def _on_said(self, sentence: str, undo: Callable[[], object] | None) -> None:
        self.frame.toaster.say(sentence, undo)

    def _on_finished(self) -> None:
        """Go back to the page from which it was begun, as it was left."""
        if self._history.came_from_elsewhere:
            self.go_back()

    def _on_saved_state(self, state: str) -> None:
        self.frame.top.show_saved_state(state, datetime.now().astimezone())

    def _on_touched(self, features: frozenset[str]) -> None:
        if not self._desk.hears_others:
            # An own act went well; what others do answers no trouble that was said here.
            self.frame.messages.clear()
        self.frame.pages.hear_touched(features)

    def _on_unavailable(self, error: object) -> None:
        self.frame.messages.show_unavailable(error)  # type: ignore[arg-type]  # the desk's signal

    def _on_refused(self, error: object) -> None:
        self.frame.messages.show_refused(error)  # type: ignore[arg-type]  # the desk's signal

    def _on_system_colours_changed(self) -> None:
        if self.settings.theme == "system":
            self._take_look()

    def _on_minute_over(self) -> None:
        self.frame.status.show_facts(self._facts, datetime.now(UTC))
        today = datetime.now().astimezone().date()
        if today != self._today and self._desk.is_open:
            self._today = today
            self.frame.pages.refresh_all()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - no window without an application
    return app
