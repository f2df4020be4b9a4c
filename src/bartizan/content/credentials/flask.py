"""Credentials of Flask."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FLASK_SECRET_KEY = Credential(
    id="secret-flask-secret-key",
    title="Flask secret key",
    service="Flask",
    severity=Severity.HIGH,
    keywords=("secret_key",),
    expression=(
        r"(?:app(?:lication)?\.secret_key|app(?:lication)?\.config\[[\"']SECRET_KEY[\"']\])"
        r"\s{0,3}=\s{0,3}b?[\"'](?P<secret>[^\"'\r\n]{12,120})[\"']"
    ),
    entropy=3.2,
    check="password",
    grants="Whoever holds it forges sessions and signed links, and with some settings runs code.",
    revoke="Make a new one, and read it from the environment.",
    source="https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY",
    finds=(
        'app.secre·t_key = "DGH·VbGzN34kwb2UbYsA1SsuAImLDkgyx"',
        'app.config["SECRE·T_KEY"] = "800·fef0ef87e02e940df5690f17·9ff66e8a682b7adba4eac"',
    ),
    ignores=(
        'app.secre·t_key = "super secret key"',
        'app.config["SECRE·T_KEY"] = "dev-secret-key-change-in-production"',
        'app.secret_key = "012·3456789abcdefghijklmnopqrstuv"',
    ),
)
