"""A mass mailing knows what was wanted of it and the place of each letter, to be tried again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the tables of mailings; what was kept before knows neither."""
    op.add_column("letter_run", sa.Column("wish", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "letter_run_item", sa.Column("number", sa.Integer(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    """Narrow the tables of mailings again."""
    op.drop_column("letter_run_item", "number")
    op.drop_column("letter_run", "wish")
