"""Credentials of SonarQube."""

from bartizan.content.credentials.spelling import HEX40, after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SONAR_TOKEN = Credential(
    id="secret-sonar-token",
    title="SonarQube token",
    service="SonarQube",
    severity=Severity.MEDIUM,
    keywords=("squ_", "sqp_", "sqa_"),
    expression=token(r"sq[upa]_[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the analyses, with the source in them, or sends false ones.",
    revoke="Revoke it under My Account, Security.",
    also=("sonar-api-token",),
    source="https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens",
    finds=("sonar.token=sqp_01b·5c259fa936873f9f6395·ec929ad5769673f39",),
    ignores=(
        "sonar.token=sqp_012·3456789abcdef0123456·789abcdef01234567",
        "sonar.token=sqp_42e·31e86c8d5db846bb2",
    ),
)

SONAR_OLD_TOKEN = Credential(
    id="secret-sonar-old-token",
    title="Sonar token of the older form",
    service="SonarQube",
    severity=Severity.MEDIUM,
    keywords=("sonar",),
    expression=after(r"sonar[\w. -]{0,20}?(?:token|login)", HEX40),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it reads the analyses, with the source in them, or sends false ones.",
    revoke="Revoke it under My Account, Security.",
    also=("sonar-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SONAR_TOKEN=7e1·b6c96f9ee431faba0b71·0bfe279d67b0f2069",),
    ignores=(
        "SONAR_TOKEN=012·3456789abcdef0123456·789abcdef01234567",
        "SONAR_TOKEN=e4e·fd1225937e3f11481",
        "etag: f19·da38225489daf5ddc7ab·ac90ed46e80c49e01",
    ),
)
