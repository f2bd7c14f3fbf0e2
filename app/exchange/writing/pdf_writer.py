"""Lists as PDF, to print and to read aloud: the whole list is set when it is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.exchange.writing.rules import Cell, ListHead


class PdfWriter:
    """Collects the rows; how wide they are decides about the page."""

    def __init__(self, head: ListHead) -> None:
        """Begin without rows."""
        self._head = head
        self._rows: list[tuple[Cell, ...]] = []
        self.cut_cells = 0

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> bytes:
        """Take the next rows; nothing is answered before the end."""
        self._rows.extend(rows)
        return b""

    def finish(self) -> bytes:
        """Answer the whole document."""
        from forms.lists.list_paper import ListPaper, render  # noqa: PLC0415 - fonts are read

        head = self._head
        return render(
            ListPaper(
                language=head.language,
                title=head.title,
                columns=head.columns,
                rows=tuple(self._rows),
                when=head.when,
                who=head.who,
                selection=head.selection,
            )
        )
