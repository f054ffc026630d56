"""How Alembic reaches the database: over the connection that ``dashboard.database`` hands it, in its transaction."""

from alembic import context

from models import Base
from models.guards import install_guards

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
context.run_migrations()
install_guards(connection)
