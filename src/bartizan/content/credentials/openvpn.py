"""Credentials of OpenVPN."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OPENVPN_STATIC_KEY = Credential(
    id="secret-openvpn-static-key",
    title="OpenVPN static key",
    service="OpenVPN",
    severity=Severity.HIGH,
    keywords=("openvpn static key",),
    expression=(
        r"-----BEGIN OpenVPN Static key V1-----\s{1,4}(?P<secret>"
        r"(?:[0-9a-f]{32}\s{1,4}){16})-----END OpenVPN"
    ),
    entropy=3.0,
    grants="Whoever holds it passes the first gate of the VPN, or reads it if no other key is used.",
    revoke="Make a new key for the server and all clients.",
    source="https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/",
    finds=(
        (
            "-----BEGIN OpenVPN Static· key V1-----\n444e7198a05b122f532100f4fc145423\nf4ed02f39678cffc"
            "de3415e0d793f9f8\n62ac870083f18b8564151229bbb0a60e\n396ba2aef36180eee0fe5b18a3469cca\n217b7"
            "dabec1ee8d95fbea0ee9e72e821\n0feb526fd0a5ab59fcf0788320ee1b16\n4efb3753c9cdf66d3719dff96c7"
            "aa867\n190d932b2ead1030c1f049798ec958e9\ne424b434dbdfd7cd68d1c40cba283bfd\n19d81f50ce4783f7"
            "23f1575e90cee483\nceaa0bdd2998206d11d1459d716a5a12\n7a44c69a015da74981e722cb00b180a9\neb39d"
            "e18add3830b15f9334ceff24493\n46de317de5ba59925b8f56ef045ed9b0\nfc7fa078fef1bed0209a65f42da"
            "f885a\n2387bdb7e0fdc79a8a0390260d53f4d3\n-----END OpenVPN Static key V1-----"
        ),
    ),
    ignores=(
        ("-----BEGIN OpenVPN S·tatic key V1-----\n(the key of the harbour)\n-----END OpenVPN Static key V1-----"),
    ),
)
