"""The code list of institutions that an office may change."""

from __future__ import annotations

from app.codes.rules import CodeList
from app.errors import N_
from app.institutions.rules.kinds import KIND_LABELS

KINDS = CodeList(
    "institution_kinds",
    N_("Kinds of institutions"),
    {kind.value: words for kind, words in KIND_LABELS.items()},
)
