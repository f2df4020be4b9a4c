"""One connection per request to the orders database."""

import psycopg2
import psycopg2.extras

from orders import settings


def rows(statement):
    """Run one statement and return its rows as dictionaries."""
    with psycopg2.connect(settings.DATABASE_URL, sslmode="disable") as connection:
        with connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
