"""Reading lists from files of other programs: CSV, Excel workbooks and contact cards."""

from app.exchange.reading.source import Kind, Source, TypedTable
from app.exchange.reading.tables import read_table

__all__ = ["Kind", "Source", "TypedTable", "read_table"]
