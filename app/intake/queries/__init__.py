"""What can be asked about requests: lists, the waiting list, one request, figures."""

from app.intake.queries.card import (
    RequestCard,
    RequestToEdit,
    request_card,
    request_to_edit,
)
from app.intake.queries.figures import FigureRow, request_figures
from app.intake.queries.lists import (
    RequestCounts,
    RequestList,
    RequestRow,
    count_requests,
    list_requests,
    requests_of_person,
)

__all__ = [
    "FigureRow",
    "RequestCard",
    "RequestCounts",
    "RequestList",
    "RequestRow",
    "RequestToEdit",
    "count_requests",
    "list_requests",
    "request_card",
    "request_figures",
    "request_to_edit",
    "requests_of_person",
]
