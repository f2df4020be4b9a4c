"""Credentials of Sumo Logic."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SUMOLOGIC_KEY = Credential(
    id="secret-sumologic-key",
    title="Sumo Logic access key",
    service="Sumo Logic",
    severity=Severity.HIGH,
    keywords=("sumo",),
    expression=after(r"sumo[\w. -]{0,24}?(?:access[_-]?)?key", "[0-9A-Za-z]{64}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it and its id reads the logs and changes the configuration as the user may.",
    revoke="Delete it under Preferences, My Access Keys.",
    also=("sumologic-access-token",),
    source="https://help.sumologic.com/docs/manage/security/access-keys/",
    finds=("SUMO_ACCESS_KEY=C1i·QT8FyUOwL4c324RQeqCgRDoNmEs9xvd8·xEWxIvg3E4Chniu1YAfK5tlJjAZJl",),
    ignores=(
        "SUMO_ACCESS_KEY=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "SUMO_ACCESS_KEY=TJp·jvUvKIdypttQbRnHEG5ftHinA41cq",
    ),
)

SUMOLOGIC_COLLECTOR_URL = Credential(
    id="secret-sumologic-collector-url",
    title="Sumo Logic collector URL",
    service="Sumo Logic",
    severity=Severity.LOW,
    keywords=("sumologic.com/receiver",),
    expression=(
        r"https://[0-9A-Za-z.-]{3,60}\.sumologic\.com/receiver/v1/http/"
        r"(?P<secret>[0-9A-Za-z_-]{60,160}={0,2})"
    ),
    entropy=4.0,
    check="random",
    grants="Whoever holds it sends logs in the name of the account.",
    revoke="Regenerate the URL of the source.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "https:·//endpoint4.collection.sumologic.com/receiver/v1/http/Kej·CKnMdA8FqT3vMbehVzm6vR3"
            "uX8gmW-ADGgcV7nDqy5ww·M8tDp1_UzNsqF3_ysSaRkP0i4nhyheve8Ze4ygrzi=="
        ),
    ),
    ignores=(
        (
            "https:·//endpoint4.collection.sumologic.com/receiver/v1/http/012·3456789abcdefghijklmnop"
            "qrstuvwxyzABCDEFGHIJK·LMNOPQRSTUVWXYZ0123456789abcdefghijklmnop=="
        ),
        (
            "https:·//endpoint4.collection.sumologic.com/receiver/v1/http/W1Q·8fBX01HeCngDgkjExJ8d04·"
            "FroUk6XyNmR9CecXD0F=="
        ),
    ),
)
