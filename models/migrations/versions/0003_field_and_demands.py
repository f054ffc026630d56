"""Which department fits, and what a cohort demands of every pair."""

from alembic import op

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None

WISHES = "IN ('any', 'same', 'other')"
# Written out, because both databases add such a column in place: a rebuilt table would lose its count of ids on SQLite.
COLUMNS = {
    "field_weight": "INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_cohort_field_weight_in_range"
    " CHECK (field_weight IS NULL OR field_weight BETWEEN 0 AND 10)",
    "field_wish": f"VARCHAR DEFAULT 'any' NOT NULL CONSTRAINT ck_cohort_field_wish_known CHECK (field_wish {WISHES})",
    "field_rule": f"VARCHAR DEFAULT 'any' NOT NULL CONSTRAINT ck_cohort_field_rule_known CHECK (field_rule {WISHES})",
    "has_common_language": "BOOLEAN DEFAULT false NOT NULL",
    "most_hours_apart": "INTEGER CONSTRAINT ck_cohort_most_hours_apart_in_range"
    " CHECK (most_hours_apart IS NULL OR most_hours_apart BETWEEN 0 AND 12)",
}


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.execute(f"ALTER TABLE cohort ADD COLUMN {name} {kind}")


def downgrade() -> None:
    with op.batch_alter_table("cohort", table_kwargs={"sqlite_autoincrement": True}) as batch:
        for name in ("most_hours_apart_in_range", "field_rule_known", "field_wish_known", "field_weight_in_range"):
            batch.drop_constraint(op.f(f"ck_cohort_{name}"), type_="check")
        for name in COLUMNS:
            batch.drop_column(name)
