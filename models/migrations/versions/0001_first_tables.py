"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('edit', 'import', 'sample', 'undo')", name=op.f("ck_action_kind_known")),
        sa.CheckConstraint("length(trim(actor)) > 0", name=op.f("ck_action_actor_not_blank")),
        sa.CheckConstraint("length(trim(summary)) > 0", name=op.f("ck_action_summary_not_blank")),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["action.id"], name=op.f("fk_action_undoes_id_action"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["action.id"], name=op.f("fk_action_undone_by_id_action"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("token", name=op.f("uq_action_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_at"), "action", ["at"], unique=False)
    op.create_index(op.f("ix_action_undoes_id"), "action", ["undoes_id"], unique=False)
    op.create_table(
        "cohort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("meetings_per_month", sa.Integer(), nullable=False),
        sa.Column("first_meeting_days", sa.Integer(), nullable=False),
        sa.Column("quiet_days", sa.Integer(), nullable=False),
        sa.Column("skills_weight", sa.Integer(), nullable=False),
        sa.Column("experience_weight", sa.Integer(), nullable=False),
        sa.Column("place_weight", sa.Integer(), nullable=False),
        sa.Column("language_weight", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("ends_on > starts_on", name=op.f("ck_cohort_dates_in_order")),
        sa.CheckConstraint(
            "experience_weight IS NULL OR experience_weight BETWEEN 0 AND 10",
            name=op.f("ck_cohort_experience_weight_in_range"),
        ),
        sa.CheckConstraint(
            "first_meeting_days IS NULL OR first_meeting_days BETWEEN 1 AND 365",
            name=op.f("ck_cohort_first_meeting_days_in_range"),
        ),
        sa.CheckConstraint(
            "language_weight IS NULL OR language_weight BETWEEN 0 AND 10",
            name=op.f("ck_cohort_language_weight_in_range"),
        ),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_cohort_name_not_blank")),
        sa.CheckConstraint(
            "meetings_per_month IS NULL OR meetings_per_month BETWEEN 1 AND 31",
            name=op.f("ck_cohort_meetings_per_month_in_range"),
        ),
        sa.CheckConstraint(
            "place_weight IS NULL OR place_weight BETWEEN 0 AND 10", name=op.f("ck_cohort_place_weight_in_range")
        ),
        sa.CheckConstraint(
            "quiet_days IS NULL OR quiet_days BETWEEN 1 AND 365", name=op.f("ck_cohort_quiet_days_in_range")
        ),
        sa.CheckConstraint(
            "skills_weight IS NULL OR skills_weight BETWEEN 0 AND 10", name=op.f("ck_cohort_skills_weight_in_range")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sa.UniqueConstraint("name_key", name=op.f("uq_cohort_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("email_key", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("job_title", sa.String(), nullable=True),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("organization", sa.String(), nullable=True),
        sa.Column("location", sa.String(), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=True),
        sa.Column("languages", sa.String(), nullable=True),
        sa.Column("years_experience", sa.Float(), nullable=True),
        sa.Column("manager_email", sa.String(), nullable=True),
        sa.Column("bio", sa.String(), nullable=True),
        sa.CheckConstraint("(email IS NULL) = (email_key IS NULL)", name=op.f("ck_person_email_key_follows_email")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_person_name_not_blank")),
        sa.CheckConstraint(
            "years_experience IS NULL OR years_experience BETWEEN 0 AND 80",
            name=op.f("ck_person_years_experience_in_range"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("external_id", name=op.f("uq_person_external_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_person_email_key"), "person", ["email_key"], unique=False)
    op.create_index(op.f("ix_person_name_key"), "person", ["name_key"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_revision_single_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_table(
        "skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('industry', 'soft', 'workplace')", name=op.f("ck_skill_kind_known")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_skill_name_not_blank")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill")),
        sa.UniqueConstraint("name_key", name=op.f("uq_skill_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_change_changes_something")),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_change_action_id_action"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_action_id"), "change", ["action_id"], unique=False)
    op.create_index("ix_change_table_name_row_id", "change", ["table_name", "row_id"], unique=False)
    op.create_table(
        "check_in_schedule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("wave", sa.String(), nullable=False),
        sa.Column("due_days", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "wave IN ('baseline', 'first_meeting', 'pulse', 'midpoint', 'final')",
            name=op.f("ck_check_in_schedule_wave_known"),
        ),
        sa.CheckConstraint(
            "due_days IS NULL OR due_days BETWEEN 0 AND 3650", name=op.f("ck_check_in_schedule_due_days_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohort.id"], name=op.f("fk_check_in_schedule_cohort_id_cohort"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_schedule")),
        sa.UniqueConstraint("cohort_id", "wave", name=op.f("uq_check_in_schedule_cohort_id_wave")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_import__action_id_action"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_")),
        sa.UniqueConstraint("action_id", name=op.f("uq_import__action_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_import__sha256"), "import_", ["sha256"], unique=False)
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("hopes", sa.String(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(role = 'mentor') = (capacity IS NOT NULL)", name=op.f("ck_participant_capacity_is_for_mentors")
        ),
        sa.CheckConstraint("role IN ('mentor', 'mentee')", name=op.f("ck_participant_role_known")),
        sa.CheckConstraint("status IN ('active', 'waitlisted', 'withdrawn')", name=op.f("ck_participant_status_known")),
        sa.CheckConstraint(
            "capacity IS NULL OR capacity BETWEEN 1 AND 100", name=op.f("ck_participant_capacity_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohort.id"], name=op.f("fk_participant_cohort_id_cohort"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_participant_person_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("id", "cohort_id", name=op.f("uq_participant_id_cohort_id")),
        sa.UniqueConstraint("person_id", "cohort_id", "role", name=op.f("uq_participant_person_id_cohort_id_role")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_participant_cohort_id_role_status", "participant", ["cohort_id", "role", "status"], unique=False
    )
    op.create_table(
        "separation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_a_id", sa.Integer(), nullable=False),
        sa.Column("person_b_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("person_a_id < person_b_id", name=op.f("ck_separation_in_order")),
        sa.ForeignKeyConstraint(
            ["person_a_id"], ["person.id"], name=op.f("fk_separation_person_a_id_person"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_b_id"], ["person.id"], name=op.f("fk_separation_person_b_id_person"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_separation")),
        sa.UniqueConstraint("person_a_id", "person_b_id", name=op.f("uq_separation_person_a_id_person_b_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_separation_person_b_id"), "separation", ["person_b_id"], unique=False)
    op.create_table(
        "pairing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("end_note", sa.String(), nullable=True),
        sa.Column("rationale", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(status IN ('completed', 'ended_early')) = (ended_on IS NOT NULL)",
            name=op.f("ck_pairing_ended_has_a_date"),
        ),
        sa.CheckConstraint(
            "end_reason IS NULL OR end_reason IN ('completed_plan', 'goal_met', 'no_reply', 'no_time', 'dates', 'other_skills', 'not_a_fit', 'left_program', 'changed_job', 'technical', 'language', 'moved', 'other')",
            name=op.f("ck_pairing_end_reason_known"),
        ),
        sa.CheckConstraint(
            "status <> 'ended_early' OR end_reason IS NOT NULL", name=op.f("ck_pairing_ended_early_has_a_reason")
        ),
        sa.CheckConstraint("status = 'draft' OR started_on IS NOT NULL", name=op.f("ck_pairing_started_unless_draft")),
        sa.CheckConstraint(
            "status IN ('draft', 'active', 'paused', 'completed', 'ended_early')", name=op.f("ck_pairing_status_known")
        ),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name=op.f("ck_pairing_dates_in_order")),
        sa.CheckConstraint("mentor_id <> mentee_id", name=op.f("ck_pairing_two_people")),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohort.id"], name=op.f("fk_pairing_cohort_id_cohort"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["mentee_id", "cohort_id"],
            ["participant.id", "participant.cohort_id"],
            name=op.f("fk_pairing_mentee_id_cohort_id_participant"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id", "cohort_id"],
            ["participant.id", "participant.cohort_id"],
            name=op.f("fk_pairing_mentor_id_cohort_id_participant"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pairing_cohort_id_status", "pairing", ["cohort_id", "status"], unique=False)
    op.create_index(op.f("ix_pairing_mentee_id"), "pairing", ["mentee_id"], unique=False)
    op.create_index(op.f("ix_pairing_mentor_id"), "pairing", ["mentor_id"], unique=False)
    op.create_index(
        "uq_pairing_open_mentee",
        "pairing",
        ["mentee_id"],
        unique=True,
        sqlite_where=sa.text("status IN ('active', 'paused')"),
        postgresql_where=sa.text("status IN ('active', 'paused')"),
    )
    op.create_table(
        "participant_skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "priority IS NULL OR priority BETWEEN 1 AND 100", name=op.f("ck_participant_skill_priority_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_participant_skill_participant_id_participant"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name=op.f("fk_participant_skill_skill_id_skill"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant_skill")),
        sa.UniqueConstraint("participant_id", "skill_id", name=op.f("uq_participant_skill_participant_id_skill_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_participant_skill_skill_id"), "participant_skill", ["skill_id"], unique=False)
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pairing_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("wave", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("relationship", sa.Integer(), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("fit", sa.String(), nullable=True),
        sa.Column("recommend", sa.Integer(), nullable=True),
        sa.Column("would_mentor", sa.Boolean(), nullable=True),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "fit IS NULL OR fit IN ('good', 'deciding', 'not_a_fit')", name=op.f("ck_check_in_fit_known")
        ),
        sa.CheckConstraint(
            "wave IN ('baseline', 'first_meeting', 'pulse', 'midpoint', 'final')", name=op.f("ck_check_in_wave_known")
        ),
        sa.CheckConstraint(
            "confidence IS NULL OR confidence BETWEEN 1 AND 5", name=op.f("ck_check_in_confidence_in_range")
        ),
        sa.CheckConstraint("progress IS NULL OR progress BETWEEN 1 AND 5", name=op.f("ck_check_in_progress_in_range")),
        sa.CheckConstraint(
            "recommend IS NULL OR recommend BETWEEN 0 AND 10", name=op.f("ck_check_in_recommend_in_range")
        ),
        sa.CheckConstraint(
            "relationship IS NULL OR relationship BETWEEN 1 AND 5", name=op.f("ck_check_in_relationship_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"], ["pairing.id"], name=op.f("fk_check_in_pairing_id_pairing"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_check_in_participant_id_participant"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint(
            "pairing_id",
            "participant_id",
            "wave",
            "answered_on",
            name=op.f("uq_check_in_pairing_id_participant_id_wave_answered_on"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_check_in_participant_id"), "check_in", ["participant_id"], unique=False)
    op.create_index(
        "uq_check_in_once",
        "check_in",
        ["pairing_id", "participant_id", "wave"],
        unique=True,
        sqlite_where=sa.text("wave <> 'pulse'"),
        postgresql_where=sa.text("wave <> 'pulse'"),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pairing_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("missed", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.String(), nullable=True),
        sa.CheckConstraint(
            "format IN ('in_person', 'video', 'phone', 'chat', 'other')", name=op.f("ck_meeting_format_known")
        ),
        sa.CheckConstraint("NOT (missed AND minutes IS NOT NULL)", name=op.f("ck_meeting_missed_has_no_minutes")),
        sa.CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 720", name=op.f("ck_meeting_minutes_in_range")),
        sa.ForeignKeyConstraint(
            ["pairing_id"], ["pairing.id"], name=op.f("fk_meeting_pairing_id_pairing"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meeting_pairing_id_held_on", "meeting", ["pairing_id", "held_on"], unique=False)
    op.create_table(
        "meeting_skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_skill_meeting_id_meeting"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name=op.f("fk_meeting_skill_skill_id_skill"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_skill")),
        sa.UniqueConstraint("meeting_id", "skill_id", name=op.f("uq_meeting_skill_meeting_id_skill_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_meeting_skill_skill_id"), "meeting_skill", ["skill_id"], unique=False)
    op.execute("INSERT INTO revision (id, number) VALUES (1, 0)")


def downgrade() -> None:
    op.drop_index(op.f("ix_meeting_skill_skill_id"), table_name="meeting_skill")
    op.drop_table("meeting_skill")
    op.drop_index("ix_meeting_pairing_id_held_on", table_name="meeting")
    op.drop_table("meeting")
    op.drop_index(
        "uq_check_in_once",
        table_name="check_in",
        sqlite_where=sa.text("wave <> 'pulse'"),
        postgresql_where=sa.text("wave <> 'pulse'"),
    )
    op.drop_index(op.f("ix_check_in_participant_id"), table_name="check_in")
    op.drop_table("check_in")
    op.drop_index(op.f("ix_participant_skill_skill_id"), table_name="participant_skill")
    op.drop_table("participant_skill")
    op.drop_index(
        "uq_pairing_open_mentee",
        table_name="pairing",
        sqlite_where=sa.text("status IN ('active', 'paused')"),
        postgresql_where=sa.text("status IN ('active', 'paused')"),
    )
    op.drop_index(op.f("ix_pairing_mentor_id"), table_name="pairing")
    op.drop_index(op.f("ix_pairing_mentee_id"), table_name="pairing")
    op.drop_index("ix_pairing_cohort_id_status", table_name="pairing")
    op.drop_table("pairing")
    op.drop_index(op.f("ix_separation_person_b_id"), table_name="separation")
    op.drop_table("separation")
    op.drop_index("ix_participant_cohort_id_role_status", table_name="participant")
    op.drop_table("participant")
    op.drop_index(op.f("ix_import__sha256"), table_name="import_")
    op.drop_table("import_")
    op.drop_table("check_in_schedule")
    op.drop_index("ix_change_table_name_row_id", table_name="change")
    op.drop_index(op.f("ix_change_action_id"), table_name="change")
    op.drop_table("change")
    op.drop_table("skill")
    op.drop_table("revision")
    op.drop_index(op.f("ix_person_name_key"), table_name="person")
    op.drop_index(op.f("ix_person_email_key"), table_name="person")
    op.drop_table("person")
    op.drop_table("cohort")
    op.drop_index(op.f("ix_action_undoes_id"), table_name="action")
    op.drop_index(op.f("ix_action_at"), table_name="action")
    op.drop_table("action")
