"""What is known of a person - name, birth, addresses, roles, status - and what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names
from app.text_rules import full_name

if TYPE_CHECKING:
    from app.clients.rules.addresses import (
        COUNTRIES,
        Address,
        address_lines,
        check_address,
        tidy_address,
        typed_address,
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
    from app.clients.rules.cpr import cpr_warnings, mask_cpr, read_cpr, show_cpr
    from app.clients.rules.details import SALUTATION_LABELS, ClientDetails, Salutation, check_client
    from app.clients.rules.names import fold, name_words
    from app.clients.rules.narrowing import NO_NARROWING, Narrowing, read_narrowing
    from app.clients.rules.reach import (
        ADDRESS_LABELS,
        KIND_LABELS,
        REACH_SUGGESTIONS,
        AddressLabel,
        FurtherAddress,
        Reach,
        ReachKind,
        choose_letter_address,
    )
    from app.clients.rules.roles import ROLE_LABELS, Role, RoleSpan, check_span
    from app.clients.rules.search import ClientFilter, SearchKeys, search_keys, search_mark
    from app.clients.rules.sorting import sort_key
    from app.clients.rules.speaking import FORMAT_LABELS, LEVEL_LABELS, LanguageLevel, LetterFormat
    from app.clients.rules.status import (
        STATUS_LABELS,
        PersonStatus,
        Planned,
        Standing,
        is_ruled_out,
        why_no_letter,
        why_no_visit,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "addresses": (
                "COUNTRIES",
                "Address",
                "address_lines",
                "check_address",
                "tidy_address",
                "typed_address",
            ),
            "births": (
                "Age",
                "Birth",
                "BirthPrecision",
                "age",
                "check_birth",
                "read_birth",
                "write_birth",
            ),
            "contact": ("check_email", "show_phone"),
            "cpr": ("cpr_warnings", "mask_cpr", "read_cpr", "show_cpr"),
            "details": ("SALUTATION_LABELS", "ClientDetails", "Salutation", "check_client"),
            "names": ("fold", "name_words"),
            "narrowing": ("NO_NARROWING", "Narrowing", "read_narrowing"),
            "reach": (
                "ADDRESS_LABELS",
                "KIND_LABELS",
                "REACH_SUGGESTIONS",
                "AddressLabel",
                "FurtherAddress",
                "Reach",
                "ReachKind",
                "choose_letter_address",
            ),
            "roles": ("ROLE_LABELS", "Role", "RoleSpan", "check_span"),
            "search": ("ClientFilter", "SearchKeys", "search_keys", "search_mark"),
            "sorting": ("sort_key",),
            "speaking": ("FORMAT_LABELS", "LEVEL_LABELS", "LanguageLevel", "LetterFormat"),
            "status": (
                "STATUS_LABELS",
                "PersonStatus",
                "Planned",
                "Standing",
                "is_ruled_out",
                "why_no_letter",
                "why_no_visit",
            ),
        },
    )

__all__ = [
    "ADDRESS_LABELS",
    "COUNTRIES",
    "FORMAT_LABELS",
    "KIND_LABELS",
    "LEVEL_LABELS",
    "NO_NARROWING",
    "REACH_SUGGESTIONS",
    "ROLE_LABELS",
    "SALUTATION_LABELS",
    "STATUS_LABELS",
    "Address",
    "AddressLabel",
    "Age",
    "Birth",
    "BirthPrecision",
    "ClientDetails",
    "ClientFilter",
    "FurtherAddress",
    "LanguageLevel",
    "LetterFormat",
    "Narrowing",
    "PersonStatus",
    "Planned",
    "Reach",
    "ReachKind",
    "Role",
    "RoleSpan",
    "Salutation",
    "SearchKeys",
    "Standing",
    "address_lines",
    "age",
    "check_address",
    "check_birth",
    "check_client",
    "check_email",
    "check_span",
    "choose_letter_address",
    "cpr_warnings",
    "fold",
    "full_name",
    "is_ruled_out",
    "mask_cpr",
    "name_words",
    "read_birth",
    "read_cpr",
    "read_narrowing",
    "search_keys",
    "search_mark",
    "show_cpr",
    "show_phone",
    "sort_key",
    "tidy_address",
    "typed_address",
    "why_no_letter",
    "why_no_visit",
    "write_birth",
]
