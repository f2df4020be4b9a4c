"""Credentials of Datadog."""

from bartizan.content.credentials.spelling import HEX32, HEX40, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DATADOG_API_KEY = Credential(
    id="secret-datadog-api-key",
    title="Datadog API key",
    service="Datadog",
    severity=Severity.MEDIUM,
    keywords=("datadog", "dd_api_key", "dd-api-key"),
    expression=after(r"datadog[\w. -]{0,20}?api[\w. -]{0,6}?key|dd[_-]api[_-]key", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it sends metrics, logs and events in the name of the organisation.",
    revoke="Revoke it under Organization Settings, API Keys.",
    also=("datadog-access-token",),
    source="https://docs.datadoghq.com/account_management/api-app-keys/",
    finds=(
        "DD_API_KEY=eca·8c514dfc8b81d05c0cb5115720bba",
        '- name: DATADOG_API_KEY\n  value: "d8d·3ceb0cd5f93dfa754a7476ff62502"',
    ),
    ignores=(
        "DD_API_KEY=012·3456789abcdef0123456789abcdef",
        "DD_API_KEY=e30·f4188ff95645b",
    ),
)

DATADOG_APPLICATION_KEY = Credential(
    id="secret-datadog-application-key",
    title="Datadog application key",
    service="Datadog",
    severity=Severity.HIGH,
    keywords=("datadog", "dd_app", "dd-app"),
    expression=after(r"datadog[\w. -]{0,20}?app(?:lication)?[\w. -]{0,6}?key|dd[_-]app(?:lication)?[_-]key", HEX40),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and an API key reads and changes what the user may: dashboards, monitors, logs.",
    revoke="Revoke it under Organization Settings, Application Keys.",
    also=("datadog-access-token",),
    source="https://docs.datadoghq.com/account_management/api-app-keys/",
    finds=("DD_APP_KEY=bbf·967ccd427fcf5b68b03b·d41342685159c5881",),
    ignores=(
        "DD_APP_KEY=012·3456789abcdef0123456·789abcdef01234567",
        "DD_APP_KEY=dae·4d27189543bfd3d41",
    ),
)
