"""Credentials of Sonatype."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SONATYPE_TOKEN = Credential(
    id="secret-sonatype-token",
    title="Maven Central publishing token",
    service="Sonatype",
    severity=Severity.CRITICAL,
    keywords=("sonatype", "ossrh", "mavencentral", "maven_central", "central"),
    expression=after(
        r"(?:sonatype|ossrh|maven_?central)[\w.-]{0,24}?(?:pass|token|pwd)[\w.-]{0,12}", "[0-9A-Za-z+/_-]{30,60}"
    ),
    entropy=3.5,
    check="mixed",
    grants=("Whoever holds it, and the name that belongs to it, publishes to Maven Central under its namespaces."),
    revoke="Revoke the user token in the portal.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ossrhPassword=2hk·eHXtnIrRv1Pz0UwfUZ1Gvn·wCXN1Hw7nOPcvwScMw7",),
    ignores=(
        "ossrhPassword=012·3456789abcdefghijklmno·pqrstuvwxyzABCDEFGH",
        "ossrhPassword=BXg·iO8IBVzmZ7D9KJCHp33",
    ),
)
