"""App Engine asks for TLS."""

from bartizan.content.kinds.gcp.project import AppVersion
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-appengine-requires-https",
    title="App Engine asks for TLS",
    severity=Severity.MEDIUM,
    every=AppVersion,
    must=AppVersion.requires_https,
    because="What is sent in plain text can be read and changed on its way.",
    fix="Set security_level to SECURE_ALWAYS in every handler.",
    serves=("encryption-in-transit",),
    passes=[AppVersion(requires_https=True)],
    fails=[AppVersion(requires_https=False)],
)
