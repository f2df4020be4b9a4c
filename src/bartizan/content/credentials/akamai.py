"""Credentials of Akamai."""

from bartizan.content.credentials.spelling import HEX64, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LINODE_TOKEN = Credential(
    id="secret-linode-token",
    title="Linode personal access token",
    service="Akamai",
    severity=Severity.CRITICAL,
    keywords=("linode",),
    expression=keyed("linode", HEX64),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it creates, reads and destroys machines and clusters of the account.",
    revoke="Revoke it under API Tokens in the profile.",
    source="https://techdocs.akamai.com/linode-api/reference/get-started",
    finds=("LINODE_TOKEN=72e·9f466f5bf00b49c78a5076c210f14ebf·893a673b0dc9add483e651e1f7ea3",),
    ignores=(
        "LINODE_TOKEN=012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "LINODE_TOKEN=26a·cc9e7eb5ca881908cb135110d60d7",
        "etag: 6ef·f41263e5d96c987900cb8b73c141f0ff·93257d7f4fdb76b0bf2e5baa565c7",
    ),
)

AKAMAI_CLIENT_SECRET = Credential(
    id="secret-akamai-client-secret",
    title="Akamai EdgeGrid client secret",
    service="Akamai",
    severity=Severity.HIGH,
    keywords=("client_secret", "akab-"),
    expression=(
        r"(?i:client_secret)\s{0,4}[=:]\s{0,4}(?P<secret>[0-9A-Za-z+/]{43}=)\s{1,4}"
        r"(?i:host)\s{0,4}[=:]\s{0,4}akab-"
    ),
    entropy=4.0,
    check="base64-key",
    grants="Whoever holds it and the tokens beside it changes the configurations of the delivery network.",
    revoke="Deactivate the credential in the control centre.",
    source="https://techdocs.akamai.com/developer/docs/authenticate-with-edgegrid",
    finds=(
        (
            "[default]\nclient_secret = EQi·L97EK6P1v7XHVv8M0Oxlk2·qkb4pAkVTd3lpX0zAM=\nhost = "
            "akab-h05tnam3wl42son7-nktnlnnobld3ff2n.luna.akamaiapis.net"
        ),
    ),
    ignores=(
        (
            "[default]\nclient·_secret = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nhost = "
            "akab-h05tnam3wl42son7-nktnlnnobld3ff2n.luna.akamaiapis.net"
        ),
        (
            "[default]\nclient_secret = yxm·9ARs97NzpLBJtCM8bQr\nhost = "
            "akab-h05tnam3wl42son7-nktnlnnobld3ff2n.luna.akamaiapis.net"
        ),
    ),
)
