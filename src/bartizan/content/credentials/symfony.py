"""Credentials of Symfony."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SYMFONY_APP_SECRET = Credential(
    id="secret-symfony-app-secret",
    title="Symfony application secret",
    service="Symfony",
    severity=Severity.MEDIUM,
    keywords=("app_secret",),
    expression=r"(?m)^[ \t]*APP_SECRET[ \t]{0,3}=[ \t]{0,3}[\"']?(?P<secret>[0-9a-f]{32})\b",
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it forges sessions and signed links, and with some settings runs code.",
    revoke="Make a new one, and keep it in the secrets of the framework.",
    source="https://symfony.com/doc/current/reference/configuration/framework.html",
    finds=("APP_ENV=prod\nAPP_SECRET=e3e·a7b6949d379f494255a232fb082ce",),
    ignores=(
        "APP_ENV=prod\nAPP_SECRET=012·3456789abcdef0123456789abcdef",
        "APP_ENV=prod\nAPP_SECRET=6a1·052f848310fa5",
    ),
)
