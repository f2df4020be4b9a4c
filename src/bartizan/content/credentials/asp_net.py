"""Credentials of ASP.NET."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ASP_MACHINE_KEY = Credential(
    id="secret-asp-machine-key",
    title="ASP.NET machine key",
    service="ASP.NET",
    severity=Severity.CRITICAL,
    keywords=("validationkey", "decryptionkey"),
    expression=(
        r"(?i)\b(?:validation|decryption)Key\s{0,2}=\s{0,2}\"(?P<secret>[0-9A-F]{40,128})"
        r"(?:,IsolateApps)?\""
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it signs view state, and by it runs code on the server.",
    revoke="Make new keys, and keep them out of what is shared.",
    source="https://learn.microsoft.com/en-us/previous-versions/msp-n-p/ff649308(v=pandp.10)",
    finds=(
        (
            '<machineKey validationKey="A4C·F1F7BC3D19E84BC0402B8AE740FFCE799F260F26B690B01F13176CA4B'
            '5D664A6·7DDC77098B1D2B5AF712104E3A70D302702D560FF53A0227E0D183766C474" '
            'decryptionKey="7F8·57F9150789198838D6597204B0BFF3A4·BC3EF913AE44D6235DE47A0962995" '
            'validation="SHA1" />'
        ),
    ),
    ignores=(
        '<machineKey valida·tionKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate" />',
        (
            '<machineKey validationKey="012·3456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789AB'
            'CDEF012·3456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF" '
            'decryptionKey="012·3456789ABCDEF0123456789ABCDEF012·3456789ABCDEF0123456789ABCDEF" '
            'validation="SHA1" />'
        ),
    ),
)
