"""What can be asked about people: type-ahead, list windows, the card, ways to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.queries.coming import Coming, ComingVisit, coming, coming_visits
from app.late_names import late_names

if TYPE_CHECKING:
    from app.clients.queries.card import ClientCard, client_card
    from app.clients.queries.editing import ClientToEdit, as_details, client_to_edit
    from app.clients.queries.finding import find_clients
    from app.clients.queries.hits import ClientHit
    from app.clients.queries.home import home_country
    from app.clients.queries.reaching import (
        ClientReach,
        client_reach,
        further_addresses,
        further_reaches,
        letter_address,
    )
    from app.clients.queries.windows import client_hit, client_place, client_window, count_clients
else:
    __getattr__ = late_names(
        __name__,
        {
            "card": ("ClientCard", "client_card"),
            "editing": ("ClientToEdit", "as_details", "client_to_edit"),
            "finding": ("find_clients",),
            "hits": ("ClientHit",),
            "home": ("home_country",),
            "reaching": (
                "ClientReach",
                "client_reach",
                "further_addresses",
                "further_reaches",
                "letter_address",
            ),
            "windows": ("client_hit", "client_place", "client_window", "count_clients"),
        },
    )

__all__ = [
    "ClientCard",
    "ClientHit",
    "ClientReach",
    "ClientToEdit",
    "Coming",
    "ComingVisit",
    "as_details",
    "client_card",
    "client_hit",
    "client_place",
    "client_reach",
    "client_to_edit",
    "client_window",
    "coming",
    "coming_visits",
    "count_clients",
    "find_clients",
    "further_addresses",
    "further_reaches",
    "home_country",
    "letter_address",
]
