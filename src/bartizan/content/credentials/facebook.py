"""Credentials of Facebook."""

from bartizan.content.credentials.spelling import HEX32, after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FACEBOOK_TOKEN = Credential(
    id="secret-facebook-token",
    title="Facebook access token",
    service="Facebook",
    severity=Severity.MEDIUM,
    keywords=("eaa",),
    expression=token(r"EAA[A-Z][0-9A-Za-z]{80,400}"),
    entropy=4.0,
    check="facebook",
    grants="Whoever holds it acts as a user or page.",
    revoke="End the session in the security settings, or revoke the application.",
    also=("facebook-page-access-token",),
    source="https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
    finds=(
        (
            "FB_ACCESS_TOKEN=EAAC3Hz·vkBqSOtYZfxwFckXndnyrhqqSP9UhXoK2aB2dwDQHtwFPC3v6UtFNaJ2C9sW8s4j"
            "rDEFm7doAvyXrenC·XgUVIbwITf3CJOMif1reruA97xmUXybxDUXWh44Z97yOPujaAxrfYGuNcBFuBiyxgkPgWp9"
            "LWCdWf"
        ),
    ),
    ignores=(
        (
            "FB_ACCESS_TOKEN=EAAC012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234"
            "56789abcdefghijk·lmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrst"
            "uvwxyz"
        ),
    ),
)

FACEBOOK_SECRET = Credential(
    id="secret-facebook-secret",
    title="Facebook app secret",
    service="Facebook",
    severity=Severity.HIGH,
    keywords=("facebook", "fb_"),
    expression=after(r"(?:facebook|fb)[\w. -]{0,16}?secret", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the application, and reads and signs what it may.",
    revoke="Reset it in the settings of the application.",
    also=("facebook-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FACEBOOK_APP_SECRET=971·c227349f3a31d08785ecd9f0607c0",),
    ignores=(
        "FACEBOOK_APP_SECRET=012·3456789abcdef0123456789abcdef",
        "FACEBOOK_APP_SECRET=ea7·be47a44444077",
    ),
)
