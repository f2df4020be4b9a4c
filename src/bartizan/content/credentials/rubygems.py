"""Credentials of RubyGems."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RUBYGEMS_KEY = Credential(
    id="secret-rubygems-key",
    title="RubyGems API key",
    service="RubyGems",
    severity=Severity.CRITICAL,
    keywords=("rubygems_",),
    expression=token(r"rubygems_[0-9a-f]{48}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it publishes new versions of gems: all who install them run what it publishes.",
    revoke="Delete it under Settings, API keys, and compare what was published since.",
    also=("rubygems-api-token",),
    source="https://guides.rubygems.org/api-key-scopes/",
    finds=("GEM_HOST_API_KEY=rubygems_447·490496cdf10a6a343910cd6d·1395dd40a74654481c0d4",),
    ignores=(
        "GEM_HOST_API_KEY=rubygems_012·3456789abcdef0123456789a·bcdef0123456789abcdef",
        "GEM_HOST_API_KEY=rubygems_9b6·38eca6435975c12f69f72",
    ),
)
