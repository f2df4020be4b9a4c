"""Credentials of Adyen."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ADYEN_KEY = Credential(
    id="secret-adyen-key",
    title="Adyen API key",
    service="Adyen",
    severity=Severity.CRITICAL,
    keywords=("aqe",),
    expression=(
        r"\b(?P<secret>AQE[0-9A-Za-z]{4,8}[0-9A-Za-z+/]{60,400}={0,2}-[0-9A-Za-z+/]{43}"
        r"=-[^\s\"']{12,24})"
    ),
    entropy=4.0,
    check="random",
    grants="Whoever holds it takes, refunds and pays out money as its roles allow.",
    revoke="Generate a new key for the credential.",
    source="https://docs.adyen.com/development-resources/api-credentials/",
    finds=(
        (
            "ADYEN_API_KEY=AQEyTtMoDbi·Pjmun8ZThv4b9HStpYoZtp/AXEbeplJ0EsyNr7q5·0otGIDHUAZqQq8YsiIt2A"
            "yP0uMaDrZbweJ44B==-Jgp·CtNLH6FBnk7LxZktYA7PA·ylLEXCzL58DqogErY4i=-d1S·kQC2dQuQu2ati"
        ),
    ),
    ignores=(
        (
            "ADYEN_API_KEY=AQEy0123012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG·HIJKLMNOPQRSTUVWXYZ01"
            "23456789abcdefgh==-012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG=-012·3456789abcdef"
        ),
        ("ADYEN_API_KEY=AQEyCYQiFWW·a7Cv/tMPUK/olD+pvCe4·qqjdqmKnNj12NYziW==-328·j2WTOBUEskAQiocLzP=-Jea·vfupQ"),
    ),
)
