"""How Alembic reaches the database: over the connection that ``dashboard.opening`` hands it, in its transaction."""

from alembic import context

from models import Base
from models.triggers import install_guards, remove_guards

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
if context.get_context().get_current_revision() != context.get_head_revision():
    remove_guards(connection)  # SQLite renames no table while a trigger speaks of one that is being rebuilt
context.run_migrations()
if context.get_revision_argument() == context.get_head_revision():
    install_guards(connection)  # they speak of the tables as they are now, not as they were on the way
