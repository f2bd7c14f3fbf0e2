"""The code lists of intake that an office may change."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.codes.rules import CodeList
from app.errors import N_
from app.intake.rules.words import END_REASONS, REASON_LABELS, SOURCE_LABELS, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping


def _reasons(name: str, title: str, stage: Stage) -> CodeList:
    words = {reason.value: REASON_LABELS[reason] for reason in END_REASONS[stage]}
    return CodeList(name, title, words)


SOURCES = CodeList(
    "request_sources",
    N_("Who asks for help"),
    {source.value: words for source, words in SOURCE_LABELS.items()},
)
REASONS: Mapping[Stage, CodeList] = MappingProxyType(
    {
        Stage.DECLINED: _reasons(
            "declined_reasons", N_("Why a request is declined"), Stage.DECLINED
        ),
        Stage.UNSUITABLE: _reasons(
            "unsuitable_reasons", N_("Why a request is unsuitable"), Stage.UNSUITABLE
        ),
        Stage.WITHDRAWN: _reasons(
            "withdrawn_reasons", N_("Why a request fell away"), Stage.WITHDRAWN
        ),
    }
)
"""The reasons that each end can have."""
