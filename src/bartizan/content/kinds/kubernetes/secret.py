"""Kubernetes secrets and config maps. No value of a secret is ever read: only whether there is one."""

from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.data_store import METADATA, DataStore
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import NAMESPACE, NOT_SECRET_NAME, SECRET_NAME
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Secret(DataStore, kind="kubernetes.secret"):
    """Values that only those who need them should have."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    type = Text("What it is for: Opaque, kubernetes.io/tls ...")
    filled = Flag("The manifest has values for it.")
    account = Link(ServiceAccount, "The service account that it holds a lasting token of.")


class ConfigMap(DataStore, kind="kubernetes.config-map"):
    """Values that everyone may read."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    literal_secrets = Flag("An entry that is named like a secret has a value.")
    leaks = Link(Leak, "Secrets that are written in it.", derived=True)


FROM_MANIFEST = Source(
    of=Secret,
    each=Block("Secret"),
    reads={
        Secret.tags: METADATA,
        Secret.name: "metadata.name",
        Secret.namespace: NAMESPACE,
        Secret.type: "not_null(type, 'Opaque')",
        Secret.filled: "length(not_null(data, `{}`)) > `0` || length(not_null(stringData, `{}`)) > `0`",
        Secret.account: (
            f"type == 'kubernetes.io/service-account-token' && join('/', [{NAMESPACE}, 'ServiceAccount', "
            'metadata.annotations."kubernetes.io/service-account.name"]) || `null`'
        ),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: Secret\nmetadata: {name: bare}\n",
            gives=Secret(
                "default/Secret/bare",
                name="bare",
                namespace="default",
                type="Opaque",
                filled=False,
                account=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
---
apiVersion: v1
kind: Secret
metadata: {name: full, annotations: {kubernetes.io/service-account.name: web}}
type: kubernetes.io/service-account-token
stringData: {password: hunter2}
""",
            gives=Secret(
                "default/Secret/full",
                type="kubernetes.io/service-account-token",
                filled=True,
                account=frozenset({"default/ServiceAccount/web"}),
            ),
        ),
    ],
)

CONFIG_MAP_FROM_MANIFEST = Source(
    of=ConfigMap,
    each=Block("ConfigMap"),
    reads={
        ConfigMap.tags: METADATA,
        ConfigMap.name: "metadata.name",
        ConfigMap.namespace: NAMESPACE,
        ConfigMap.literal_secrets: (
            f"length(entries(not_null(data, `{{}}`))[?value && matches(key, '{SECRET_NAME}') && "
            f"!matches(key, '{NOT_SECRET_NAME}')]) > `0`"
        ),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bare}\ndata: {MODE: fast}\n",
            gives=ConfigMap(
                "default/ConfigMap/bare", name="bare", namespace="default", literal_secrets=False, tags=frozenset()
            ),
        ),
        Shown(
            text="apiVersion: v1\nkind: ConfigMap\nmetadata: {name: full}\ndata: {DB_PASSWORD: hunter2}\n",
            gives=ConfigMap("default/ConfigMap/full", literal_secrets=True),
        ),
    ],
)
