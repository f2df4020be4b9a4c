"""Credentials of X."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TWITTER_BEARER_TOKEN = Credential(
    id="secret-twitter-bearer-token",
    title="X bearer token",
    service="X",
    severity=Severity.MEDIUM,
    keywords=("twitter", "bearer", "aaaaaaaaaaaaaaaaaaaaan"),
    expression=r"(?:\b|%[0-9A-Fa-f]{2})(?P<secret>A{21,24}[0-9A-Za-z%]{70,120})(?:[^0-9A-Za-z%]|$)",
    entropy=4.0,
    grants="Whoever holds it reads as the application.",
    revoke="Revoke it in the developer portal.",
    also=("twitter-bearer-token",),
    source="https://docs.x.com/resources/fundamentals/authentication",
    finds=(
        (
            "TWITTER_BEARER_TOKEN=AAAAAAAAAAAAAAAAAAAAA·MtUP·YCU8FcA%2B0UB·PSN3SUJlVGmOZ4Nia4ZZoDGeGI"
            "JMAa·HYYSpXXPdqedGCpVDa3KkrfMnU3%3DLcC·qpDGvujr1pXuwqS67"
        ),
    ),
    ignores=(("TWITTER_BEARER_TOKEN=AAAAAAAAAAAAAAAAAAAAA·MNkl·cv%2BV4N·7XgKmbLPHV06zbPSNWny7zSvqwl%3Dtpf·JiuwR2W"),),
)

TWITTER_SECRET = Credential(
    id="secret-twitter-secret",
    title="X API secret",
    service="X",
    severity=Severity.HIGH,
    keywords=("twitter", "consumer"),
    expression=after(r"twitter[\w. -]{0,16}?(?:consumer|api|client)[_-]?(?:key[_-]?)?secret", "[0-9A-Za-z_-]{50}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Regenerate it in the developer portal.",
    also=("twitter-api-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TWITTER_CONSUMER_SECRET=Bqs·X6zXhn96uDy2Yz97y5D1tkvCD·NHIZBzL2ITZo6GlypMVyPK",),
    ignores=(
        "TWITTER_CONSUMER_SECRET=012·3456789abcdefghijklmnopqr·stuvwxyzABCDEFGHIJKLMN",
        "TWITTER_CONSUMER_SECRET=7NV·ljsQfe8wXracxPvj3kHxlq",
    ),
)

TWITTER_ACCESS_TOKEN = Credential(
    id="secret-twitter-access-token",
    title="X access token",
    service="X",
    severity=Severity.HIGH,
    keywords=("twitter", "access_token", "oauth_token"),
    expression=token(r"[0-9]{8,19}-[0-9A-Za-z]{40}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it and its secret acts as the user.",
    revoke="Revoke it in the developer portal.",
    also=("twitter-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TWITTER_ACCESS_TOKEN=474·0591267021691602-1BC·8tjJvvyWrkT5iZok0XjM·1YL8QgO4STLIAzakD",),
    ignores=(
        "TWITTER_ACCESS_TOKEN=123·4567890123456789-012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "TWITTER_ACCESS_TOKEN=246·720435-yrQ·6WzOmjxD7rn3g2zhJ",
    ),
)

TWITTER_ACCESS_SECRET = Credential(
    id="secret-twitter-access-secret",
    title="X access token secret",
    service="X",
    severity=Severity.HIGH,
    keywords=("twitter", "access_token_secret"),
    expression=after(r"(?:twitter[\w. -]{0,16}?|\b)access[_-]?token[_-]?secret", "[0-9A-Za-z]{45}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it and the access token acts as the user.",
    revoke="Revoke it in the developer portal.",
    also=("twitter-access-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TWITTER_ACCESS_TOKEN_SECRET=Xyl·tDu4mERnFD8dhLrLLz9ZOr·Xi87NelOFwX5AeowpPln",),
    ignores=(
        "TWITTER_ACCESS_TOKEN_SECRET=012·3456789abcdefghijklmno·pqrstuvwxyzABCDEFGHI",
        "TWITTER_ACCESS_TOKEN_SECRET=dMT·VUVIFZogAM3YM7vWei5",
    ),
)
