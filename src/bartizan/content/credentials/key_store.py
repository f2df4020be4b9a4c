"""Stores of private keys and passwords, as files and written out in base 64."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

KEY_STORE = Credential(
    id="secret-key-store",
    title="store of private keys or passwords",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("ibazcc", "a9mimmf7s"),
    expression=(
        r"\b(?P<secret>(?:MI[I-L][0-9A-Za-z+/]{2}[AQgw]IBAzCC|A9mimmf7S)[0-9A-Za-z+/]{50,}"
        r"(?:(?:\s{1,8}|\\n)[0-9A-Za-z+/]{50,})*={0,2})"
    ),
    entropy=4.5,
    grants=(
        "Whoever finds or guesses its password, which is often short, has the keys: to sign programs, to pose as a "
        "server, or to log in where the passwords in it are for."
    ),
    revoke=(
        "Replace the keys and passwords that are in it, have its certificates revoked, and hand the new store out by "
        "a secret manager."
    ),
    source="https://www.rfc-editor.org/rfc/rfc7292",
    finds=(
        (
            "store: MIIJUQIBAzCC·CRcGCSqGSIb3DQEHAaCCbSXPc0xJod0nPk2Pq19b240QmewF6P3Hwdc0d3ZIq3O9"
            "4gGCUEXk2jLaXpZ5a50weOZFLylpzM3CcQyDhp7LeXn+P6HtZyydU4gAyyUUqS+TeRgYxu1TcoG0"
            "q02cr0wkJS82F1/R54k/3UTPwPnv4ycvhbFif2ui"
        ),
        (
            "vault = A9mimmf7S·7UBAAQAZ6u4CsuGbpg0B3H7cr1qZbhd+vaqePdzlndnp1OXKb1+hJWdOA1rpmeIUSim"
            "WIWfhBbXA9Bl6tS2/kOHi5MrENO9Pg9liiAJC32xMI8rK+E4+u89JZKAmRR+swfAHDLHrmjEdhP2"
            "h1O4pcZwIx5Jl+1NqdfqlAAy"
        ),
    ),
    ignores=(
        "MIIKIQIBAzCC· is how they begin",
        "certificate: MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJRTESMBAGA1UEChMJQmFsdGltb3JlMRMw",
    ),
)
"""Files of this kind (PKCS #12, Java, KeePass, bare keys in DER) are known by how they begin."""
