"""Credentials of Alibaba Cloud."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ALIBABA_ACCESS_KEY = Credential(
    id="secret-alibaba-access-key",
    title="Alibaba Cloud access key id",
    service="Alibaba Cloud",
    severity=Severity.HIGH,
    keywords=("ltai",),
    expression=token(r"LTAI[0-9A-Za-z]{12,20}"),
    entropy=3.3,
    check="random",
    grants="Whoever holds it and its secret acts as a user of the account.",
    revoke="Disable and delete the key in RAM.",
    also=("alibaba-access-key-id",),
    source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
    finds=("accessKeyId: LTAI5tIw0·bkVacyMnzp09Zl1",),
    ignores=(
        "accessKeyId: LTAI5t012·3456789abcdefgh",
        "accessKeyId: LTAI5tAwv·vjaL7P",
    ),
)

ALIBABA_SECRET_KEY = Credential(
    id="secret-alibaba-secret-key",
    title="Alibaba Cloud access key secret",
    service="Alibaba Cloud",
    severity=Severity.CRITICAL,
    keywords=("alibaba", "aliyun", "alicloud", "accesskeysecret", "access_key_secret"),
    expression=after(
        r"(?:alibaba|aliyun|alicloud|oss)?[\w. -]{0,16}?access[_-]?key[_-]?secret|"
        r"alicloud_secret[_-]?key",
        "[0-9A-Za-z]{30}",
    ),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it and its id acts as a user of the account.",
    revoke="Disable and delete the key in RAM.",
    also=("alibaba-secret-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ALICLOUD_ACCESS_KEY_SECRET=QhL·x52jYF2oEf5wCD4eMyPBJc5tymk",),
    ignores=(
        "ALICLOUD_ACCESS_KEY_SECRET=012·3456789abcdefghijklmnopqrst",
        "ALICLOUD_ACCESS_KEY_SECRET=sUa·Ch0yarHpI3FY",
    ),
)
