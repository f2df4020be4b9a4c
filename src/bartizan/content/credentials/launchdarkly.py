"""Credentials of LaunchDarkly."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LAUNCHDARKLY_TOKEN = Credential(
    id="secret-launchdarkly-token",
    title="LaunchDarkly access token",
    service="LaunchDarkly",
    severity=Severity.MEDIUM,
    keywords=("api-",),
    expression=token(r"api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it reads or changes feature flags.",
    revoke="Reset it under Authorization in the account settings.",
    also=("launchdarkly-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("LAUNCHDARKLY_TOKEN=api-db699·b98-d33a-431d-aa9b·-0b39ad55fc93",),
    ignores=(
        "LAUNCHDARKLY_TOKEN=ap·i-00000000-0000-0000-0000-000000000000",
        "LAUNCHDARKLY_TOKEN=api-0217b·4ad-130e-420a-a24e-0ddee9d",
    ),
)

LAUNCHDARKLY_SDK_KEY = Credential(
    id="secret-launchdarkly-sdk-key",
    title="LaunchDarkly server SDK key",
    service="LaunchDarkly",
    severity=Severity.MEDIUM,
    keywords=("sdk-",),
    expression=token(r"sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it reads all feature flags of an environment with their rules.",
    revoke="Reset the SDK key of the environment.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=('LD_SDK_KEY="sdk-8359d·3d0-c26b-429a-aaea·-b18d75c8e40f"',),
    ignores=(
        'LD_SDK_KEY="sd·k-00000000-0000-0000-0000-000000000000"',
        'LD_SDK_KEY="sdk-c9f99·cba-3f99-4d7a-ad6d-fec6a13"',
    ),
)
