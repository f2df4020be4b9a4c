"""Credentials within requests: headers, tokens, commands."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

JWT = Credential(
    id="secret-jwt",
    title="JSON web token",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("eyj",),
    expression=token(r"eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}={0,2}"),
    entropy=3.0,
    check="jwt",
    grants="Whoever holds it is taken for its subject by whoever trusts the signer, until it expires.",
    revoke="End the session it belongs to, or change the signing key, and find out what wrote it down.",
    also=("jwt",),
    source="https://www.rfc-editor.org/rfc/rfc7519",
    finds=(
        (
            "Authorization: Bearer ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·JzdWIiOiJrZWVwZXJAaGFyYm9"
            "1ci5pbyIsInNjb3BlIjoibGlnaHRzOndyaXRlIiwiZXhwIjoxODkwMDAwMDAwfQ.4XChDzWjGCtyvDfAlXVlY8jd"
            "0Fw4zOTNguZAYZIbgbG"
        ),
    ),
    ignores=(
        (
            "token: ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·JzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG"
            "4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.D851HWGhCUt54MJIKyaG0qmQSh8EUQf6c2EcYiz_xb1"
        ),
        (
            "SUPABASE_ANON_KEY=ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·Jpc3MiOiJzdXBhYmFzZSIsInJlZiI"
            "6InFodHZid2t6ZG1yeXBjeGdqbmxlIiwicm9sZSI6ImFub24iLCJpYXQiOjE2OTAwMDAwMDAsImV4cCI6MjAwNTU"
            "3NjAwMH0.PyaRkmtIslN7I_KDYrDvtW4tF9EkB3hFeeDTaZ3Np-R"
        ),
        "token: e·yJhbGciOiJub25lIn0.eyJzdWIiOiJrZWVwZXIifQ.c2lnbmF0dXJlLXRoYXQtaXMtbm9uZQ",
    ),
)

BASIC_AUTHORIZATION = Credential(
    id="secret-basic-authorization",
    title="credential in a Basic authorization header",
    service="any",
    severity=Severity.HIGH,
    keywords=("basic",),
    expression=(
        r"(?i:authorization[\"'`\]]{0,2}\s{0,4}[:=,]{1,2}\s{0,4}[\"'`]?basic\s{1,4})"
        r"(?P<secret>[0-9A-Za-z+/]{12,400}={0,2})"
    ),
    entropy=3.0,
    check="basic",
    grants="Whoever holds it logs in: it is the user name and the password, merely encoded.",
    revoke="Change the password.",
    also=("curl-auth-header",),
    source="https://www.rfc-editor.org/rfc/rfc7617",
    finds=(
        "Authorization: Basic a2Vlc·GVyOktCVFFWdm1Kd1dwVTdtejVpUw==",
        "headers['Authorization'] = 'Basic a2Vlc·GVyOjVyUTlyU2pRVHFWVEY5djRnWA=='",
    ),
    ignores=(
        "Authorization: Ba·sic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "Authorization: Ba·sic xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "Authorization: Basic a2Vlc·GVyOm15Nnl1N",
    ),
)

BEARER_AUTHORIZATION = Credential(
    id="secret-bearer-authorization",
    title="token in a Bearer authorization header",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("bearer",),
    expression=(
        r"(?i:authorization[\"'`\]]{0,2}\s{0,4}[:=,]{1,2}\s{0,4}[\"'`]?(?:bearer|token)\s{1,4})"
        r"(?P<secret>[0-9A-Za-z_.~+/-]{20,500}={0,2})(?:[\"'`\s\\]|$)"
    ),
    entropy=3.5,
    check="api-key",
    grants="Whoever holds it acts as the one it was made for.",
    revoke="Revoke it where it was made.",
    also=("curl-auth-header",),
    source="https://www.rfc-editor.org/rfc/rfc6750",
    finds=(
        ('curl -H "Authorization: Bearer eEa·quZqkdumRN0brJCaWlFD·D4wUD85WFrFz2uVxp" https:·//api.harbour.io/lights'),
    ),
    ignores=(
        "Authorization: Bea·rer $TOKEN_OF_THE_DEPLOYMENT",
        "Authorization: Bea·rer <your-access-token-here>",
        '"Authorization": "Bea·rer my-secret-access-token"',
        ('curl -H "Authorization: Bearer 012·3456789abcdefghijklm·nopqrstuvwxyzABCD" https:·//api.harbour.io/lights'),
    ),
)

COMMAND_LINE_SECRET = Credential(
    id="secret-command-line-secret",
    title="secret on a command line",
    service="any",
    severity=Severity.MEDIUM,
    keywords=(
        "--password",
        "--passwd",
        "--token",
        "--secret",
        "--api-key",
        "--apikey",
        "--access-token",
        "--auth-token",
    ),
    expression=(
        r"(?i)\s--(?:[a-z]{1,12}-)?(?:password|passwd|token|secret|api-?key|access-token|auth-token)"
        r"[= ][\"']?(?P<secret>[^\s\"'`;|&<>]{10,120})"
    ),
    entropy=3.2,
    check="api-key",
    grants="Whoever holds it acts as the one it was made for.",
    revoke="Revoke it, and pass secrets by file or environment.",
    source="Derived from how configuration and code are written.",
    finds=("harbourctl login --user keeper --t·oken Nqw·dQAy9r3rm9095b4wgYuOnAkPtOdxt",),
    ignores=(
        "docker login --pas·sword $REGISTRY_PASSWORD",
        "tool --t·oken my-access-token-name-here",
        "harbourctl login --user keeper --token 012·3456789abcdefghijklmnopqrstuv",
    ),
)
