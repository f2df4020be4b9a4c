"""Credentials of PagerDuty."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PAGERDUTY_TOKEN = Credential(
    id="secret-pagerduty-token",
    title="PagerDuty API key",
    service="PagerDuty",
    severity=Severity.HIGH,
    keywords=("pagerduty", "pd_api", "pd_token"),
    expression=after(
        r"pager_?duty[\w. -]{0,20}?(?:key|token)|pd[_-](?:api[_-])?(?:key|token)",
        "(?:[uy]\\+[0-9A-Za-z_+-]{18}|[0-9A-Za-z_+-]{20})",
    ),
    entropy=3.3,
    check="mixed",
    grants="Whoever holds it reads and changes incidents, schedules and services.",
    revoke="Delete it under API Access Keys.",
    source="https://support.pagerduty.com/main/docs/api-access-keys",
    finds=("PAGERDUTY_TOKEN=u+M34·GHfVDemsI9rpVcO",),
    ignores=(
        "PAGERDUTY_TOKEN=u+012·3456789abcdefgh",
        "PAGERDUTY_TOKEN=u+BpY·LQ8I6l",
    ),
)

PAGERDUTY_ROUTING_KEY = Credential(
    id="secret-pagerduty-routing-key",
    title="PagerDuty integration key",
    service="PagerDuty",
    severity=Severity.LOW,
    keywords=("pagerduty", "routing_key", "service_key"),
    expression=after(
        r"pager_?duty[\w. -]{0,20}?(?:routing|integration|service)[\w. -]{0,6}?key|"
        r"(?:routing|service)_key",
        HEX32,
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it raises and resolves incidents of a service.",
    revoke="Remove the integration from the service and add a new one.",
    source="https://support.pagerduty.com/main/docs/services-and-integrations",
    finds=("pagerduty_configs:\n- routing_key: e40·cf87c94a04ece88cf283d238ea33c",),
    ignores=(
        "pagerduty_configs:\n- routing_key: 012·3456789abcdef0123456789abcdef",
        "pagerduty_configs:\n- routing_key: 575·1477bcbc64c7d",
    ),
)
