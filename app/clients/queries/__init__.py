"""What can be asked about people: type-ahead, list windows, the card, ways to reach them."""

from app.clients.queries.card import (
    ClientCard,
    client_card,
)
from app.clients.queries.coming import ComingVisit, coming_visits
from app.clients.queries.editing import ClientToEdit, as_details, client_to_edit, home_country
from app.clients.queries.finding import find_clients
from app.clients.queries.hits import ClientHit
from app.clients.queries.reaching import (
    ClientReach,
    client_reach,
    further_addresses,
    further_reaches,
    letter_address,
)
from app.clients.queries.windows import client_hit, client_place, client_window, count_clients

__all__ = [
    "ClientCard",
    "ClientHit",
    "ClientReach",
    "ClientToEdit",
    "ComingVisit",
    "as_details",
    "client_card",
    "client_hit",
    "client_place",
    "client_reach",
    "client_to_edit",
    "client_window",
    "coming_visits",
    "count_clients",
    "find_clients",
    "further_addresses",
    "further_reaches",
    "home_country",
    "letter_address",
]
