"""Credentials of Windows."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WINDOWS_UNATTEND_PASSWORD = Credential(
    id="secret-windows-unattend-password",
    title="password in a Windows answer file",
    service="Windows",
    severity=Severity.HIGH,
    keywords=("administratorpassword", "<password>", "autologon"),
    expression=r"(?is)<(?:Administrator)?Password>\s{0,20}<Value>(?P<secret>[^<\r\n]{6,200})</Value>",
    entropy=2.5,
    check="password",
    grants="Whoever holds it and reaches the machine is its administrator.",
    revoke="Change it on all machines that were made so.",
    source=(
        "https://learn.microsoft.com/en-us/windows-hardware/customize/desktop/unattend/microsoft-wind"
        "ows-shell-setup-autologon-password"
    ),
    finds=("<Administra·torPassword><Value>1qv·BYiFQtPFnif!</Value></AdministratorPassword>",),
    ignores=("<AdministratorPassword><Value>012·3456789abcd!</Value></AdministratorPassword>",),
)

GROUP_POLICY_PASSWORD = Credential(
    id="secret-group-policy-password",
    title="password in a Windows group policy",
    service="Windows",
    severity=Severity.HIGH,
    keywords=("cpassword",),
    expression=r"(?i)\bcpassword=\"(?P<secret>[0-9A-Za-z+/]{20,200}={0,2})\"",
    entropy=3.5,
    check="base64-key",
    grants="Whoever holds it reads it in the clear: the key it is encrypted with was published.",
    revoke="Change it on all machines, and remove the policy.",
    source=(
        "https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-gppref/2c15cbf0-f086-4c74-8b70-1f2fa45dd4be"
    ),
    finds=(('<Properties action="U" userName="keeper" cpassword="TBl·yxdykZ9wPD9PkcinIXwPR3·7NlYGJ/ZUMncUDswwo="/>'),),
    ignores=(('<Properties action="U" userName="keeper" cpas·sword="xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"/>'),),
)
