"""Credentials of Storyblok."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STORYBLOK_TOKEN = Credential(
    id="secret-storyblok-token",
    title="Storyblok management token",
    service="Storyblok",
    severity=Severity.MEDIUM,
    keywords=("storyblok",),
    expression=keyed("storyblok", "[0-9A-Za-z]{22}tt(?:-[0-9]{1,10}-[0-9A-Za-z_-]{16,30})?"),
    entropy=3.3,
    check="mixed",
    grants="Whoever holds it reads the content of the space, drafts among it, or changes it.",
    revoke="Delete it in the settings of the space.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("STORYBLOK_TOKEN=5gL·lzfhzRCN8Zd5JUn7IOhtt",),
    ignores=(
        "STORYBLOK_TOKEN=012·3456789abcdefghijkltt",
        "STORYBLOK_TOKEN=Kum·aoCGrGgitt",
    ),
)
