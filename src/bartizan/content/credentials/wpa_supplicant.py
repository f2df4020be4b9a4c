"""Credentials of wpa_supplicant."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WIFI_PASSWORD = Credential(
    id="secret-wifi-password",
    title="password of a wireless network",
    service="wpa_supplicant",
    severity=Severity.LOW,
    keywords=("psk=",),
    expression=r"(?m)^[ \t]*psk=\"?(?P<secret>[^\"\s]{8,63}|[0-9a-f]{64})\"?[ \t]*\r?$",
    entropy=2.6,
    check="password",
    grants="Whoever holds it and is near joins the network.",
    revoke="Change it on the access point.",
    source="https://w1.fi/cgit/hostap/plain/wpa_supplicant/wpa_supplicant.conf",
    finds=('network={\n  ssid="harbour"\n  ps·k="Ptb·tGBouR29ORRf0"\n}',),
    ignores=(
        'network={\n  ssid="harbour"\n  psk="012·3456789abcdef"\n}',
        'network={\n  ssid="harbour"\n  psk="A62·663IP"\n}',
    ),
)
