"""Credentials of Sentry."""

from bartizan.content.credentials.spelling import HEX64, dashed, keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SENTRY_USER_TOKEN = Credential(
    id="secret-sentry-user-token",
    title="Sentry user auth token",
    service="Sentry",
    severity=Severity.HIGH,
    keywords=("sntryu_", "sntrya_", "sntryi_"),
    expression=token(r"sntry[uai]_[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads events, with the data in them, and changes projects as the user may.",
    revoke="Revoke it in the settings under Auth Tokens.",
    also=("sentry-user-token",),
    source="https://docs.sentry.io/account/auth-tokens/",
    finds=("SENTRY_AUTH_TOKEN=sntryu_e4d·2bd126cd047a9e607fc58f3517bd75a6·ead000e064b340e24451960afd7c6",),
    ignores=(
        "SENTRY_AUTH_TOKEN=sntryu_012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "SENTRY_AUTH_TOKEN=sntryu_cae·0c9d02d2b05851e2eeee7c1e40e33",
    ),
)

SENTRY_ORGANIZATION_TOKEN = Credential(
    id="secret-sentry-organization-token",
    title="Sentry organization auth token",
    service="Sentry",
    severity=Severity.MEDIUM,
    keywords=("sntrys_",),
    expression=dashed(r"sntrys_eyJ[0-9A-Za-z+/=_-]{80,500}"),
    entropy=3.0,
    check="base64-json",
    grants="Whoever holds it creates releases and uploads source maps for the organization.",
    revoke="Revoke it in the organization settings under Auth Tokens.",
    also=("sentry-org-token",),
    source="https://docs.sentry.io/account/auth-tokens/",
    finds=(
        (
            "SENTRY_AUTH_TOKEN=sntrys_ey·JpYXQiOiAxNzEyMzQ1Njc4LjEyMywgInVybCI6ICJodHRwczovL3NlbnRyeS"
            "5pbyIsICJyZWdpb25fdXJsIjogImh0dHBzOi8vdXMuc2VudHJ5LmlvIiwgIm9yZyI6ICJoYXJib3VyIn0=_8+M·b"
            "v9qeQWbJh04m+R+YT32z·nQ+1Hemz/E3wDaVoN1L"
        ),
    ),
    ignores=(
        (
            "SENTRY_AUTH_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (
            "SENTRY_AUTH_TOKEN=sntrys_ey·JpYXQiOiAxNzEyMzQ1Njc4LjEyMywgInVybCI6ICJodHRwczovL3NlbnRyeS"
            "5pbyIsICJyZWdpb25fdXJsIjogImh"
        ),
    ),
)

SENTRY_OLD_TOKEN = Credential(
    id="secret-sentry-old-token",
    title="Sentry auth token of the older form",
    service="Sentry",
    severity=Severity.HIGH,
    keywords=("sentry",),
    expression=keyed("sentry(?:[_-]auth)?", HEX64),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it reads events and changes projects as the user may.",
    revoke="Revoke it in the settings under Auth Tokens.",
    also=("sentry-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SENTRY_AUTH_TOKEN=d7d·f39d3e9e4cb521961b265f485803022f·48a55966c65fe25e0a3710cc583fc",),
    ignores=(
        "SENTRY_AUTH_TOKEN=012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "SENTRY_AUTH_TOKEN=5c1·e5c3516e0a6eb1731d15bd3041c4c",
        "etag: 92a·016639402f086c3896816f5390091fcc·3b22f841fd62e192372c1472fbd34",
    ),
)

SENTRY_DSN_SECRET = Credential(
    id="secret-sentry-dsn-secret",
    title="Sentry DSN with a secret",
    service="Sentry",
    severity=Severity.LOW,
    keywords=("sentry",),
    expression=(
        r"https://[0-9a-f]{32}:(?P<secret>[0-9a-f]{32})@"
        r"(?:[0-9A-Za-z-]{1,40}\.){0,4}sentry\.[0-9A-Za-z.-]{2,40}/[0-9]{1,20}\b"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends events in the name of the project; the newer form has no secret.",
    revoke="Make a new client key, and use its public form.",
    source="https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
    finds=(
        (
            "SENTRY_DSN=https:·//616·13d4e45b277e242c895e6979add1e:277·acb26be7bf8249a0068f72dbd8209@"
            "o412.ingest.sentry.io/4504"
        ),
    ),
    ignores=(
        "SENTRY_DSN=https:·//c55·f469780a7f206dd07edbe193f913b@o412.ingest.sentry.io/4504",
        (
            "SENTRY_DSN=https:·//012·3456789abcdef0123456789abcdef:012·3456789abcdef0123456789abcdef@"
            "o412.ingest.sentry.io/4504"
        ),
        "SENTRY_DSN=https:·//572·0bc61b453a7bb:192·07a92dae2cd38@o412.ingest.sentry.io/4504",
    ),
)
