"""Credentials of Laravel."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LARAVEL_APP_KEY = Credential(
    id="secret-laravel-app-key",
    title="Laravel application key",
    service="Laravel",
    severity=Severity.HIGH,
    keywords=("app_key",),
    expression=r"(?i:app_key)[\"']?\s{0,3}(?:=>?|:|,)\s{0,3}[\"']?(?P<secret>base64:[0-9A-Za-z+/]{43}=)",
    entropy=4.0,
    check="random",
    grants="Whoever holds it forges sessions and signed links, and with some settings runs code.",
    revoke="Make a new one with artisan key:generate, and read it from the environment.",
    source="https://laravel.com/docs/encryption",
    finds=("APP_KEY=base64:6KS·RHmRWgTamhYhPHPCU13DmF·/te1MAcs5pnji9HYa8=",),
    ignores=(
        "APP·_KEY=base64:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "APP_KEY=base64:I6i·7o3Yav4XHHiujAqbH1L",
    ),
)
