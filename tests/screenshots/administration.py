"""Screens of the administration that a place alone does not bring about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QScrollArea

from app.configuration.rules import Part
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


def _other_office() -> dict[str, Any]:
    """Answer what the file of another office says, of each part something."""
    asked = {
        "title": "Introductory training", "kind": "training", "before_stage": "active",
        "source": "2026-11-20", "valid_until": None, "valid_months": 24, "warn_days": 60,
        "grace_days": 0, "most_age_months": 0, "delete_months": 0,
    }  # fmt: skip
    before = asked | {"valid_months": 0, "warn_days": 0, "source": ""}
    rule = {
        "title": "90+", "law": "", "source": "", "repeats": "yearly", "risk_code": "",
        "least_age": 90, "most_age": None, "lives_alone": True, "after_days": 14,
        "valid_from": "2027-01-01", "valid_until": None, "offered": True,
    }  # fmt: skip
    pool = {
        "name": "Sprachmittlerpool Nord", "languages": ["ar", "tr"], "lead_days": 5,
        "sworn": False, "funding_rule": "", "valid_from": "2027-01-01", "source": "",
        "offered": True,
    }  # fmt: skip
    heat = {"de": "Hitze", "da": "", "en": "Heat", "offered": False}
    return {
        "format": "nahbar-configuration",
        "version": 1,
        "settings": {"keeps_cpr": True},
        "codes": {"topics/heat_action_plan": heat},
        "terms": {"de/laut": {"better": "nach"}},
        "requirements": {
            **{f"{country}/training/2027-01-01": asked for country in ("DE", "DK")},
            **{f"{country}/training/1999-01-01": before for country in ("DE", "DK")},
        },
        "preventive_rules": {"own": rule},
        "delivered_rules": {"de_75": {"offered": False}, "dk_75": {"offered": False}},
        "pools": {pool["name"]: pool},
    }


def show_differences(stage: Stage) -> QWidget:
    """Compare the office with a file of another one."""
    from ui.configuration.configuration_page import (  # noqa: PLC0415 - made with the window
        ConfigurationPage,
    )

    window = stage.go_to(Place("configuration"))
    stage.settle()
    content = json.dumps(_other_office()).encode()
    for page in window.findChildren(ConfigurationPage):
        page.show_content(content)
    stage.settle()
    return window


def show_dated_differences(stage: Stage) -> QWidget:
    """Look at a requirement of the same list that is added, with the words of both sides."""
    from ui.configuration.configuration_page import (  # noqa: PLC0415 - made with the window
        ConfigurationPage,
    )

    window = show_differences(stage)
    for page in window.findChildren(ConfigurationPage):
        page.table.choose((Part.REQUIREMENTS, "DE/training/2027-01-01"))
        stage.settle()
        for area in window.findChildren(QScrollArea):
            if area.isAncestorOf(page.whole):
                area.ensureWidgetVisible(page.take_button)
    stage.settle()
    return window
