"""Credentials of Cloudflare."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CLOUDFLARE_GLOBAL_KEY = Credential(
    id="secret-cloudflare-global-key",
    title="Cloudflare global API key",
    service="Cloudflare",
    severity=Severity.CRITICAL,
    keywords=("cfk_",),
    expression=token(r"cfk_[0-9A-Za-z]{40}[0-9a-f]{8}"),
    entropy=3.8,
    check="random",
    grants=(
        "Whoever holds it does all that the user may: changes names, certificates, firewalls and code at the edge."
    ),
    revoke="Roll it under API Tokens in the profile.",
    also=("cloudflare-global-api-key",),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/token-formats",
    finds=("CLOUDFLARE_API_KEY=cfk_e79·LBBlDJGe7pIxiUkeFuzS·CqpUFHJip3kgpuxfa6c1·d6fa6",),
    ignores=(
        "CLOUDFLARE_API_KEY=cfk_012·3456789abcdefghijklm·nopqrstuvwxyzABCD012·34567",
        "CLOUDFLARE_API_KEY=cfk_Enm·Px8Xi8LSG1ahWIuOO2d2·1",
    ),
)

CLOUDFLARE_TOKEN = Credential(
    id="secret-cloudflare-token",
    title="Cloudflare API token",
    service="Cloudflare",
    severity=Severity.CRITICAL,
    keywords=("cfut_", "cfat_"),
    expression=token(r"cf[ua]t_[0-9A-Za-z]{40}[0-9a-f]{8}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it changes what the token was made for: names, firewalls, code at the edge.",
    revoke="Roll it under API Tokens in the profile or the account.",
    also=("cloudflare-api-key",),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/token-formats",
    finds=("CLOUDFLARE_API_TOKEN=cfut_ndg·FZwR1JWEwAB8qzFR0YTh·iRfql6v6reD4CcCEIe41·84706",),
    ignores=(
        "CLOUDFLARE_API_TOKEN=cfut_012·3456789abcdefghijklm·nopqrstuvwxyzABCD012·34567",
        "CLOUDFLARE_API_TOKEN=cfut_fBU·ixYNlVH6e5tlMZobA864·2",
    ),
)

CLOUDFLARE_OLD_TOKEN = Credential(
    id="secret-cloudflare-old-token",
    title="Cloudflare API token of the older form",
    service="Cloudflare",
    severity=Severity.CRITICAL,
    keywords=("cloudflare", "cf_api", "cf_token", "cf-api"),
    expression=after(r"(?:cloudflare[\w. -]{0,20}?|cf[_-])(?:api[_-]?)?token", "[0-9A-Za-z_-]{40}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it changes what the token was made for: names, firewalls, code at the edge.",
    revoke="Roll it under API Tokens in the profile.",
    also=("cloudflare-api-key",),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/token-formats",
    finds=("CLOUDFLARE_API_TOKEN=4JH·C_OkwIKtrB80DpIRqAZm·RhjH92mstm4o4CoGh",),
    ignores=(
        "CLOUDFLARE_API_TOKEN=012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "CLOUDFLARE_API_TOKEN=20A·6SW0Yepxrw5DjREv6",
    ),
)

CLOUDFLARE_OLD_GLOBAL_KEY = Credential(
    id="secret-cloudflare-old-global-key",
    title="Cloudflare global API key of the older form",
    service="Cloudflare",
    severity=Severity.CRITICAL,
    keywords=("cloudflare", "x-auth-key", "cf_api_key"),
    expression=after(r"cloudflare[\w. -]{0,20}?key|x-auth-key|cf_api_key", "[0-9a-f]{37}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the mail address does all that the user may.",
    revoke="Roll it under API Tokens in the profile.",
    also=("cloudflare-global-api-key",),
    source="https://developers.cloudflare.com/fundamentals/api/get-started/token-formats",
    finds=("X-Auth-Key: 2b4·937f1d495583e3f48b·a6e841e584e657e3",),
    ignores=(
        "X-Auth-Key: 012·3456789abcdef01234·56789abcdef01234",
        "X-Auth-Key: fde·fa0fc0d2b9dee79",
    ),
)

CLOUDFLARE_ORIGIN_KEY = Credential(
    id="secret-cloudflare-origin-key",
    title="Cloudflare Origin CA key",
    service="Cloudflare",
    severity=Severity.HIGH,
    keywords=("v1.0-",),
    expression=token(r"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it issues and revokes origin certificates of the zones.",
    revoke="Change it under API Tokens in the profile.",
    also=("cloudflare-origin-ca-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "X-Auth-User-Service-Key: v1.0-f58·ab23c72fb7afc1c497fdb-065·28b97c3fa5af14b7a715091d3508"
            "6b31bef37cdcd47656ef2db7c8e79ed36a8ad63fc9170·c4d658820789a9de762c7992593e3e7f2285b6a7ae"
            "03e8db7719f44a06c812232d33fb"
        ),
    ),
    ignores=(
        (
            "X-Auth-User-Service-Key: v1.0-012·3456789abcdef01234567-012·3456789abcdef0123456789abcde"
            "f0123456789abcdef0123456789abcdef0123456789ab·cdef0123456789abcdef0123456789abcdef012345"
            "6789abcdef0123456789abcdef01"
        ),
        (
            "X-Auth-User-Service-Key: v1.0-f3e·1ac05fc24-61e·1cc679467fb27c48c59d2a5e7c50c23d6db9·92a"
            "6714e066fbaf6eb6834b7d0c00eed98"
        ),
    ),
)
