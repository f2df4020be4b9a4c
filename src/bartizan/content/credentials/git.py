"""Credentials of git."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GIT_CREDENTIALS = Credential(
    id="secret-git-credentials",
    title="git credential",
    service="git",
    severity=Severity.HIGH,
    keywords=("@github.com", "@gitlab.com", "@bitbucket.org", "@dev.azure.com", "visualstudio.com"),
    expression=(
        r"https?://[^\s:/@\"'`]{1,80}:(?P<secret>[^\s/@\"'`]{6,200})@"
        r"(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|[0-9A-Za-z.-]{1,60}"
        r"\.visualstudio\.com)\b"
    ),
    entropy=2.5,
    check="url-password",
    grants="Whoever holds it reads, and often pushes, code.",
    revoke="Revoke it, and use a credential helper.",
    source="https://git-scm.com/docs/git-credential-store",
    finds=("https:·//keeper:2FT·8XYIroINkkvmw2nTj@github.com/harbour/lights.git",),
    ignores=(
        "https:·//x-access-token:${GITHUB_TOKEN}@github.com/harbour/lights.git",
        "https:·//user:password@github.com/harbour/lights.git",
        "https:·//keeper:012·3456789abcdefghij@github.com/harbour/lights.git",
        "https:·//keeper:twD·fOHZLFr@github.com/harbour/lights.git",
    ),
)
