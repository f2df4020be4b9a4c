"""Kubernetes secrets and config maps. No value of a secret is ever read: only whether there is one."""

from bartizan.content.kinds.kubernetes.workload import NOT_SECRET_NAME, SECRET_NAME
from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Secret(Asset, kind="kubernetes.secret"):
    """Values that only those who need them should have."""

    name = Text("Its name.")
    type = Text("What it is for: Opaque, kubernetes.io/tls ...")
    filled = Flag("The manifest has values for it.")


class ConfigMap(Asset, kind="kubernetes.config-map"):
    """Values that everyone may read."""

    name = Text("Its name.")
    literal_secrets = Flag("An entry that is named like a secret has a value.")


FROM_MANIFEST = Source(
    of=Secret,
    each=Block("Secret"),
    reads={
        Secret.name: "metadata.name",
        Secret.type: "not_null(type, 'Opaque')",
        Secret.filled: "length(not_null(data, `{}`)) > `0` || length(not_null(stringData, `{}`)) > `0`",
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: Secret\nmetadata: {name: bare}\n",
            gives=Secret("default/Secret/bare", name="bare", type="Opaque", filled=False),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Secret
metadata: {name: full}
type: kubernetes.io/service-account-token
stringData: {password: hunter2}
""",
            gives=Secret("default/Secret/full", type="kubernetes.io/service-account-token", filled=True),
        ),
    ],
)

CONFIG_MAP_FROM_MANIFEST = Source(
    of=ConfigMap,
    each=Block("ConfigMap"),
    reads={
        ConfigMap.name: "metadata.name",
        ConfigMap.literal_secrets: (
            f"length(entries(not_null(data, `{{}}`))[?value && matches(key, '{SECRET_NAME}') && "
            f"!matches(key, '{NOT_SECRET_NAME}')]) > `0`"
        ),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bare}\ndata: {MODE: fast}\n",
            gives=ConfigMap("default/ConfigMap/bare", name="bare", literal_secrets=False),
        ),
        Shown(
            text="apiVersion: v1\nkind: ConfigMap\nmetadata: {name: full}\ndata: {DB_PASSWORD: hunter2}\n",
            gives=ConfigMap("default/ConfigMap/full", literal_secrets=True),
        ),
    ],
)
