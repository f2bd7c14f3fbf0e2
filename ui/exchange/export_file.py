"""Plans the file of an export: a list with its head, or address cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.exchange.writing.card_file import CardFile, Cards
from app.exchange.writing.columns import Cells, ExportColumn
from app.exchange.writing.list_file import ListFile
from app.exchange.writing.new_file import NewFile
from app.exchange.writing.rules import ExportFormat, ListHead
from app.exchange.writing.sealed_file import SealedFile
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
    file: NewFile | SealedFile,
) -> OutgoingFile[Any]:
    """Answer what a wish asks to be put into a file; nothing is written yet."""
    if wish.format is ExportFormat.VCARD and offer.card is not None:
        return CardFile(file, Cards(offer.card, offer.is_protected, wish.with_protected))
    head = ListHead(
        language=language(),
        title=offer.title,
        columns=tuple(column.title for column in columns),
        when=desk.local_now,
        who=desk.who,
        selection=offer.selection,
    )
    cells = Cells(tuple(columns), offer.is_protected, wish.with_protected)
    return ListFile(file, wish.format, head, cells)


def place_of(path: Path, wish: ExportWish, password: str) -> NewFile | SealedFile:
    """Answer the file at a place: sealed with the password where that is wanted."""
    return SealedFile(path, wish.format, password) if wish.is_sealed else NewFile(path)
