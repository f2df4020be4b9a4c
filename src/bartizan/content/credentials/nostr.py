"""Credentials of Nostr."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NOSTR_KEY = Credential(
    id="secret-nostr-key",
    title="Nostr private key",
    service="Nostr",
    severity=Severity.HIGH,
    keywords=("nsec1",),
    expression=token(r"nsec1[02-9ac-hj-np-z]{58}"),
    entropy=3.0,
    check="bech32",
    grants="Whoever holds it writes in the name of its owner, for ever.",
    revoke="Tell the followers of a new key.",
    source="https://github.com/nostr-protocol/nips/blob/master/19.md",
    finds=("nsec102e·wzdm0mu7mjem4t6ks6fmw7sc2tm0d3xjx6cmqaes8qvxc9slqjkynfj",),
    ignores=(
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "nsec16xw·l42ghgn6r8trqeenp84kchn",
    ),
)
