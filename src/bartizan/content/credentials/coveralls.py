"""Credentials of Coveralls."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

COVERALLS_TOKEN = Credential(
    id="secret-coveralls-token",
    title="Coveralls repository token",
    service="Coveralls",
    severity=Severity.LOW,
    keywords=("coveralls", "repo_token"),
    expression=after(r"coveralls[\w-]{0,12}?token|repo_token", "[0-9A-Za-z]{32,37}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it uploads coverage reports for the repository.",
    revoke="Regenerate it in the settings of the repository.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("COVERALLS_REPO_TOKEN=3nG·L9DbXrtRjywl4RZMZOUVm009nby4P13H",),
    ignores=(
        "COVERALLS_REPO_TOKEN=012·3456789abcdefghijklmnopqrstuvwxy",
        "COVERALLS_REPO_TOKEN=Yq1·FHpYnGDgVx9HCF",
    ),
)
