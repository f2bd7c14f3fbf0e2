"""What can be asked about clients: type-ahead, list windows, the card and its notes."""

from app.clients.queries.card import (
    ClientCard,
    ClientNoteRow,
    client_card,
    client_notes,
    client_with_notes,
    count_client_notes,
)
from app.clients.queries.editing import ClientToEdit, as_details, client_to_edit, home_country
from app.clients.queries.finding import find_clients
from app.clients.queries.hits import ClientHit
from app.clients.queries.windows import client_hit, client_place, client_window, count_clients

__all__ = [
    "ClientCard",
    "ClientHit",
    "ClientNoteRow",
    "ClientToEdit",
    "as_details",
    "client_card",
    "client_hit",
    "client_notes",
    "client_place",
    "client_to_edit",
    "client_window",
    "client_with_notes",
    "count_client_notes",
    "count_clients",
    "find_clients",
    "home_country",
]
