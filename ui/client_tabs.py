"""The tabs that other features add to the client's card, wired by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from ui.clients.tabs import ClientTab, OverviewEntry, TabEntry

if TYPE_CHECKING:
    from uuid import UUID

    from ui.custom.own_card import OwnFieldsCard
    from ui.desk import Desk
    from ui.households.circle_card import CircleCard
    from ui.institutions.contact_places_card import ContactPlacesCard
    from ui.my_day.hint_lines import HintLines
    from ui.preventive.overview_card import PreventiveOverview


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


def make_advice_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of appointments and advice."""
    from ui.mobile_advice.advice_tab import AdviceTab  # noqa: PLC0415 - when it is looked at

    return AdviceTab(desk, client_id)


def make_circle_card(desk: Desk) -> CircleCard:
    """Make the card of household and relations."""
    from ui.households.circle_card import CircleCard  # noqa: PLC0415 - when a card is looked at

    return CircleCard(desk)


def make_tasks_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of the tasks about a person."""
    from ui.tasks.client_tasks_tab import ClientTasksTab  # noqa: PLC0415 - when it is looked at

    return ClientTasksTab(desk, client_id)


def make_intake_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of requests, consent and what was passed on."""
    from ui.intake.person_tab import PersonTab  # noqa: PLC0415 - when it is looked at

    return PersonTab(desk, client_id)


def make_referrals_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of enquiries and housing cases about a person."""
    from ui.referrals.person_tab import PersonReferralsTab  # noqa: PLC0415 - when it is looked at

    return PersonReferralsTab(desk, client_id)


def make_volunteer_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of a person as a volunteer."""
    from ui.volunteers.volunteer_tab import VolunteerTab  # noqa: PLC0415 - when it is looked at

    return VolunteerTab(desk, client_id)


def make_matching_tab(desk: Desk, client_id: UUID) -> ClientTab:
    """Make the tab of wishes, matches and who could visit."""
    from ui.matches.matching_tab import MatchingTab  # noqa: PLC0415 - when it is looked at

    return MatchingTab(desk, client_id)


def make_contact_places(desk: Desk) -> ContactPlacesCard:
    """Make the card of the institutions at which somebody is a contact."""
    from ui.institutions.contact_places_card import (  # noqa: PLC0415 - when a card is looked at
        ContactPlacesCard,
    )

    return ContactPlacesCard(desk)


def make_preventive_card(desk: Desk) -> PreventiveOverview:
    """Make the card of preventive visits."""
    from ui.preventive.overview_card import (  # noqa: PLC0415 - when a card is looked at
        PreventiveOverview,
    )

    return PreventiveOverview(desk)


def make_hints(desk: Desk) -> HintLines:
    """Make the lines under the head of the card that say what the rules found."""
    from ui.my_day.hint_lines import HintLines  # noqa: PLC0415 - when a card is looked at

    return HintLines(desk)


def make_own_fields(desk: Desk) -> OwnFieldsCard:
    """Make the card of what the office asks besides."""
    from ui.custom.own_card import OwnFieldsCard  # noqa: PLC0415 - when a card is looked at

    return OwnFieldsCard(desk)


CLIENT_TABS = (
    TabEntry(N_("Visits"), make_visits_tab, page="visiting"),
    TabEntry(N_("Letters"), make_letters_tab, page="letters"),
    TabEntry(N_("Tasks"), make_tasks_tab, verbs=("tasks",)),
    TabEntry(N_("Advice"), make_advice_tab),
    TabEntry(
        N_("Intake and consent"), make_intake_tab, verbs=("consent", "new_consent", "pass_on")
    ),
    TabEntry(N_("Referrals"), make_referrals_tab, page="referrals"),
    TabEntry(N_("Matching"), make_matching_tab, verbs=("wishes",), page="matches"),
    TabEntry(N_("Volunteering"), make_volunteer_tab, page="volunteers"),
    TabEntry(N_("Privacy"), make_privacy_tab, page="keeping"),
)
"""The tabs after overview and notes, from left to right."""

OVERVIEW_CARDS = (
    OverviewEntry(make_hints, in_head=True),
    OverviewEntry(make_circle_card, page="households"),
    OverviewEntry(make_contact_places),
    OverviewEntry(make_preventive_card, page="preventive"),
    OverviewEntry(make_own_fields),
)
"""The cards that other features add to the overview, from top to bottom."""
