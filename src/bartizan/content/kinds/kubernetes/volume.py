"""Kubernetes volumes: how they are read from manifests."""

from bartizan.content.kinds.kubernetes.workload import POD, TYPES, Volume
from bartizan.core.source import Block, OwnerLink, Shown, Source

FROM_MANIFEST = Source(
    of=Volume,
    each=Block(*TYPES, each=f"{POD}.volumes"),
    reads={
        Volume.name: "name",
        Volume.type: "keys(@)[?@ != 'name'] | [0]",
        Volume.host_path: "hostPath.path",
        Volume.secret: "secret.secretName",
        Volume.token: (
            "length(not_null(projected.sources, `[]`)[?serviceAccountToken && "
            "serviceAccountToken.audience == `null`]) > `0`"
        ),
        Volume.workload: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers: [{name: web, image: nginx}]
  volumes: [{name: logs, hostPath: {path: /var/log}}]
""",
            gives=Volume(
                "shop/Pod/web/spec/volumes/0",
                name="logs",
                type="hostPath",
                host_path="/var/log",
                secret=None,
                token=False,
                workload=frozenset({"shop/Pod/web"}),
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers: [{name: web, image: nginx}]
  volumes:
    - {name: keys, secret: {secretName: keys}}
    - {name: token, projected: {sources: [{serviceAccountToken: {path: token}}]}}
""",
            gives=Volume("shop/Pod/web/spec/volumes/0", type="secret", secret="keys", host_path=None, token=False),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers: [{name: web, image: nginx}]
  volumes: [{name: token, projected: {sources: [{serviceAccountToken: {path: token}}]}}]
""",
            gives=Volume("shop/Pod/web/spec/volumes/0", type="projected", token=True),
        ),
    ],
)
