"""Credentials of Redis."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

REDIS_CLOUD_KEY = Credential(
    id="secret-redis-cloud-key",
    title="Redis Cloud API key",
    service="Redis",
    severity=Severity.CRITICAL,
    keywords=("rediscloud", "redis_cloud", "redis-cloud"),
    expression=after(r"redis[_-]?cloud[\w-]{0,16}?(?:secret|access)[_-]?key", "[0-9A-Za-z]{40,52}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it and its partner manages the databases of the account.",
    revoke="Delete it under Access Management.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("REDISCLOUD_SECRET_KEY=Vu0·jslPc3OHsH0FZ1SuPPkSIJoy·YY15YOZ5jblFJFDYQfYgO",),
    ignores=(
        "REDISCLOUD_SECRET_KEY=012·3456789abcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL",
        "REDISCLOUD_SECRET_KEY=btH·EbDnpj5a6kudBqsb2fNwb",
    ),
)

REDIS_PASSWORD = Credential(
    id="secret-redis-password",
    title="password of a Redis server",
    service="Redis",
    severity=Severity.MEDIUM,
    keywords=("requirepass", "masterauth"),
    expression=r"(?m)^[ \t]*(?:requirepass|masterauth)[ \t]+[\"']?(?P<secret>[^\s\"']{6,200})",
    entropy=2.5,
    check="password",
    grants="Whoever holds it and reaches the server reads and changes all that is in it.",
    revoke="Change it, and give it by environment or file.",
    source="https://redis.io/docs/latest/operate/oss_and_stack/management/security/",
    finds=("requi·repass wDx·9608c6iWa5uSkcXtv",),
    ignores=(
        "# requi·repass foobared",
        "requi·repass foobared",
        "requirepass 012·3456789abcdefghij",
    ),
)
