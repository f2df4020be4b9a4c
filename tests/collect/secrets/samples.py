"""A few kinds of credentials to look for, and texts that hold them; every secret is made up when a test runs."""

from __future__ import annotations

import base64
import random
import string

from bartizan.collect.tree import LookedFor
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential


def kind(
    id: str, keywords: tuple[str, ...], expression: str, *, service: str = "sample", entropy: float = 0.0
) -> Credential:
    return Credential(
        id=id,
        title=id,
        service=service,
        severity=Severity.HIGH,
        keywords=keywords,
        expression=expression,
        entropy=entropy,
        grants="It opens.",
        revoke="Revoke it.",
        also=("B105", "peer-token"),
        source="made up",
        finds=(),
        ignores=(),
    )


TOKEN = kind("secret-token", ("tok_",), r"(?:^|[^A-Za-z0-9_])(?P<secret>tok_[A-Za-z0-9]{32})(?:[^A-Za-z0-9_]|$)")
UUID = kind(
    "secret-uuid", ("acme",), r"(?i)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", entropy=3.0
)
KEY = kind("secret-key", ("-----begin",), r"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----")
PASSWORD = kind(
    "secret-password",
    ("password", "token"),
    r"(?i)(?:password|token)[\"']?\s*(?:=|:)\s*[\"'](?P<secret>[^\"'\s]{8,80})[\"']",
    service="generic",
    entropy=2.5,
)
ANYWHERE = kind("secret-anywhere", (), r"\bzz[0-9]{12}zz\b")
STORE = kind("secret-key-store", ("encoded store",), r"encoded store ([A-Za-z0-9+/]{40,})")
KINDS = (TOKEN, UUID, KEY, PASSWORD, ANYWHERE, STORE)
LOOKED_FOR = LookedFor(credentials=KINDS, key=b"a key of the tests")

_DICE = random.Random(7)


def letters(count: int) -> str:
    return "".join(_DICE.choices(string.ascii_letters + string.digits, k=count))


def token() -> str:
    return "tok_" + letters(32)


def private_key(size: int = 1200) -> str:
    body = base64.encodebytes(_DICE.randbytes(size)).decode()
    return f"-----BEGIN RSA PRIVATE KEY-----\n{body}-----END RSA PRIVATE KEY-----"


def base64_of(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
