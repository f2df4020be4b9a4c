"""Credentials of MySQL."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MYSQL_OPTION_PASSWORD = Credential(
    id="secret-mysql-option-password",
    title="password in a MySQL option file or command",
    service="MySQL",
    severity=Severity.MEDIUM,
    keywords=("mysql", "[client]"),
    expression=(
        r"(?:\bmysql(?:dump|admin|import)?\b[^\r\n]{0,120}?\s-p(?P<secret>[^\s\"'$-][^\s\"'$|;]{7,80})"
        r"(?:\s|$))"
    ),
    entropy=2.6,
    check="bare-password",
    grants="Whoever holds it and reaches the database reads and changes what the user may.",
    revoke="Change it, and keep it in an option file that is not shared.",
    source="https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html",
    finds=("my·sqldump -u keeper -pOsw·H7VvMEzXbYz lights > lights.sql",),
    ignores=(
        "my·sql -u root -ppassword lights",
        "my·sql -u root -p$MYSQL_PASSWORD lights",
        "mysqldump -u keeper -p012·3456789abcd lights > lights.sql",
        "mysqldump -u keeper -p7OF·ClDJ lights > lights.sql",
    ),
)
