"""Plans the file of an export: a list with its head, or address cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.exchange.writing.card_file import CardFile, Cards
from app.exchange.writing.columns import Cells, ExportColumn
from app.exchange.writing.list_file import ListFile
from app.exchange.writing.rules import ExportFormat, ListHead
from resources.text import language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.exchange.writing.rules import ExportWish
    from ui.desk import Desk
    from ui.exchange.export_run import OutgoingFile
    from ui.widgets.export_offer import ExportOffer


def planned_file(
    desk: Desk,
    offer: ExportOffer[Any],
    wish: ExportWish,
    columns: Sequence[ExportColumn[Any]],
    path: Path,
) -> OutgoingFile[Any]:
    """Answer the file that a wish asks for; nothing is written yet."""
    if wish.format is ExportFormat.VCARD and offer.card is not None:
        return CardFile(path, Cards(offer.card, offer.is_protected, wish.with_protected))
    head = ListHead(
        language=language(),
        title=offer.title,
        columns=tuple(column.title for column in columns),
        when=desk.local_now,
        who=desk.who,
        selection=offer.selection,
    )
    cells = Cells(tuple(columns), offer.is_protected, wish.with_protected)
    return ListFile(path, wish.format, head, cells)
