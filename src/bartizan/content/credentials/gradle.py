"""Credentials of Gradle."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GRADLE_PLUGIN_SECRET = Credential(
    id="secret-gradle-plugin-secret",
    title="Gradle plugin portal secret",
    service="Gradle",
    severity=Severity.CRITICAL,
    keywords=("gradle.publish.secret", "gradle_publish_secret"),
    expression=after(r"gradle[._]publish[._]secret", "[0-9A-Za-z]{32}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it, and its key, publishes Gradle plugins that run in the builds of others.",
    revoke="Regenerate the key in the profile of the plugin portal.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("gradle.publish.secret=and·SfOWPZGIw2SI6N4bbPuJNaCPoxSHA",),
    ignores=(
        "gradle.publish.secret=012·3456789abcdefghijklmnopqrstuv",
        "gradle.publish.secret=jFt·r6fRIF9PiGHIw",
    ),
)
