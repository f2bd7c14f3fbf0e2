"""What a household and a relation are, who seems to live together, how a letter greets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.households.rules.addresses import (
        Resident,
        house_key,
        likely_households,
        lives_with,
        street_key,
    )
    from app.households.rules.households import HouseholdDetails, check_household, check_leaving
    from app.households.rules.letters import Addressee, HouseholdGreeting, greet_household
    from app.households.rules.relations import (
        INVERSE_LABELS,
        RELATION_LABELS,
        RelationDetails,
        RelationKind,
        check_relation,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "addresses": ("Resident", "house_key", "likely_households", "lives_with", "street_key"),
            "households": ("HouseholdDetails", "check_household", "check_leaving"),
            "letters": ("Addressee", "HouseholdGreeting", "greet_household"),
            "relations": (
                "INVERSE_LABELS",
                "RELATION_LABELS",
                "RelationDetails",
                "RelationKind",
                "check_relation",
            ),
        },
    )

__all__ = [
    "INVERSE_LABELS",
    "RELATION_LABELS",
    "Addressee",
    "HouseholdDetails",
    "HouseholdGreeting",
    "RelationDetails",
    "RelationKind",
    "Resident",
    "check_household",
    "check_leaving",
    "check_relation",
    "greet_household",
    "house_key",
    "likely_households",
    "lives_with",
    "street_key",
]
