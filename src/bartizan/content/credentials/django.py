"""Credentials of Django."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DJANGO_SECRET_KEY = Credential(
    id="secret-django-secret-key",
    title="Django secret key",
    service="Django",
    severity=Severity.HIGH,
    keywords=("secret_key",),
    expression=(
        r"(?m)^[ \t]*(?:DJANGO_)?SECRET_KEY(?:_FALLBACKS)?[ \t]{0,4}=[ \t]{0,4}\[?[ru]?[\"']"
        r"(?P<secret>[^\s\"'\\]{40,80})[\"']"
    ),
    entropy=3.8,
    check="framework",
    grants="Whoever holds it forges sessions and signed links, and with some settings runs code.",
    revoke="Make a new one, keep the old one as a fallback for a while, and read both from the environment.",
    source="https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
    finds=('SECRE·T_KEY = "wfW·62akYolTEAqJBgBaD!^&*Qsq·1xSblM0s5PAHMzVvTvlqWpo"',),
    ignores=(
        'SECRET_KEY = "django-insecure-bHW·oM01LMIU8kUJ2ry1W0KlW3AHg·sHNS3ZGhskLkqflf9ouQIn"',
        'SECRE·T_KEY = os.environ["SECRET_KEY"]',
        'SECRET_KEY = "012·3456789abcdefghij!^&*012·3456789abcdefghijklmnop"',
        'SECRET_KEY = "fJ5·QRPb37H!^&*k7k·H6CiVp114D"',
    ),
)

DJANGO_INSECURE_KEY = Credential(
    id="secret-django-insecure-key",
    title="Django secret key of a new project",
    service="Django",
    severity=Severity.LOW,
    keywords=("django-insecure-",),
    expression=r"(?P<secret>django-insecure-[^\s\"']{40,60})",
    entropy=3.8,
    check="random",
    grants="Whoever holds it forges sessions, if it is used in production.",
    revoke="Let production read its own from the environment.",
    source="https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
    finds=('SECRET_KEY = "django-i·nsecure-bEu·skIh8hOyIeEuE6gXNt9sgg#)*2fL·zoC96Wh9gmEhoPCJSCF"',),
    ignores=(
        'SECRET_KEY = "django-insecure-012·3456789abcdefghijklmno#)*012·3456789abcdefghijkl"',
        'SECRET_KEY = "django-insecure-94Z·ust7CSEVf#)*Syc·akBU7N00"',
    ),
)
