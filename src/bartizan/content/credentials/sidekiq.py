"""Credentials of Sidekiq."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SIDEKIQ_SECRET = Credential(
    id="secret-sidekiq-secret",
    title="Sidekiq credential",
    service="Sidekiq",
    severity=Severity.LOW,
    keywords=("contribsys.com", "bundle_enterprise__contribsys__com", "bundle_gems__contribsys__com"),
    expression=(
        r"(?i:bundle_(?:gems|enterprise)__contribsys__com[\"']?\s{0,3}[=:]\s{0,3}[\"']?|https?://)"
        r"(?P<secret>[0-9a-f]{8}:[0-9a-f]{8})(?:@(?:gems|enterprise)\.contribsys\.com|\b)"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it downloads the paid gems of the subscriber.",
    revoke="Ask the maker for a new one.",
    also=("sidekiq-secret", "sidekiq-sensitive-url"),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BUNDLE_ENTERPRISE__CONTRIBSYS__COM=64f·910e8:f8e·c39e6",),
    ignores=(
        "BUNDLE_ENTERPRISE__CONTRIBSYS__COM=012·34567:012·34567",
        "BUNDLE_ENTERPRISE__CONTRIBSYS__COM=ce1·9:6e5·5",
    ),
)
