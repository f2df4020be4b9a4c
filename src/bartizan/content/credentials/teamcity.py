"""Credentials of TeamCity."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TEAMCITY_TOKEN = Credential(
    id="secret-teamcity-token",
    title="TeamCity access token",
    service="TeamCity",
    severity=Severity.HIGH,
    keywords=("eyj0exaioiaivenwmij9",),
    expression=token(r"eyJ0eXAiOiAiVENWMiJ9\.[0-9A-Za-z_-]{36}\.[0-9A-Za-z_-]{48}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it acts as the user on the build server.",
    revoke="Delete it under Access Tokens in the profile.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "TEAMCITY_TOKEN=eyJ0eXAi·OiAiVENWMiJ9.KWt·BH57XLxXR0UbmQP9Vi·yF-SH8Ks8rDaA9S.YnX·oGby67p2"
            "Vin7wvbAOfRfj_80·VckAdlFvGhcw8PfowwB9y"
        ),
    ),
    ignores=(
        (
            "TEAMCITY_TOKEN=eyJ0eXAi·OiAiVENWMiJ9.012·3456789abcdefghijk·lmnopqrstuvwxyz.012·3456789a"
            "bcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL"
        ),
        "TEAMCITY_TOKEN=eyJ0eXAi·OiAiVENWMiJ9.K-I·UkfX-ZZmjKAxXa5.nj_·2X3rPocD19f6l7nWFGtCD",
    ),
)
