"""Credentials of Grafana."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GRAFANA_SERVICE_TOKEN = Credential(
    id="secret-grafana-service-token",
    title="Grafana service account token",
    service="Grafana",
    severity=Severity.HIGH,
    keywords=("glsa_",),
    expression=token(r"glsa_[0-9A-Za-z]{32}_[0-9A-Fa-f]{8}"),
    entropy=3.0,
    check="grafana",
    grants="Whoever holds it reads dashboards and queries the data behind them; as administrator changes all.",
    revoke="Delete the token of the service account.",
    also=("grafana-service-account-token",),
    source="https://github.com/grafana/grafana",
    finds=("Authorization: Bearer glsa_Z16·z8M9LhWeQ2qtrhbVfvn5lA9C6caxw_7d3ce257",),
    ignores=(
        "token: glsa_62y·fk2FeefBLJC0SHEcFzgY42FAF1Xhw_a48·e2463",
        "Authorization: Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "Authorization: Bearer glsa_Wfp·v1eNx90hRL3aWO",
    ),
)

GRAFANA_CLOUD_TOKEN = Credential(
    id="secret-grafana-cloud-token",
    title="Grafana Cloud access policy token",
    service="Grafana",
    severity=Severity.HIGH,
    keywords=("glc_eyj",),
    expression=dashed(r"glc_eyJ[0-9A-Za-z+/]{40,500}={0,2}"),
    entropy=3.0,
    check="base64-json",
    grants="Whoever holds it reads or writes the metrics, logs and traces that its policy names.",
    revoke="Delete the token under Access policies.",
    also=("grafana-cloud-api-token",),
    source=(
        "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-pe"
        "rmissions/access-policies/"
    ),
    finds=(
        (
            "GRAFANA_CLOUD_TOKEN=glc_ey·JvIjoiNjEyMzQ1IiwibiI6InN0YWNrLTQxMi1kZXBsb3kiLCJrIjoiMDMyNzc"
            "zNjA1ODdhY2JlNWY5MTdkY2ZjIiwibSI6eyJyIjoiZXUifX0="
        ),
    ),
    ignores=("glc_eyJXUS·auUMVT1nMHyC0pyWzd8h·wgErpCOr333IRf31P",),
)

GRAFANA_OLD_KEY = Credential(
    id="secret-grafana-old-key",
    title="Grafana API key of the older form",
    service="Grafana",
    severity=Severity.HIGH,
    keywords=("eyjrijoi",),
    expression=dashed(r"eyJrIjoi[0-9A-Za-z+/]{60,400}={0,2}"),
    entropy=3.0,
    check="base64-json",
    grants="Whoever holds it reads dashboards and queries the data behind them; as administrator changes all.",
    revoke="Delete it under API keys, and use service accounts.",
    also=("grafana-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("Bearer ey·JrIjoiSmw3VVRIdXhnU1dtd1VvalVEWTN5MXVKdXNlclV4VVIiLCJuIjoiZGVwbG95IiwiaWQiOjF9",),
    ignores=("eyJrIjoi06M·Xuvl2udeJ8GzJGqHiXgxzbYbFwIe0ppkq9Y·37GpIMmRhgVeGlNYpnqpzwX30wiUby4x",),
)

GRAFANA_ONCALL_TOKEN = Credential(
    id="secret-grafana-oncall-token",
    title="Grafana OnCall webhook",
    service="Grafana",
    severity=Severity.LOW,
    keywords=("oncall",),
    expression=(
        r"https://oncall[0-9A-Za-z.-]{1,60}\.grafana\.net/(?:oncall/)?integrations/v1/[a-z_]{3,30}/"
        r"(?P<secret>[0-9A-Za-z]{24,26})/"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it raises alerts that wake people.",
    revoke="Make the integration anew.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "https:·//oncall-prod-us-central-0.grafana.net/oncall/integrations/v1/alertmanager/7OD·QJ"
            "U2tHQLIpUyVav1nXoTl9/"
        ),
    ),
    ignores=(
        (
            "https:·//oncall-prod-us-central-0.grafana.net/oncall/integrations/v1/alertmanager/012·34"
            "56789abcdefghijklmno/"
        ),
        ("https:·//oncall-prod-us-central-0.grafana.net/oncall/integrations/v1/alertmanager/EMT·5iI3TpaNQ/"),
    ),
)
