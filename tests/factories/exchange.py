"""Makes what leaves the office: heads of lists and wishes."""

from __future__ import annotations

from datetime import datetime

from app.exchange.writing.rules import ListHead


def list_head(*columns: str, title: str = "Menschen", language: str = "de") -> ListHead:
    """Answer the head of a list with columns."""
    return ListHead(
        language=language,
        title=title,
        columns=columns,
        when=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        who="Petra Schneider",
    )
