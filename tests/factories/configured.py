"""Whole entries of a configuration file, as another office may have saved them."""

from __future__ import annotations

from typing import Any

REQUIREMENT: dict[str, Any] = {
    "title": "Ausweis", "kind": "other", "before_stage": "active", "source": "",
    "valid_until": None, "valid_months": 0, "warn_days": 0, "grace_days": 0,
    "most_age_months": 0, "delete_months": 0,
}  # fmt: skip
RULE: dict[str, Any] = {
    "title": "Mit 90", "law": "", "source": "", "repeats": "once", "risk_code": "",
    "least_age": 90, "most_age": 90, "lives_alone": False, "after_days": 0,
    "valid_from": "2027-01-01", "valid_until": None, "offered": True,
}  # fmt: skip
WHOLE_POOL: dict[str, Any] = {
    "name": "Pool", "languages": ["ar"], "lead_days": 3, "sworn": False, "funding_rule": "",
    "valid_from": "2027-01-01", "source": "", "offered": True,
}  # fmt: skip
NEW = "DE/id_card/2027-01-01"
"""The key of the requirement."""
