"""Colleagues of a shared office have a login on its server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the list of colleagues; in an office of one file nobody has a login."""
    with op.batch_alter_table("member") as table:
        table.add_column(sa.Column("login", sa.Text(), nullable=True))
        table.create_unique_constraint(op.f("uq_member_login"), ["login"])


def downgrade() -> None:
    """Narrow the list of colleagues again."""
    with op.batch_alter_table("member") as table:
        table.drop_constraint(op.f("uq_member_login"), type_="unique")
        table.drop_column("login")
