"""Credentials of 1Password."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ONEPASSWORD_SERVICE_TOKEN = Credential(
    id="secret-onepassword-service-token",
    title="1Password service account token",
    service="1Password",
    severity=Severity.CRITICAL,
    keywords=("ops_eyj",),
    expression=dashed(r"ops_eyJ[0-9A-Za-z+/_-]{250,}={0,3}"),
    entropy=4.0,
    check="base64-json",
    grants="Whoever holds it reads the vaults of the service account, and may change them.",
    revoke="Revoke it in the details of the service account, and rotate what it could read.",
    also=("1password-service-account-token",),
    source="https://developer.1password.com/docs/service-accounts/",
    finds=(
        (
            "OP_SERVICE_ACCOUNT_TOKEN=ops_ey·JzaWduSW5BZGRyZXNzIjoiaGFyYm91ci4xcGFzc3dvcmQuY29tIiwidX"
            "NlckF1dGgiOnsibWV0aG9kIjoiU1JQZy00MDk2IiwiYWxnIjoiUEJFUzJnLUhTMjU2IiwiaXRlcmF0aW9ucyI6Nj"
            "UwMDAwLCJzYWx0IjoiTTZ4MUgwbWM2cjFDSEtDc2ZUMXFXTiJ9LCJlbWFpbCI6IjAyc3FkbXl0NnQwemJAMXBhc3"
            "N3b3Jkc2VydmljZWFjY291bnRzLmNvbSIsInNycFgiOiI2ZWFjZjY1OTVlY2NjZjZiODBmMDNmNTc1Mzc5MTMzNm"
            "VmZDY2NTQ4MjJjZDQ4MWQ0ZjEwMmUxMmMxMTk4MzE3IiwibXVrIjp7ImFsZyI6IkEyNTZHQ00iLCJleHQiOnRydW"
            "UsImsiOiJxcnV6TmE5MkFQMDA1c28tRHlWZmxGQjZEc1VHWGJDWkpNXzZtaXZKRlhDIiwia2V5X29wcyI6WyJlbm"
            "NyeXB0IiwiZGVjcnlwdCJdLCJrdHkiOiJvY3QiLCJraWQiOiJtcCJ9LCJzZWNyZXRLZXkiOiJBMy02S1BPSUctQU"
            "oyTEhHLVNRSVNSIiwidGhyb3R0bGVTZWNyZXQiOnsic2VlZCI6IjZlNDQ5ZmEwOGM2NTA5NTc3YWFlZWJlN2M1MD"
            "BlMDA1YWEzODBkMmQ3MTU0NmEwMDhmZDBmMmZjYmVjNTg2MDUiLCJ1dWlkIjoiSkFIQ0xONjNPWTVJMElKNENJME"
            "dZUEMyRlIifSwiZGV2aWNlVXVpZCI6Inl6ODFjM2Qxdm1kOGN2NnFiOGJ4d2R2M3B4In0"
        ),
    ),
    ignores=(
        (
            "OP_SERVICE_ACCOUNT_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (
            "OP_SERVICE_ACCOUNT_TOKEN=ops_ey·JzaWduSW5BZGRyZXNzIjoiaGFyYm91ci4xcGFzc3dvcmQuY29tIiwidX"
            "NlckF1dGgiOnsibWV0aG9kIjoiU1JQZy00MDk2IiwiYWxnIjoiUEJFUzJnLUhTMjU2IiwiaXRlcmF0aW9ucyI6Nj"
            "UwMDAwLCJzYWx0IjoiSDF0NzZCSEpBZEJZal9DdnRpdXphZiJ9LCJlbWFpbCI6IjhkNnNzZ2xobDRlcWlAMXBhc3"
            "N3b3Jkc2VydmljZWFjY291bnRzLmNvbSIsInNycFgiOiI1NDlhMzQ1MzgzMDhhMzU0NWFiZjQ4NWM0OGM4NmZiZm"
            "JlOTA4ZTJmZDRmYzhiMzY1MTliZTdjY2EzNTljMjdhIiwibXVrIjp7ImFsZyI6IkEyNTZHQ00iLCJleHQiOnRydW"
            "UsI"
        ),
    ),
)

ONEPASSWORD_SECRET_KEY = Credential(
    id="secret-onepassword-secret-key",
    title="1Password secret key",
    service="1Password",
    severity=Severity.HIGH,
    keywords=("a3-",),
    expression=token(r"A3-[0-9A-Z]{6}-(?:[0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it, and the account password, opens the vaults from a new device.",
    revoke="Regenerate the secret key in the account settings.",
    also=("1password-secret-key",),
    source="https://support.1password.com/secret-key-security/",
    finds=("Secret Key: A3-MXE·E5T-Q6G·9J7-S4U·32-KBB·U0-CFF·JY-FK0·LQ",),
    ignores=(
        "Secret Key: A3-ABC·DEF-ABC·DEF-ABC·DE-ABC·DE-ABC·DE-ABC·DE",
        "Secret Key: A3-C·JS-E·CW-U·A-A·D-P·J-Y·A",
    ),
)
