"""Credentials of Salesforce."""

from bartizan.content.credentials.spelling import after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SALESFORCE_TOKEN = Credential(
    id="secret-salesforce-token",
    title="Salesforce session id",
    service="Salesforce",
    severity=Severity.HIGH,
    keywords=("00d",),
    expression=r"(?:^|[^0-9A-Za-z_])(?P<secret>00D[0-9A-Za-z]{9,15}![0-9A-Za-z._]{80,120})(?:[^0-9A-Za-z._]|$)",
    entropy=4.0,
    check="random",
    grants="Whoever holds it is signed in as the user until the session ends.",
    revoke="End the session under Session Management.",
    source="https://developer.salesforce.com/docs/",
    finds=(
        (
            "sfdx --accesstoken 00DKTS·43TQ8dOjR!0eM·ce41GutrQJCLGwFpR2eVJJL1C5xEumgB6f5gGpjkWotYJicF"
            "·WGMqJuwxMsXGw1IKWjkeRVTbDy57bryfjpzYgs3hsL3jw"
        ),
    ),
    ignores=(
        (
            "sfdx --accesstoken 00D012·3456789ab!012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO"
            "·PQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwx"
        ),
        "sfdx --accesstoken 00D3GT·hSx!DIh·iPdJcWvnz802jzdwQXNGvoSW·Zlqd1OedDD9USqGYbjBvm",
    ),
)

SALESFORCE_REFRESH_TOKEN = Credential(
    id="secret-salesforce-refresh-token",
    title="Salesforce refresh token",
    service="Salesforce",
    severity=Severity.HIGH,
    keywords=("5aep",),
    expression=dashed(r"5Aep861[0-9A-Za-z._]{70,110}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it gets new sessions of the user without end.",
    revoke="Revoke it under Connected Apps OAuth Usage.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "SF_AUTH_URL=force:·//PlatformCLI::5Aep861qcB·Ci76Q88eMd3wG8hwEy71eKeYIUZKpREzCHEhtjub·iX"
            "pCUXpunMH74DA6Aj1ThHZ4vUNdIsHwpuT7O@harbour.my.salesforce.com"
        ),
    ),
    ignores=(
        (
            "SF_AUTH_URL=force:·//PlatformCLI::5Aep861012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG·HI"
            "JKLMNOPQRSTUVWXYZ0123456789abcdefgh@harbour.my.salesforce.com"
        ),
        (
            "SF_AUTH_URL=force:·//PlatformCLI::5Aep861M7u·IwcOivoImweRw3BJFZrJ·mdaU2ABY2hC3nAeoY@harb"
            "our.my.salesforce.com"
        ),
    ),
)

SALESFORCE_CONSUMER_SECRET = Credential(
    id="secret-salesforce-consumer-secret",
    title="Salesforce consumer secret",
    service="Salesforce",
    severity=Severity.HIGH,
    keywords=("salesforce", "sfdc", "consumer"),
    expression=after(r"(?:salesforce|sfdc|sf)[\w. -]{0,16}?(?:consumer|client)[_-]?secret", "[0-9A-F]{64}|[0-9]{19}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the connected app.",
    revoke="Rotate the consumer secret of the connected app.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SALESFORCE_CLIENT_SECRET=21A·F59BD2A04F11CAE2DA3F0F7528A38790·1DBE6766686C7E63EB8EAC4D15935",),
    ignores=(
        "SALESFORCE_CLIENT_SECRET=012·3456789ABCDEF0123456789ABCDEF012·3456789ABCDEF0123456789ABCDEF",
        "SALESFORCE_CLIENT_SECRET=A05·F5D18C8669C71FD0658E07A604FD4",
    ),
)
