"""Credentials of Dropbox."""

from bartizan.content.credentials.spelling import after, dashed, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DROPBOX_TOKEN = Credential(
    id="secret-dropbox-token",
    title="Dropbox short-lived access token",
    service="Dropbox",
    severity=Severity.MEDIUM,
    keywords=("sl.",),
    expression=dashed(r"sl\.(?:u\.)?[0-9A-Za-z_-]{130,}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it reads and changes the files of the user for some hours.",
    revoke="Disconnect the application in the account settings.",
    also=("dropbox-short-lived-api-token",),
    source="https://developers.dropbox.com/oauth-guide",
    finds=(
        (
            "DROPBOX_TOKEN=sl.FCC·iNGsio0hnzHdZ8gU2QR6N6H_rBEomcy5mwdJOjdWhQ-29-JOAZGMB9HVkrJN0znIbbj"
            "8YK·qupwUASDduCaG92QFy3EnHoBjHlnEoYsy7NhuDu1WzaNpL1Mm9JYTRHuZYE8Lv00_SH"
        ),
    ),
    ignores=(
        (
            "DROPBOX_TOKEN=sl.012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567"
            "89a·bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdef"
        ),
        "DROPBOX_TOKEN=sl.Gdx·p3xr10-CqVWJzhCdvzVhGsG1HmlMaliVxLs·eZUtg75IJlFk18ysV5z7ptiWfrSlbVEE",
    ),
)

DROPBOX_SECRET = Credential(
    id="secret-dropbox-secret",
    title="Dropbox app secret",
    service="Dropbox",
    severity=Severity.MEDIUM,
    keywords=("dropbox",),
    expression=after(r"dropbox[\w. -]{0,16}?(?:app|client)?[_-]?(?:secret|key)", "[0-9a-z]{15}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Reset it in the app console.",
    also=("dropbox-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DROPBOX_APP_SECRET=trq·bqg8py0iw5mt",),
    ignores=(
        "DROPBOX_APP_SECRET=abc·defghijklmno",
        "DROPBOX_APP_SECRET=x20·p2v2",
    ),
)

DROPBOX_OLD_TOKEN = Credential(
    id="secret-dropbox-old-token",
    title="Dropbox long-lived access token",
    service="Dropbox",
    severity=Severity.HIGH,
    keywords=("dropbox",),
    expression=keyed("dropbox", "[0-9A-Za-z]{11}AAAAAAAAAA[0-9A-Za-z_-]{43}"),
    entropy=3.5,
    grants="Whoever holds it reads and changes the files of the user without end.",
    revoke="Disconnect the application in the account settings.",
    also=("dropbox-long-lived-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DROPBOX_ACCESS_TOKEN=FBG·bwVwLleLAAAAAAAAAAQmb·_rxCWbgQcTOFdSaTBAToP·sjdSAVvjBgikJ7BJSO0",),
    ignores=("DROPBOX_ACCESS_TOKEN=nP5·3oAAAAAAAAAArre·T9FASXJTrUxHlLIWxP",),
)
