"""Credentials of DigitalOcean."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DIGITALOCEAN_TOKEN = Credential(
    id="secret-digitalocean-token",
    title="DigitalOcean personal access token",
    service="DigitalOcean",
    severity=Severity.CRITICAL,
    keywords=("dop_v1_",),
    expression=token(r"dop_v1_[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants=("Whoever holds it creates, reads and destroys machines, clusters, databases and volumes of the account."),
    revoke="Delete it under API in the control panel.",
    also=("digitalocean-pat",),
    source="https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    finds=("DIGITALOCEAN_TOKEN=dop_v1_4d2·ca921440316be54114aa24d13604c6a2·17933193fccb0a254f88cc68fc4ec",),
    ignores=(
        "DIGITALOCEAN_TOKEN=dop_v1_012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "DIGITALOCEAN_TOKEN=dop_v1_63c·656638cfe09d60b4878999a76c6dc",
    ),
)

DIGITALOCEAN_OAUTH_TOKEN = Credential(
    id="secret-digitalocean-oauth-token",
    title="DigitalOcean OAuth token",
    service="DigitalOcean",
    severity=Severity.CRITICAL,
    keywords=("doo_v1_",),
    expression=token(r"doo_v1_[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it acts for the user who let an application in.",
    revoke="Revoke the application under API in the control panel.",
    also=("digitalocean-access-token",),
    source="https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    finds=("token: doo_v1_eba·0bdb3827b21639af3732ecfcf7454aa0·54eed7452c06af565a8ed24915902",),
    ignores=(
        "token: doo_v1_012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "token: doo_v1_66a·6c92f5ef9868ee1826bcd91528fca",
    ),
)

DIGITALOCEAN_REFRESH_TOKEN = Credential(
    id="secret-digitalocean-refresh-token",
    title="DigitalOcean refresh token",
    service="DigitalOcean",
    severity=Severity.CRITICAL,
    keywords=("dor_v1_",),
    expression=token(r"dor_v1_[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it makes new tokens for the user who let an application in.",
    revoke="Revoke the application under API in the control panel.",
    also=("digitalocean-refresh-token",),
    source="https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    finds=("refresh: dor_v1_e83·12fbdd0ff23d6ea0d0ef7ef422b13af2·a37681754e0818f1e086a97c84303",),
    ignores=(
        "refresh: dor_v1_012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "refresh: dor_v1_194·c86f575a608ae77dc12130b7e88e4",
    ),
)

DIGITALOCEAN_SPACES_SECRET = Credential(
    id="secret-digitalocean-spaces-secret",
    title="DigitalOcean Spaces secret key",
    service="DigitalOcean",
    severity=Severity.HIGH,
    keywords=("spaces_", "spaces-", "spacessecret", "space_secret"),
    expression=after(
        r"(?:do|digitalocean|spaces)[\w-]{0,12}?spaces?[\w-]{0,12}?secret[\w-]{0,12}|"
        r"spaces_secret[\w-]{0,12}",
        "[0-9A-Za-z+/]{43}",
    ),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it and its id reads, changes and deletes what is stored.",
    revoke="Delete the key under API, Spaces Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SPACES_SECRET_ACCESS_KEY=3aP·9Blp8oHlQ4HYIctjPLVWe·3QEZA2yiZ0e/xdpm5hb",),
    ignores=(
        "SPACES_SECRET_ACCESS_KEY=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "SPACES_SECRET_ACCESS_KEY=sOC·tcS67ifXfhTX/WurLP",
    ),
)
