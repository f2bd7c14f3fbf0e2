"""Wires the office's own screens to the window: gate, locks, backups, beginnings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from app.admin.offices import LocalOffice
from app.server.places import is_joined, is_profile
from app.settings import data_folder
from resources.text import _, say
from ui.admin.backup_clock import BackupClock
from ui.admin.beginnings import Beginnings
from ui.admin.cover import Cover
from ui.admin.doorkeeper import Doorkeeper
from ui.admin.gate import Gate
from ui.admin.idle_lock import IdleLock
from ui.admin.office_jobs import by_key, by_password
from ui.admin.proof import Proof
from ui.admin.rekeying import Rekeying
from ui.admin.restoring import Restoring
from ui.after_page import AfterPage
from ui.closing import Closing
from ui.codes.code_book import book
from ui.escalation.concern_reminder import ConcernReminder
from ui.my_day.due_count import DueCount
from ui.my_day.leaving import Leaving
from ui.name_plate import NamePlate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.admin.offices import CreatedOffice
    from app.errors import Refused, Unavailable
    from app.server.shared_office import SharedOffice
    from ui.admin.office_jobs import Joined, OpenOffice
    from ui.admin.preferences import Preferences
    from ui.desk import Desk
    from ui.main_window import MainWindow
    from ui.sharing.living import Living
    from ui.sharing.travelling import Travelling
    from ui.single_instance import SingleInstance


class House(QObject):
    """Everything around one office in one window, wired by hand and in one place."""

    office_changed = Signal(object)
    """The `OpenOffice` that was opened, or None when it was locked or left."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        desk: Desk,
        preferences: Preferences,
        instance: SingleInstance,
    ) -> None:
        """Build and wire the parts; `begin` sets them going."""
        super().__init__(window)
        self.window = window
        self.desk = desk
        self.preferences = preferences
        self._instance = instance
        self._was_open = False
        settings = preferences.settings
        self.cover = Cover(window)
        self.doorkeeper = Doorkeeper(desk, settings.who, self)
        self.name_plate = NamePlate(desk, window, self.doorkeeper)
        self.gate = Gate(self.cover, self.doorkeeper, self)
        self.beginnings = Beginnings(desk, self.cover, data_folder())
        self.backup_clock = BackupClock(desk, self)
        self.restoring = Restoring(desk, self.cover, self.doorkeeper, self)
        self.rekeying = Rekeying(desk, self.cover, self.doorkeeper, self)
        self.idle_lock = IdleLock(app, settings.lock_after_minutes)
        self.closing = Closing(app, window, self.cover, desk)
        self.due_count = DueCount(desk, self)
        self.leaving = Leaving(desk, self)
        self._after_page = AfterPage(desk, self)
        self.reminder = ConcernReminder(desk, window)
        self.living: Living | None = None
        self.travelling: Travelling | None = None
        self._wire()

    def begin(self, folder: Path | None) -> None:
        """Come to an office, or offer the ways to one."""
        if folder is None:
            self.show_beginnings()
        elif is_profile(folder) and not is_joined(folder):
            self.show_joining(folder)
        else:
            self.doorkeeper.arrive(folder)

    def show_beginnings(self) -> None:
        """Leave the office, if one is open, and offer the ways to another."""
        self.doorkeeper.leave()
        self.window.leave_office()
        self._was_open = False
        settings = self.preferences.settings
        self.beginnings.who = settings.who
        self.beginnings.recent = settings.recent_offices
        self.beginnings.show_first()

    def show_joining(self, profile: Path | None = None) -> None:
        """Lead into an office on a server; `profile` is its connection profile if it is known."""
        from ui.sharing.join_page import JoinPage  # noqa: PLC0415 - used once

        page = JoinPage(self.desk)
        page.back_wanted.connect(self.show_beginnings)
        page.joined.connect(self._on_joined)
        self.cover.show_screen(page)
        if profile is not None:
            page.look_at(profile)

    def lock(self) -> None:
        """Cover the window and close the office; what was typed is saved before."""
        if self.doorkeeper.office is not None:
            self.gate.shut()
            self.doorkeeper.lock()

    def show_new_recovery_key(self) -> None:
        """Lead through making a new recovery key; the office is closed meanwhile."""
        self.rekeying.begin()

    def _wire(self) -> None:
        keeper = self.doorkeeper
        keeper.opened.connect(self._on_opened)
        keeper.closing.connect(self._on_office_closing)
        self.closing.begun.connect(self.leaving.say)
        self.gate.other_wanted.connect(self.show_beginnings)
        self.gate.restore_wanted.connect(self.restoring.offer)
        self.restoring.other_wanted.connect(self.show_beginnings)
        self.beginnings.found.connect(self._on_found)
        self.beginnings.made.connect(self._on_made)
        self.beginnings.join_wanted.connect(self.show_joining)
        self.idle_lock.lock_wanted.connect(self.lock)
        self.window.lock_wanted.connect(self.lock)
        self.window.setting_chosen.connect(self.preferences.choose)
        self.preferences.changed.connect(self._on_setting_changed)
        self.backup_clock.newest_changed.connect(self.window.set_backup_at)
        self.backup_clock.failed.connect(self._on_backup_failed)
        self.due_count.counted.connect(self.window.set_due_today)
        self.name_plate.named.connect(self._on_named)
        self._after_page.painted.connect(self._on_page_painted)

    def _on_found(self, folder: Path) -> None:
        if self._instance.claim(folder):
            self.doorkeeper.arrive(folder)
        else:
            self.gate.say_open_elsewhere()

    def _on_made(self, created: CreatedOffice, who: str) -> None:
        self.preferences.choose("who", who)
        self._instance.claim(created.folder)
        self.doorkeeper.folder = created.folder
        self.doorkeeper.unlock(by_key(created.key))

    def _on_joined(self, joined: Joined) -> None:
        if not self._instance.claim(joined.place):
            self.gate.say_open_elsewhere()
            return
        credentials = joined.credentials
        self.doorkeeper.folder = joined.place
        self.doorkeeper.unlock(by_password(credentials.login, credentials.password))

    def _on_opened(self, office: OpenOffice) -> None:
        self.desk.proof = Proof(office)
        self._set_second_folder(office)
        self.idle_lock.idle.start()
        self.closing.backs_up = not office.is_shared and office.suitcase is None
        if self.closing.backs_up:
            self.backup_clock.start(office)
        self._live_together(office)
        self._travel(office)
        if self._was_open:
            # The page that is seen may show words of the office: they are asked before it asks.
            book.ask_once()
            self.window.frame.pages.refresh_all()
        else:
            self.window.show_places()
            self.window.frame.pages.take_focus()
        self._was_open = True
        self.name_plate.say_if_read_only()
        self.office_changed.emit(office)
        self._after_page.wait(self.window.frame.pages)

    def _on_page_painted(self) -> None:
        office = self.doorkeeper.office
        if office is None:
            return
        self.idle_lock.session.listen()
        self.name_plate.ask()
        self.backup_clock.look()
        self.due_count.look()
        book.ask_once()
        self.reminder.begin()
        if self.living is not None:
            self.living.begin()
        if office.suitcase is None:
            self.preferences.remember_office(office.folder)

    def _live_together(self, office: OpenOffice) -> None:
        """Hear what colleagues change, where the office is on a server."""
        if office.is_shared:
            from ui.sharing.living import Living  # noqa: PLC0415 - brings the library of the server

            shared = cast("SharedOffice", office.local)
            self.living = Living(self.desk, self.window, shared)
            self.living.login_ended.connect(self._on_login_ended)

    def _travel(self, office: OpenOffice) -> None:
        """Show a suitcase as what it is, and the pages that it has something for."""
        from ui.sharing.left_out import LEFT_OUT  # noqa: PLC0415 - after the paint

        self.window.leave_out(frozenset() if office.suitcase is None else LEFT_OUT)
        if office.suitcase is not None:
            from ui.sharing.travelling import Travelling  # noqa: PLC0415 - on tours

            self.travelling = Travelling(self.window, office.suitcase)

    def _on_login_ended(self, error: Refused) -> None:
        """Lock the office and say why; what was typed is kept on this computer before."""
        self.lock()
        self.gate.say_refused(error)

    def _on_office_closing(self) -> None:
        self.desk.proof = None
        self.window.flush()
        self.leaving.say()
        self.idle_lock.idle.stop()
        self.backup_clock.stop()
        self.reminder.stop()
        if self.living is not None:
            self.living.stop()
            self.living = None
        if self.travelling is not None:
            self.travelling.stop()
            self.travelling = None
        self.office_changed.emit(None)

    def _on_named(self, name: str) -> None:
        self.gate.name_office(name)
        self.rekeying.office_name = name

    def _on_setting_changed(self, name: str, settings: object) -> None:
        del settings
        chosen = self.preferences.settings
        self.window.apply_settings(chosen)
        self.reminder.show_again()
        self.name_plate.say_if_read_only()
        for shown in (self.living, self.travelling):
            if shown is not None:
                shown.show_again()
        self.idle_lock.idle.allow(chosen.lock_after_minutes)
        self.doorkeeper.who = chosen.who
        office = self.doorkeeper.office
        if office is None:
            return
        if name == "who" and not office.is_shared and office.suitcase is None:
            office.local.work_as(chosen.who)
            self.name_plate.ask()
        self._set_second_folder(office)

    def _set_second_folder(self, office: OpenOffice) -> None:
        """Say where each backup is copied to, where this computer makes them."""
        folder, local = self.preferences.settings.backup_folder, office.local
        if isinstance(local, LocalOffice):
            local.second_backup_folder = Path(folder) if folder else None

    def _on_backup_failed(self, error: Unavailable) -> None:
        sentence = f"{say(error.problem)} {say(error.remedy)}".strip()
        self.window.frame.messages.show_message(
            "attention", _("The backup was not made. {why}").format(why=sentence)
        )
