"""The table of answers to enquiries: what a reporter was told, exactly as it was shown."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from db.base import Instant, Record


class Answer(Record):
    """One answer to the reporter of an enquiry; it is written once and never changed."""

    __tablename__ = "answer"
    __table_args__ = (Index(None, "enquiry_id", "at"), Index(None, "at"))

    enquiry_id: Mapped[UUID] = mapped_column(ForeignKey("enquiry.id"))
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(Text)
    """See `app.referrals.answers.rules.AnswerChannel`: letter, phone or mail."""
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    recipient: Mapped[str] = mapped_column(Text, default="")
    """Who was answered, in words."""
    disclosure_class: Mapped[str] = mapped_column(Text)
    """See `app.referrals.answers.rules.DisclosureClass`."""
    language: Mapped[str] = mapped_column(Text, default="")
    blocks: Mapped[str] = mapped_column(Text)
    """Codes of the fixed sentences, a space between them."""
    free_text: Mapped[str] = mapped_column(Text, default="")
    """What was typed besides; "" without a consent that names the recipient."""
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    shown_text: Mapped[str] = mapped_column(Text)
    """Every word that was said, as the preview showed it."""
    basis: Mapped[str] = mapped_column(Text, default="")
    """Code of the legal basis, see `app.referrals.bases`."""
    sha256: Mapped[str] = mapped_column(Text, default="")
    """Of the pages; "" where nothing was written on paper."""
    pdf: Mapped[bytes | None] = deferred(mapped_column(LargeBinary, nullable=True))
    """The letter where nobody has a file that it could stand in."""
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"))
    note_id: Mapped[UUID | None] = mapped_column(ForeignKey("note.id"))
    """The entry in the journal of the person whom the enquiry is about."""
    disclosure_id: Mapped[UUID | None] = mapped_column(ForeignKey("disclosure.id"))
