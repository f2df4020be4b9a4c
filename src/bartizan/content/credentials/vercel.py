"""Credentials of Vercel."""

from bartizan.content.credentials.spelling import keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

VERCEL_TOKEN = Credential(
    id="secret-vercel-token",
    title="Vercel access token",
    service="Vercel",
    severity=Severity.HIGH,
    keywords=("vercel",),
    expression=keyed("(?:vercel|zeit)", "(?:vc[pkirao]_[0-9A-Za-z]{24,60}|[0-9A-Za-z]{24})"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it deploys projects and reads their settings with the secrets in them.",
    revoke="Delete it under Account Settings, Tokens.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        "VERCEL_TOKEN=8KT·nqdrdP6oyHttmzuWklKKq",
        "vercel deploy --token FVW·vYa2MmOLi6RP5tJOswMBX",
    ),
    ignores=(
        "VERCEL_TOKEN=012·3456789abcdefghijklmn",
        "VERCEL_TOKEN=395·OmNlc3Q6o",
        "etag: TNX·47QBDHzUgF3xXARRlcM6Y",
    ),
)

VERCEL_BLOB_TOKEN = Credential(
    id="secret-vercel-blob-token",
    title="Vercel Blob token",
    service="Vercel",
    severity=Severity.HIGH,
    keywords=("vercel_blob_rw_",),
    expression=token(r"vercel_blob_rw_[0-9A-Za-z]{16}_[0-9A-Za-z]{30}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it reads, writes and deletes what is in the store.",
    revoke="Rotate it in the settings of the store.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=('BLOB_READ_WRITE_TOKEN="vercel_blob_rw_5sU·ZlWwNh7SXtifU_LWc·z6CCOcyaR5yf8XeTb5mDJ3P2jAg"',),
    ignores=(
        'BLOB_READ_WRITE_TOKEN="vercel_blob_rw_012·3456789abcdef_012·3456789abcdefghijklmnopqrst"',
        'BLOB_READ_WRITE_TOKEN="vercel_blob_rw_nYh·kRIMx_eaA·2WKmWFTMiJon"',
    ),
)
