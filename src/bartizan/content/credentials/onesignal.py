"""Credentials of OneSignal."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ONESIGNAL_KEY = Credential(
    id="secret-onesignal-key",
    title="OneSignal API key",
    service="OneSignal",
    severity=Severity.MEDIUM,
    keywords=("os_v2_",),
    expression=token(r"os_v2_(?:app|org)_[2-7a-z]{103}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it sends notifications to all users of the application.",
    revoke="Delete it under Keys & IDs.",
    source="https://documentation.onesignal.com/docs/en/keys-and-ids",
    finds=(
        (
            "ONESIGNAL_API_KEY=os_v2_app_h7i·bk7ard4lf47eh536ugai7e56iawomwhpvicemjsespfp23wpsqj·wmny"
            "h7t4a6fv2rmxu2rvjtmyogjqyraovrbtgvf7ihczq4lm2"
        ),
    ),
    ignores=(
        (
            "ONESIGNAL_API_KEY=os_·v2_app_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        "ONESIGNAL_API_KEY=os_v2_app_vir·6imbdhavns7pgr3flk4dsnb5nlvhi5udtvbmw325t4h6n3g3",
    ),
)
