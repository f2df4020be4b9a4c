"""Passwords within addresses."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DATABASE_URL = Credential(
    id="secret-database-url",
    title="password in the address of a database",
    service="any",
    severity=Severity.HIGH,
    keywords=(
        "postgres",
        "mysql",
        "mariadb",
        "mongodb",
        "redis",
        "rediss",
        "amqp",
        "sqlserver",
        "mssql",
        "oracle",
        "clickhouse",
        "cassandra",
        "cockroachdb",
        "neo4j",
        "couchbase",
        "influxdb",
        "kafka",
        "nats",
        "ldap",
        "jdbc",
    ),
    expression=(
        r"(?i)\b(?:postgres(?:ql)?|postgis|mysqlx?|mariadb|mongodb|rediss?|amqps?|sqlserver|mssql|"
        r"oracle|clickhouse|cassandra|cockroachdb|neo4j|bolt|couchbase|influxdb|kafka|nats|ldaps?)"
        r"(?:\+[a-z0-9_]{1,20})?://[^\s:/@\"'`<>]{0,80}:"
        r"(?P<secret>[^\s\"'`<>/]{3,200})@[0-9A-Za-z\[\]_.:%,-]{1,200}"
    ),
    entropy=2.0,
    check="url-password",
    grants="Whoever holds it and reaches the database reads and changes what the user may.",
    revoke="Change the password, and look through what was read.",
    source="https://www.rfc-editor.org/rfc/rfc3986",
    finds=(
        "DATABASE_URL=postgresql:·//keeper:i7N·nw5I0aMafbv6jLL@db.harbour.io:5432/lights",
        "mongodb+srv:·//keeper:MRL·nUWUEoC79CtlR@cluster0.ab1cd.mongodb.net/lights",
    ),
    ignores=(
        "postgres:·//postgres:postgres@localhost:5432/postgres",
        "postgresql:·//user:password@host:5432/database",
        "mysql:·//root:${MYSQL_ROOT_PASSWORD}@db/lights",
        "mongodb:·//<user>:<password>@cluster0.ab1cd.mongodb.net",
        "redis:·//:{{ redis_password }}@cache:6379",
        "postgres:·//keeper:changeme@db.harbour.io/lights",
        "DATABASE_URL=postgresql:·//keeper:012·3456789abcdefgh@db.harbour.io:5432/lights",
    ),
)

URL_PASSWORD = Credential(
    id="secret-url-password",
    title="password in an address",
    service="any",
    severity=Severity.HIGH,
    keywords=("://",),
    expression=(
        r"(?i)\b(?:https?|ftps?|sftp|ssh|git|svn|smtps?|imaps?|pop3s?|socks5h?|wss?|mqtts?|rtsp|smb|"
        r"cifs|vnc|rdp|hg|docker|tcp)://[^\s:/@\"'`<>]{1,80}:"
        r"(?P<secret>[^\s@\"'`<>/?#]{3,200})@[0-9A-Za-z\[\]_.:-]{3,200}"
    ),
    entropy=2.3,
    check="url-password",
    grants="Whoever holds it logs in to the host as the user.",
    revoke="Change the password, and let the program read it from elsewhere.",
    source="https://www.rfc-editor.org/rfc/rfc3986",
    finds=(
        "https:·//keeper:eIk·gzFBraBX0JRT3@proxy.harbour.io:3128",
        "ftp:·//keeper:Nj4·sY0SyJIfJ@files.harbour.io/in",
    ),
    ignores=(
        "http:·//user:password@example.com/",
        "https:·//user:pass@host/path",
        "http:·//localhost:8080/@scope/package",
        "https:·//keeper:$PASSWORD@proxy.harbour.io",
        "https:·//medium.com:443/@harbour/lights",
        "https:·//keeper:012·3456789abcdef@proxy.harbour.io:3128",
    ),
)

CONNECTION_STRING_PASSWORD = Credential(
    id="secret-connection-string-password",
    title="password in a connection string",
    service="any",
    severity=Severity.HIGH,
    keywords=(";password", ";pwd", "; password", "; pwd", " password=", " pwd=", "password ="),
    expression=(
        r"(?i:(?:data source|server|host|addr|address|endpoint|user id|uid|username|user|"
        r"initial catalog|database)\s?=[^\r\n]{1,300}?[;\s](?:password|pwd)\s?=\s?)"
        r"(?P<secret>[^;\"'\s<>&]{6,128})(?:;|[\"'&]|\s|$)"
    ),
    entropy=2.6,
    check="bare-password",
    grants="Whoever holds it and reaches the database reads and changes what the user may.",
    revoke="Change the password, and keep the string out of the sources.",
    source="Derived from how configuration and code are written.",
    finds=("Server=db.harbour.io;Database=lights;User Id=keeper;Pas·sword=SAC·yZKyNZNQIDH1U;Encrypt=true",),
    ignores=(
        "Server=db;Database=lights;User Id=sa;Pas·sword=${SA_PASSWORD};",
        "Server=localhost;User Id=root;Pas·sword=password;",
        "host=localhost user=postgres pass·word=postgres dbname=test",
        "Server=db.harbour.io;Database=lights;User Id=keeper;Password=012·3456789abcdef;Encrypt=true",
    ),
)
