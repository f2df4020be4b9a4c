"""Policies of networks beyond Kubernetes' own: Calico, Cilium, Istio, and those of administrators."""

from bartizan.content.kinds.kubernetes.workload import NAMESPACE
from bartizan.core.kind import Asset, Document, Text
from bartizan.core.source import Block, Shown, Source

TYPES = (
    "policy.networking.k8s.io/AdminNetworkPolicy",
    "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
    "policy.networking.k8s.io/ClusterNetworkPolicy",
    "projectcalico.org/NetworkPolicy",
    "projectcalico.org/GlobalNetworkPolicy",
    "projectcalico.org/StagedNetworkPolicy",
    "crd.projectcalico.org/NetworkPolicy",
    "crd.projectcalico.org/GlobalNetworkPolicy",
    "cilium.io/CiliumNetworkPolicy",
    "cilium.io/CiliumClusterwideNetworkPolicy",
    "crd.antrea.io/NetworkPolicy",
    "crd.antrea.io/ClusterNetworkPolicy",
    "security.istio.io/AuthorizationPolicy",
    "k8s.ovn.org/EgressFirewall",
)


class OtherPolicy(Asset, kind="kubernetes.other-policy"):
    """Says which traffic pods may receive and send, in the words of one network plugin or mesh."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in; `default` where it names none, as those of the whole cluster do.")
    type = Text("What it is: CiliumNetworkPolicy, GlobalNetworkPolicy, AdminNetworkPolicy, AuthorizationPolicy ...")
    spec = Document("What it says.")


FROM_MANIFEST = Source(
    of=OtherPolicy,
    each=Block(*TYPES),
    reads={
        OtherPolicy.name: "metadata.name",
        OtherPolicy.namespace: NAMESPACE,
        OtherPolicy.type: "kind",
        OtherPolicy.spec: "not_null(spec, specs)",
    },
    shows=[
        Shown(
            text="""
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: shop}
spec: {endpointSelector: {matchLabels: {app: web}}, ingress: [{}]}
""",
            gives=OtherPolicy(
                "shop/CiliumNetworkPolicy/web",
                name="web",
                namespace="shop",
                type="CiliumNetworkPolicy",
                spec='{"endpointSelector":{"matchLabels":{"app":"web"}},"ingress":[{}]}',
            ),
        ),
    ],
)
