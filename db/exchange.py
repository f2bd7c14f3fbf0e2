"""The tables of import and export: what came in, what is held, what went out, saved views."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, Float, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class ImportRun(Record):
    """One imported file."""

    __tablename__ = "import_run"
    __table_args__ = (Index(None, "at"),)

    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    rows: Mapped[int] = mapped_column(Integer)
    added: Mapped[int] = mapped_column(Integer)
    held: Mapped[int] = mapped_column(Integer)
    wrong: Mapped[int] = mapped_column(Integer)


class HeldRow(Record):
    """A row of an import that looks like someone who is known already."""

    __tablename__ = "held_row"
    __table_args__ = (Index(None, "import_run_id"), Index(None, "decision"), Index(None, "twin_id"))

    import_run_id: Mapped[UUID] = mapped_column(ForeignKey("import_run.id"))
    number: Mapped[int] = mapped_column(Integer)
    """Line of the file, counted from 1 with the head."""
    fields: Mapped[str] = mapped_column(Text)
    """JSON object of the form that the row would fill."""
    twin_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    score: Mapped[float] = mapped_column(Float)
    reasons: Mapped[str] = mapped_column(Text)
    decision: Mapped[str] = mapped_column(Text, default="")
    """"" while open, "skipped", "filled" or "added"."""
    decided_by: Mapped[str] = mapped_column(Text, default="")
    decided_at: Mapped[datetime | None] = mapped_column(Instant())


class ExportLog(Record):
    """One list that left the program: who took it, why, and how much of it."""

    __tablename__ = "export_log"
    __table_args__ = (Index(None, "at"),)

    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    list_name: Mapped[str] = mapped_column(Text)
    """Feature word of the list, such as "clients"."""
    reason: Mapped[str] = mapped_column(Text)
    form: Mapped[str] = mapped_column(Text)
    """"csv", "xlsx", "pdf" or "vcf"; "csv+zip" in an archive that a password opens."""
    columns: Mapped[str] = mapped_column(Text)
    """JSON list of the names of the columns."""
    rows: Mapped[int] = mapped_column(Integer)
    with_protected: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether protected addresses went out with it, after a question."""


class ExportedPerson(Record):
    """One person who stood in a list that left the program."""

    __tablename__ = "exported_person"
    __table_args__ = (Index(None, "person_id"), Index(None, "export_log_id"))

    export_log_id: Mapped[UUID] = mapped_column(ForeignKey("export_log.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))


class SavedView(Record):
    """Columns, filter and order of a list under a name."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("who", "list_name", "title"),)

    who: Mapped[str] = mapped_column(Text)
    list_name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    is_shared: Mapped[bool] = mapped_column(Boolean, default=False)
    view: Mapped[str] = mapped_column(Text)
    """JSON object of columns, filter and order."""
