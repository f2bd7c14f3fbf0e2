"""The tabs that other features add to the client's card, wired by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from ui.clients.tabs import ClientTab, OverviewEntry, TabEntry

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk
    from ui.households.circle_card import CircleCard


def make_visits_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of a client's visits."""
    from ui.visiting.client_visits_tab import ClientVisitsTab  # noqa: PLC0415 - when it is looked at

    return ClientVisitsTab(desk, client_id)


def make_letters_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of a client's letters."""
    from ui.letters.client_letters_tab import ClientLettersTab  # noqa: PLC0415 - when it is looked at

    return ClientLettersTab(desk, client_id)


def make_privacy_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab about who may know of a person, who looked, and what is held."""
    from ui.privacy.person_privacy_tab import (  # noqa: PLC0415 - when it is looked at
        PersonPrivacyTab,
    )

    return PersonPrivacyTab(desk, client_id)


def make_circle_card(desk: Desk) -> CircleCard:
    """Make the card of household and relations."""
    from ui.households.circle_card import CircleCard  # noqa: PLC0415 - when a card is looked at

    return CircleCard(desk)


def make_tasks_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of the tasks about a person."""
    from ui.tasks.client_tasks_tab import ClientTasksTab  # noqa: PLC0415 - when it is looked at

    return ClientTasksTab(desk, client_id)


CLIENT_TABS = (
    TabEntry(N_("Visits"), make_visits_tab),
    TabEntry(N_("Letters"), make_letters_tab),
    TabEntry(N_("Tasks"), make_tasks_tab),
    TabEntry(N_("Privacy"), make_privacy_tab),
)
"""The tabs after overview and notes, from left to right."""

OVERVIEW_CARDS = (OverviewEntry(make_circle_card),)
"""The cards that other features add to the overview, from top to bottom."""
