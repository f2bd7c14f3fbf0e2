"""What an office makes of the program without code: its code lists and its own fields."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


class CodeEntry(Record):
    """A word of a code list that the office added, renamed or no longer offers."""

    __tablename__ = "code_entry"
    __table_args__ = (UniqueConstraint("list_name", "code"),)

    list_name: Mapped[str] = mapped_column(Text)
    """See `app.codes.rules.CodeList`."""
    code: Mapped[str] = mapped_column(Text)
    """What records keep; it never changes."""
    label_de: Mapped[str] = mapped_column(Text, default="")
    """"" where the delivered word holds, or else that of another language."""
    label_da: Mapped[str] = mapped_column(Text, default="")
    label_en: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(Integer, default=0)
    """Below 0 where the office chose the order, the lowest first; else what was added last
    comes last, and delivered words stay in their place."""
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)
    """Whether it is still offered; where it was used it stays."""


class CustomField(Record):
    """A field of people that the office defined for itself."""

    __tablename__ = "custom_field"

    label_de: Mapped[str] = mapped_column(Text, default="")
    label_da: Mapped[str] = mapped_column(Text, default="")
    label_en: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(Text)
    """See `app.custom.rules.FieldKind`; it never changes."""
    choices: Mapped[str] = mapped_column(Text, default="[]")
    """JSON list of the words that are offered, where one of them is chosen."""
    position: Mapped[int] = mapped_column(Integer, default=0)
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)
    """Whether it still stands in the form; where it was filled in it is still shown."""


class CustomValue(Record):
    """What stands in an own field about one person."""

    __tablename__ = "custom_value"
    __table_args__ = (UniqueConstraint("person_id", "field_id"), Index(None, "field_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    field_id: Mapped[UUID] = mapped_column(ForeignKey("custom_field.id"))
    entry: Mapped[str] = mapped_column(Text)
    """As `app.custom.rules.written` writes it: days as ISO 8601, "yes" or "no"."""
