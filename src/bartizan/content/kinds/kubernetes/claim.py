"""Kubernetes volume claims: storage that pods ask for by name."""

from bartizan.content.kinds.data_store import METADATA, DataStore
from bartizan.content.kinds.kubernetes.workload import NAMESPACE
from bartizan.core.kind import Many, Text
from bartizan.core.source import Block, Shown, Source


class Claim(DataStore, kind="kubernetes.claim"):
    """A claim on a volume that outlives the pods that mount it."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    storage_class = Text("The class of storage; none where the cluster's default one is meant.")
    modes = Many("How it may be mounted: ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod.")


FROM_MANIFEST = Source(
    of=Claim,
    each=Block("PersistentVolumeClaim"),
    reads={
        Claim.tags: METADATA,
        Claim.name: "metadata.name",
        Claim.namespace: NAMESPACE,
        Claim.storage_class: "spec.storageClassName",
        Claim.modes: "spec.accessModes",
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce]}
""",
            gives=Claim(
                "default/PersistentVolumeClaim/data",
                name="data",
                namespace="default",
                storage_class=None,
                modes=frozenset({"ReadWriteOnce"}),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: orders
  namespace: shop
  labels: {data-classification: pii}
  annotations:
    team: checkout
    kubectl.kubernetes.io/last-applied-configuration: "{}"
spec: {storageClassName: fast, accessModes: [ReadWriteMany]}
""",
            gives=Claim(
                "shop/PersistentVolumeClaim/orders",
                storage_class="fast",
                tags=frozenset({"data-classification=pii", "team=checkout"}),
            ),
        ),
    ],
)
