"""What the fault tests save: drafts, numbered, of a size that spans several pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.drafts import Draft

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act

_NUMBERS = select(Draft.subject).where(Draft.form == "fault").order_by(Draft.saved_at)


def save_numbered(act: Act, number: int, size: int = 9000) -> None:
    """Save one row that is recognised by its number."""
    text = f"{number:09d}" * (size // 9)
    act.session.add(
        Draft(
            who=act.who, form="fault", subject=str(number), title="", fields=text, saved_at=act.now
        )
    )
    act.touch("drafts")


def numbers(connection: Connection) -> set[int]:
    """Answer the numbers of all rows that are there."""
    return {int(subject) for subject in connection.execute(_NUMBERS).scalars()}
