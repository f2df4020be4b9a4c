"""Credentials of PlanetScale."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PLANETSCALE_TOKEN = Credential(
    id="secret-planetscale-token",
    title="PlanetScale service token",
    service="PlanetScale",
    severity=Severity.CRITICAL,
    keywords=("pscale_tkn_",),
    expression=dashed(r"pscale_tkn_[0-9A-Za-z_-]{32,64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and its id manages the databases it was given.",
    revoke="Delete it in the settings of the organisation.",
    also=("planetscale-api-token",),
    source="https://planetscale.com/docs/concepts/service-tokens",
    finds=("PLANETSCALE_SERVICE_TOKEN=pscale_tkn_NCY·W1OjtFi9kjQOVLUpw1wcw·Yqbn8fGdaaMR1-cJ2Q7",),
    ignores=(
        "PLANETSCALE_SERVICE_TOKEN=pscale_tkn_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "PLANETSCALE_SERVICE_TOKEN=pscale_tkn_ypJ·FY9TXgmH4E3ecFxpMG",
    ),
)

PLANETSCALE_PASSWORD = Credential(
    id="secret-planetscale-password",
    title="PlanetScale database password",
    service="PlanetScale",
    severity=Severity.CRITICAL,
    keywords=("pscale_pw_",),
    expression=dashed(r"pscale_pw_[0-9A-Za-z_-]{32,64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and the user name connects to the database from anywhere.",
    revoke="Delete the password in the settings of the database.",
    also=("planetscale-password",),
    source="https://planetscale.com/docs/concepts/connection-strings",
    finds=(("mysql:·//keeper:pscale_pw_fup·SOZ_EVO8H7FHXNBq9NET6·v0ZwKDBbjytz5ZQ12bM@aws.connect.psdb.cloud/lights"),),
    ignores=(
        ("mysql:·//keeper:pscale_pw_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG@aws.connect.psdb.cloud/lights"),
        "mysql:·//keeper:pscale_pw_VJA·PYfTdK250oLeWFY8Yd@aws.connect.psdb.cloud/lights",
    ),
)

PLANETSCALE_OAUTH_TOKEN = Credential(
    id="secret-planetscale-oauth-token",
    title="PlanetScale OAuth token",
    service="PlanetScale",
    severity=Severity.CRITICAL,
    keywords=("pscale_oauth_",),
    expression=dashed(r"pscale_oauth_[0-9A-Za-z_-]{32,64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it manages the databases of the user.",
    revoke="Revoke the application in the settings.",
    also=("planetscale-oauth-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("token=pscale_oauth_N3Q·X0-4-pG4tCZasFLWIf7Wa·JkfttLRa9UNXb1VfyVJ",),
    ignores=(
        "token=pscale_oauth_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "token=pscale_oauth_OQ7·pxc3XHI9V8pw978XjB",
    ),
)
