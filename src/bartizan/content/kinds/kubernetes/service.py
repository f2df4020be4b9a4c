"""Kubernetes services and ingresses: how pods are reached."""

from bartizan.content.kinds.kubernetes.workload import NAMESPACE, Workload
from bartizan.core.kind import Asset, Document, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source, Unseen


class Service(Asset, kind="kubernetes.service"):
    """An address for a set of pods."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    type = Text("ClusterIP, NodePort, LoadBalancer or ExternalName.")
    ports = Many("Ports it listens on.")
    external_ips = Many("Addresses outside the cluster that it takes over.")
    source_ranges = Many("Addresses that may reach its load balancer; empty for everyone.")
    internal = Flag("Its load balancer is asked to be reachable from the private network only.")
    selector = Document("The labels of the pods that it leads to.")
    workloads = Link(Workload, "The workloads whose pods it leads to.")


class Ingress(Asset, kind="kubernetes.ingress"):
    """Leads HTTP requests from outside to services."""

    name = Text("Its name.")
    hosts = Many("Host names it answers to; empty for all.")
    uses_tls = Flag("A certificate is set, in the object or by an annotation of the load balancer.")
    snippets = Flag("Annotations put text into the configuration of the proxy.")


INTERNAL = "internal|true|intranet|0.0.0.0/0"

FROM_MANIFEST = Source(
    of=Service,
    each=Block("Service"),
    reads={
        Service.name: "metadata.name",
        Service.namespace: NAMESPACE,
        Service.selector: "spec.selector",
        Service.workloads: Unseen("services are matched to pods by label once all is read", later=True),
        Service.type: "not_null(spec.type, 'ClusterIP')",
        Service.ports: "spec.ports[].port",
        Service.external_ips: "spec.externalIPs",
        Service.source_ranges: "spec.loadBalancerSourceRanges",
        Service.internal: (
            "length(entries(not_null(metadata.annotations, `{}`))[?"
            "matches(key, 'load-balancer-(internal|scheme|type)$') && "
            f"matches(to_string(value), '(?i)^({INTERNAL})$')]) > `0`"
        ),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: Service\nmetadata: {name: bare}\nspec: {ports: [{port: 80}]}\n",
            gives=Service(
                "default/Service/bare",
                name="bare",
                namespace="default",
                selector=None,
                type="ClusterIP",
                ports=frozenset({80}),
                external_ips=frozenset(),
                source_ranges=frozenset(),
                internal=False,
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Service
metadata:
  name: full
  annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internal}
spec:
  type: LoadBalancer
  externalIPs: [192.0.2.1]
  loadBalancerSourceRanges: [10.0.0.0/8]
  ports: [{port: 443}]
  selector: {app: web}
""",
            gives=Service(
                "default/Service/full",
                selector='{"app":"web"}',
                type="LoadBalancer",
                external_ips=frozenset({"192.0.2.1"}),
                source_ranges=frozenset({"10.0.0.0/8"}),
                internal=True,
            ),
        ),
    ],
)

INGRESS_FROM_MANIFEST = Source(
    of=Ingress,
    each=Block("networking.k8s.io/Ingress", "extensions/Ingress"),
    reads={
        Ingress.name: "metadata.name",
        Ingress.hosts: "spec.rules[].host",
        Ingress.uses_tls: (
            "length(not_null(spec.tls, `[]`)) > `0` || length(entries(not_null(metadata.annotations, `{}`))[?"
            "matches(key, '(certificate-arn|pre-shared-cert|managed-certificates|ssl-cert)$')]) > `0`"
        ),
        Ingress.snippets: (
            "length(entries(not_null(metadata.annotations, `{}`))[?"
            "matches(key, 'nginx.*/(server-snippet|configuration-snippet|auth-snippet|modsecurity-snippet|"
            "stream-snippet|server-alias|lua-.*)$')]) > `0`"
        ),
    },
    shows=[
        Shown(
            text="""
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: bare}
spec: {rules: [{host: shop.example}]}
""",
            gives=Ingress(
                "default/Ingress/bare",
                name="bare",
                hosts=frozenset({"shop.example"}),
                uses_tls=False,
                snippets=False,
            ),
        ),
        Shown(
            text="""
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: full
  annotations: {nginx.ingress.kubernetes.io/server-snippet: "return 200;"}
spec: {tls: [{hosts: [shop.example], secretName: cert}]}
""",
            gives=Ingress("default/Ingress/full", uses_tls=True, snippets=True),
        ),
    ],
)
