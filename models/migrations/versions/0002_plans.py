"""Plans: drafts have a plan and may be locked; an undo is known to the guards."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0003"
branch_labels = None
depends_on = None

# What SQLite would lose of the table while it is rebuilt, because no reflection tells it.
CHECKS_OF_PAIRING = {
    "ended_has_a_date": "(status IN ('completed', 'ended_early')) = (ended_on IS NOT NULL)",
    "end_reason_known": "end_reason IS NULL OR end_reason IN ('completed_plan', 'goal_met', 'no_reply', 'no_time', 'dates', 'other_skills', 'not_a_fit', 'left_program', 'changed_job', 'technical', 'language', 'moved', 'other')",
    "ended_early_has_a_reason": "status <> 'ended_early' OR end_reason IS NOT NULL",
    "started_unless_draft": "status = 'draft' OR started_on IS NOT NULL",
    "status_known": "status IN ('draft', 'active', 'paused', 'completed', 'ended_early')",
    "dates_in_order": "ended_on IS NULL OR ended_on >= started_on",
    "two_people": "mentor_id <> mentee_id",
}
LAST_ID = sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'pairing'")
FORGET_LAST_ID = sa.text("DELETE FROM sqlite_sequence WHERE name = 'pairing'")
SET_LAST_ID = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('pairing', :last)")


def upgrade() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_plan_name_not_blank")),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohort.id"], name=op.f("fk_plan_cohort_id_cohort"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("cohort_id", "name_key", name=op.f("uq_plan_cohort_id_name_key")),
        sa.UniqueConstraint("id", "cohort_id", name=op.f("uq_plan_id_cohort_id")),
        sqlite_autoincrement=True,
    )
    op.add_column("revision", sa.Column("is_undoing", sa.Boolean(), nullable=False, server_default=sa.false()))
    last_id = _last_id()
    with _pairing() as batch:
        batch.add_column(sa.Column("plan_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("is_locked", sa.Boolean(), nullable=False, server_default=sa.false()))
    _keep_last_id(last_id)
    _plan_what_is_drafted()
    with _pairing() as batch:
        batch.create_unique_constraint(op.f("uq_pairing_plan_id_mentee_id"), ["plan_id", "mentee_id"])
        batch.create_foreign_key(
            op.f("fk_pairing_plan_id_cohort_id_plan"),
            "plan",
            ["plan_id", "cohort_id"],
            ["id", "cohort_id"],
            ondelete="RESTRICT",
        )
        batch.create_check_constraint(
            op.f("ck_pairing_drafted_in_a_plan"), "(status = 'draft') = (plan_id IS NOT NULL)"
        )
        batch.create_check_constraint(op.f("ck_pairing_locked_while_draft"), "status = 'draft' OR NOT is_locked")
    _keep_last_id(last_id)


def downgrade() -> None:
    op.execute("DELETE FROM pairing WHERE status = 'draft'")
    last_id = _last_id()
    with _pairing() as batch:
        batch.drop_constraint(op.f("uq_pairing_plan_id_mentee_id"), type_="unique")
        batch.drop_constraint(op.f("fk_pairing_plan_id_cohort_id_plan"), type_="foreignkey")
        if op.get_bind().dialect.name == "postgresql":
            batch.drop_constraint(op.f("ck_pairing_drafted_in_a_plan"), type_="check")
            batch.drop_constraint(op.f("ck_pairing_locked_while_draft"), type_="check")
        batch.drop_column("is_locked")
        batch.drop_column("plan_id")
    _keep_last_id(last_id)
    op.drop_table("plan")
    with op.batch_alter_table("revision") as batch:
        batch.drop_column("is_undoing")


def _pairing():
    checks = [sa.CheckConstraint(rule, name=op.f(f"ck_pairing_{name}")) for name, rule in CHECKS_OF_PAIRING.items()]
    return op.batch_alter_table("pairing", table_args=checks, table_kwargs={"sqlite_autoincrement": True})


def _plan_what_is_drafted() -> None:
    """No version made drafts before this one; if somebody did by hand, they are in a plan from now on."""
    op.execute(
        "INSERT INTO plan (cohort_id, name, name_key, started_on)"
        " SELECT id, 'Drafts', 'drafts', starts_on FROM cohort"
        " WHERE id IN (SELECT cohort_id FROM pairing WHERE status = 'draft')"
    )
    op.execute(
        "UPDATE pairing SET plan_id = (SELECT id FROM plan WHERE plan.cohort_id = pairing.cohort_id)"
        " WHERE status = 'draft'"
    )


def _last_id() -> int | None:
    """The highest id that a pairing ever had: SQLite forgets it with the table, and the history must not meet it anew."""
    connection = op.get_bind()
    return connection.execute(LAST_ID).scalar() if connection.dialect.name == "sqlite" else None


def _keep_last_id(last_id: int | None) -> None:
    if last_id is not None:
        op.get_bind().execute(FORGET_LAST_ID)
        op.get_bind().execute(SET_LAST_ID, {"last": last_id})
