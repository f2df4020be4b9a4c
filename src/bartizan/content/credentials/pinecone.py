"""Credentials of Pinecone."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PINECONE_KEY = Credential(
    id="secret-pinecone-key",
    title="Pinecone API key",
    service="Pinecone",
    severity=Severity.HIGH,
    keywords=("pcsk_", "pinecone"),
    expression=dashed(r"pcsk_[0-9A-Za-z]{5,6}_[0-9A-Za-z]{60,66}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it reads, changes and deletes the indexes of the project.",
    revoke="Delete it in the console under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(("PINECONE_API_KEY=pcsk_nDx·prN_SCd·H8J8O6HNLvwrq1RUyioU1Aib9TwJ9gS·0YOjix8ahmM2o79I6KGcdLHz4W1mP"),),
    ignores=(
        ("PINECONE_API_KEY=pcsk_012·345_012·3456789abcdefghijklmnopqrstuvwx·yzABCDEFGHIJKLMNOPQRSTUVWXYZ0"),
        "PINECONE_API_KEY=pcsk_I·rt_Xle·hLFoRcup2KpfNj8hFYi4SdCkjnCW",
    ),
)
