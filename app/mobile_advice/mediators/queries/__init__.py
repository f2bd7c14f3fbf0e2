"""Asking about mediators: requests, who could come, pools, what gets late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.mediators.queries.editing import RequestToEdit, request_to_edit
    from app.mobile_advice.mediators.queries.people import mediators_on, suggestions
    from app.mobile_advice.mediators.queries.pools import PoolRow, list_pools, pools_of_rules
    from app.mobile_advice.mediators.queries.requests import (
        LateRow,
        RequestList,
        RequestRow,
        late_requests,
        list_requests,
        request_row,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "editing": ("RequestToEdit", "request_to_edit"),
            "people": ("mediators_on", "suggestions"),
            "pools": ("PoolRow", "list_pools", "pools_of_rules"),
            "requests": (
                "LateRow",
                "RequestList",
                "RequestRow",
                "late_requests",
                "list_requests",
                "request_row",
            ),
        },
    )

__all__ = [
    "LateRow",
    "PoolRow",
    "RequestList",
    "RequestRow",
    "RequestToEdit",
    "late_requests",
    "list_pools",
    "list_requests",
    "mediators_on",
    "pools_of_rules",
    "request_row",
    "request_to_edit",
    "suggestions",
]
