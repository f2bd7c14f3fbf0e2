"""Builds the house of a window and furnishes its page "More"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.admin.more_page import MorePage
from ui.admin.preferences import Preferences
from ui.codes.code_book import book
from ui.exchange.exports import Exports
from ui.house import House
from ui.sharing.left_out import BELOW_MORE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from app.settings import Settings
    from ui.admin.about_page import AboutPage
    from ui.admin.backups_page import BackupsPage
    from ui.admin.office_page import OfficePage
    from ui.admin.security_page import SecurityPage
    from ui.admin.settings_page import SettingsPage
    from ui.desk import Desk
    from ui.main_window import MainWindow
    from ui.sharing.sharing_page import SharingPage
    from ui.single_instance import SingleInstance
    from ui.widgets.page import Page


def furnished_house(
    app: QApplication,
    window: MainWindow,
    desk: Desk,
    settings: Settings,
    instance: SingleInstance,
) -> House:
    """Answer the house of a window, wired to its pages; nothing is opened yet."""
    house = House(app, window, desk, Preferences(settings, window), instance)
    book.follow(desk)
    window.page_created.connect(partial(_furnish, house))
    return house


def _furnish(house: House, _word: str, page: Page) -> None:
    """Let lists of a new page leave; tell "More" how the pages below it are made."""
    Exports(page)
    if not isinstance(page, MorePage):
        return
    office = house.doorkeeper.office
    left_out = _OF_FILES if office is not None and office.is_shared else _OF_SERVERS
    if office is not None and office.suitcase is not None:
        left_out = BELOW_MORE
    makers = _makers(house)
    page.furnish({word: make for word, make in makers.items() if word not in left_out})


_OF_FILES = frozenset({"backups", "security"})
"""Pages about the files of an office, which a server keeps."""
_OF_SERVERS = frozenset({"sharing"})


def _makers(house: House) -> dict[str, Callable[[], QWidget]]:
    """Answer how the page of each word is made."""
    return {
        "find_notes": partial(_find_notes_page, house),
        "snippets": partial(_snippets_page, house),
        "volunteers": partial(_volunteers_page, house),
        "matches": partial(_matches_page, house),
        "match_plan": partial(_match_plan_page, house),
        "match_funnel": partial(_match_funnel_page, house),
        "requirements": partial(_requirements_page, house),
        "preventive": partial(_preventive_page, house),
        "series": partial(_series_page, house),
        "substitutes": partial(_substitutes_page, house),
        "concerns": partial(_concerns_page, house),
        "visit_notes": partial(_visit_notes_page, house),
        "day_plan": partial(_day_plan_page, house),
        "expenses": partial(_expenses_page, house),
        "templates": partial(_templates_page, house),
        "codes": partial(_codes_page, house),
        "custom": partial(_custom_page, house),
        "settings": partial(_settings_page, house),
        "office": partial(_office_page, house),
        "areas": partial(_areas_page, house),
        "households": partial(_households_page, house),
        "import": partial(_import_page, house),
        "duplicates": partial(_duplicates_page, house),
        "members": partial(_members_page, house),
        "sharing": partial(_sharing_page, house),
        "keeping": partial(_keeping_page, house),
        "audit": partial(_audit_page, house),
        "configuration": partial(_configuration_page, house),
        "backups": partial(_backups_page, house),
        "security": partial(_security_page, house),
        "about": partial(_about_page, house),
    }


def _find_notes_page(house: House) -> Page:
    from ui.journal.find_notes_page import FindNotesPage  # noqa: PLC0415 - rarely wanted

    return FindNotesPage(house.desk)


def _snippets_page(house: House) -> Page:
    from ui.journal.snippets_page import SnippetsPage  # noqa: PLC0415 - rarely wanted

    return SnippetsPage(house.desk)


def _volunteers_page(house: House) -> Page:
    from ui.volunteers.volunteers_page import VolunteersPage  # noqa: PLC0415 - not at first

    return VolunteersPage(house.desk)


def _matches_page(house: House) -> Page:
    from ui.matches.matches_page import MatchesPage  # noqa: PLC0415 - not at first

    return MatchesPage(house.desk)


def _day_plan_page(house: House) -> Page:
    from ui.visiting.day_plan.day_plan_page import DayPlanPage  # noqa: PLC0415 - not at first

    return DayPlanPage(house.desk)


def _expenses_page(house: House) -> Page:
    from ui.expenses.expenses_page import ExpensesPage  # noqa: PLC0415 - not at first

    return ExpensesPage(house.desk)


def _series_page(house: House) -> Page:
    from ui.visiting.series.series_page import SeriesPage  # noqa: PLC0415 - not at first

    return SeriesPage(house.desk)


def _substitutes_page(house: House) -> Page:
    from ui.visiting.series.substitutes_page import (  # noqa: PLC0415 - not at first
        SubstitutesPage,
    )

    return SubstitutesPage(house.desk)


def _concerns_page(house: House) -> Page:
    from ui.escalation.concerns_page import ConcernsPage  # noqa: PLC0415 - not at first

    return ConcernsPage(house.desk)


def _visit_notes_page(house: House) -> Page:
    from ui.visiting.unread_page import UnreadNotesPage  # noqa: PLC0415 - not at first

    return UnreadNotesPage(house.desk)


def _preventive_page(house: House) -> Page:
    from ui.preventive.preventive_page import PreventivePage  # noqa: PLC0415 - not at first

    return PreventivePage(house.desk)


def _match_plan_page(house: House) -> Page:
    from ui.matches.plan_page import PlanPage  # noqa: PLC0415 - rarely wanted

    return PlanPage(house.desk)


def _match_funnel_page(house: House) -> Page:
    from ui.matches.funnel_page import FunnelPage  # noqa: PLC0415 - rarely wanted

    return FunnelPage(house.desk)


def _requirements_page(house: House) -> Page:
    from ui.volunteers.requirements_page import RequirementsPage  # noqa: PLC0415 - rarely wanted

    return RequirementsPage(house.desk)


def _templates_page(house: House) -> Page:
    from ui.letters.studio_page import StudioPage  # noqa: PLC0415 - rarely wanted

    return StudioPage(house.desk)


def _codes_page(house: House) -> Page:
    from ui.codes.codes_page import CodesPage  # noqa: PLC0415 - rarely wanted

    return CodesPage(house.desk)


def _custom_page(house: House) -> Page:
    from ui.custom.fields_page import OwnFieldsPage  # noqa: PLC0415 - rarely wanted

    return OwnFieldsPage(house.desk)


def _households_page(house: House) -> Page:
    from ui.households.households_page import HouseholdsPage  # noqa: PLC0415 - rarely wanted

    return HouseholdsPage(house.desk)


def _settings_page(house: House) -> SettingsPage:
    from ui.admin.settings_page import SettingsPage  # noqa: PLC0415 - rarely wanted

    page = SettingsPage(house.preferences.settings)
    page.chosen.connect(house.preferences.choose)
    return page


def _office_page(house: House) -> OfficePage:
    from ui.admin.office_page import OfficePage  # noqa: PLC0415 - rarely wanted

    return OfficePage(house.desk)


def _about_page(house: House) -> AboutPage:
    from ui.admin.about_page import AboutPage  # noqa: PLC0415 - rarely wanted

    return AboutPage(house.window.show_keys)


def _areas_page(house: House) -> Page:
    from ui.areas.areas_page import AreasPage  # noqa: PLC0415 - rarely wanted

    return AreasPage(house.desk)


def _import_page(house: House) -> Page:
    from ui.importing.import_page import ImportPage  # noqa: PLC0415 - rarely wanted

    return ImportPage(house.desk, partial(_backup_job, house))


def _backup_job(house: House) -> Callable[[], object] | None:
    """Answer what backs the open office up before many people are added; None when closed."""
    from app.admin.rules import BackupReason  # noqa: PLC0415 - rarely wanted
    from app.admin.saving import back_up  # noqa: PLC0415 - rarely wanted

    office = house.doorkeeper.office
    if office is None or office.is_shared:
        return None
    return partial(back_up, office.folder, office.key, reason=BackupReason.IMPORT)


def _duplicates_page(house: House) -> Page:
    from ui.linking.linking_page import LinkingPage  # noqa: PLC0415 - rarely wanted

    return LinkingPage(house.desk)


def _members_page(house: House) -> Page:
    from ui.access.members_page import MembersPage  # noqa: PLC0415 - rarely wanted

    return MembersPage(house.desk)


def _sharing_page(house: House) -> SharingPage:
    from ui.sharing.sharing_page import SharingPage  # noqa: PLC0415 - rarely wanted

    page = SharingPage(house.desk)
    page.password_changed.connect(house.lock)
    page.show_office(house.doorkeeper.office)
    house.office_changed.connect(page.show_office)
    return page


def _keeping_page(house: House) -> Page:
    from ui.privacy.keeping_page import KeepingPage  # noqa: PLC0415 - rarely wanted

    page = KeepingPage(house.desk)
    page.show_office(house.doorkeeper.office)
    house.office_changed.connect(page.show_office)
    return page


def _audit_page(house: House) -> Page:
    from ui.audit.audit_page import AuditView  # noqa: PLC0415 - rarely wanted

    return AuditView(house.desk)


def _configuration_page(house: House) -> Page:
    from ui.configuration.configuration_page import (  # noqa: PLC0415 - rarely wanted
        ConfigurationPage,
    )

    return ConfigurationPage(house.desk)


def _backups_page(house: House) -> BackupsPage:
    from ui.admin.backups_page import BackupsPage  # noqa: PLC0415 - rarely wanted

    page = BackupsPage(house.desk)
    page.backed_up.connect(house.backup_clock.look)
    page.restore_wanted.connect(house.restoring.restore)
    page.second_folder_chosen.connect(partial(house.preferences.choose, "backup_folder"))
    page.show_second_folder(house.preferences.settings.backup_folder)
    page.show_office(house.doorkeeper.office)
    house.office_changed.connect(page.show_office)
    return page


def _security_page(house: House) -> SecurityPage:
    from ui.admin.security_page import SecurityPage  # noqa: PLC0415 - rarely wanted

    page = SecurityPage(house.desk)
    page.show_office(house.doorkeeper.office)
    house.office_changed.connect(page.show_office)
    page.new_recovery_key_wanted.connect(house.show_new_recovery_key)
    return page
