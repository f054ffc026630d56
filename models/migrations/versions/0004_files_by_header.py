"""Imports keep by which header a file is known again, and what was said about how to read it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("import_", sa.Column("header_key", sa.String(), nullable=True))
    op.add_column("import_", sa.Column("said", sa.JSON(), nullable=True))
    op.create_index(op.f("ix_import__header_key"), "import_", ["header_key"])


def downgrade() -> None:
    op.drop_index(op.f("ix_import__header_key"), table_name="import_")
    op.drop_column("import_", "said")
    op.drop_column("import_", "header_key")
