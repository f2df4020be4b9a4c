"""One connection per request to the orders database, signed in as the service's role."""

from pathlib import Path
from typing import Any

import boto3
import psycopg2
import psycopg2.extras

from orders import settings


def password() -> str:
    """Return a token of the service's role, good for fifteen minutes; locally the password of the file."""
    if settings.DATABASE_PASSWORD_FILE:
        return Path(settings.DATABASE_PASSWORD_FILE).read_text().strip()
    client = boto3.client("rds", region_name=settings.REGION)
    return client.generate_db_auth_token(
        DBHostname=settings.DATABASE_HOST, Port=5432, DBUsername=settings.DATABASE_USER
    )


def rows(statement: str, values: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
    """Run one statement with its values and return its rows."""
    connection = psycopg2.connect(
        host=settings.DATABASE_HOST,
        dbname="shop",
        user=settings.DATABASE_USER,
        password=password(),
        sslmode="verify-full",
        sslrootcert=settings.DATABASE_CA,
        connect_timeout=5,
    )
    with connection, connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
        cursor.execute(statement, values)
        return [dict(row) for row in cursor.fetchall()] if cursor.description else []
