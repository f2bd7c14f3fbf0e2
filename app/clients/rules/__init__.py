"""What a client's name, date of birth, address and notes mean, and what is allowed."""

from app.clients.rules.addresses import (
    COUNTRIES,
    Address,
    address_lines,
    check_address,
    tidy_address,
)
from app.clients.rules.births import (
    Age,
    Birth,
    BirthPrecision,
    age,
    check_birth,
    read_birth,
    write_birth,
)
from app.clients.rules.contact import check_email, show_phone
from app.clients.rules.details import (
    SALUTATION_LABELS,
    ClientDetails,
    Salutation,
    check_client,
    check_note,
    full_name,
)
from app.clients.rules.names import fold, name_words
from app.clients.rules.search import ClientFilter, SearchKeys, search_keys, search_mark
from app.clients.rules.sorting import sort_key

__all__ = [
    "COUNTRIES",
    "SALUTATION_LABELS",
    "Address",
    "Age",
    "Birth",
    "BirthPrecision",
    "ClientDetails",
    "ClientFilter",
    "Salutation",
    "SearchKeys",
    "address_lines",
    "age",
    "check_address",
    "check_birth",
    "check_client",
    "check_email",
    "check_note",
    "fold",
    "full_name",
    "name_words",
    "read_birth",
    "search_keys",
    "search_mark",
    "show_phone",
    "sort_key",
    "tidy_address",
    "write_birth",
]
