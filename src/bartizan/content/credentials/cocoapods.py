"""Credentials of CocoaPods."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

COCOAPODS_TOKEN = Credential(
    id="secret-cocoapods-token",
    title="CocoaPods trunk token",
    service="CocoaPods",
    severity=Severity.CRITICAL,
    keywords=("cocoapods_trunk_token",),
    expression=after("cocoapods_trunk_token", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it publishes pods: all who build with them run what it publishes.",
    revoke="End the session with pod trunk me clean-sessions.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("COCOAPODS_TRUNK_TOKEN=67b·d85841f6bfad5b4820dade073da1b",),
    ignores=(
        "COCOAPODS_TRUNK_TOKEN=012·3456789abcdef0123456789abcdef",
        "COCOAPODS_TRUNK_TOKEN=f3f·2709de8f10b46",
    ),
)
