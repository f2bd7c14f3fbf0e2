"""Screens of the administration that a place alone does not bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.server.logins import GivenLogin
from tests.screenshots.people_scenes import show_members
from ui.access.members_page import MembersPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_chain(stage: Stage) -> QWidget:
    """Show the chain after a check."""
    from ui.audit.audit_page import AuditView  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("audit"))
    stage.settle()
    for page in window.findChildren(AuditView):
        page.tabs.setCurrentIndex(1)
        page.chain.check()
    stage.settle()
    return window


def show_rights_of_data(stage: Stage) -> QWidget:
    """Show what a volunteer may do with each kind of data."""
    window = show_members(stage)
    stage.settle()
    for page in window.findChildren(MembersPage):
        page.tabs.setCurrentIndex(1)
        page.rights.tabs.setCurrentIndex(1)
        page.rights.role.set_value("volunteer")
    stage.settle()
    return window


def show_new_member(stage: Stage) -> QWidget:
    """Show the form of a colleague who gets a login."""
    window = show_members(stage)
    stage.settle()
    for page in window.findChildren(MembersPage):
        page.tabs.setCurrentIndex(0)
        page.form.show_logins(is_shared=True)
        page.add()
        page.form.name.set_value("Jürgen Groß-Çelik")
    return window


def show_given_login(stage: Stage) -> QWidget:
    """Show an invented login, as it is shown once."""
    window = show_new_member(stage)
    given = GivenLogin("Jürgen Groß-Çelik", "juergen_gross_celik", "dakure-minofa-suvela-rubogi")
    for page in window.findChildren(MembersPage):
        page.form.given.show_login(given)
        page.form.setCurrentWidget(page.form.given)
    return window


def show_codes(stage: Stage) -> QWidget:
    """Show the office's own topic."""
    from ui.codes.codes_page import CodesPage  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("codes"))
    stage.settle()
    for page in window.findChildren(CodesPage):
        page.table.choose(page.table.rows()[-1].code)
        page.split.show_detail()
    return window


def show_own_fields(stage: Stage) -> QWidget:
    """Show the office's own field."""
    from ui.custom.fields_page import OwnFieldsPage  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("custom"))
    stage.settle()
    for page in window.findChildren(OwnFieldsPage):
        page.table.choose_first()
        page.split.show_detail()
    return window


def show_filling_in(stage: Stage) -> QWidget:
    """Fill in the own fields of a person."""
    from ui.custom.own_card import OwnFieldsCard  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("clients", stage.client_id))
    stage.settle()
    for card in window.findChildren(OwnFieldsCard):
        card.begin()
    stage.settle()
    return window


def show_differences(stage: Stage) -> QWidget:
    """Compare the office with a file of another one."""
    from ui.configuration.configuration_page import (  # noqa: PLC0415 - made with the window
        ConfigurationPage,
    )

    window = stage.go_to(Place("configuration"))
    stage.settle()
    other = (
        b'{"format": "nahbar-configuration", "version": 1, "settings": {"keeps_cpr": true},'
        b' "codes": {"topics/heat_action_plan": {"de": "Hitze", "da": "", "en": "Heat",'
        b' "offered": false}},'
        b' "terms": {"de/laut": {"better": "nach"}}}'
    )
    for page in window.findChildren(ConfigurationPage):
        page.show_content(other)
    stage.settle()
    return window
