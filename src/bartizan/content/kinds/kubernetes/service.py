"""Kubernetes services and ingresses: how pods are reached."""

from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.kubernetes.workload import NAMESPACE, Workload
from bartizan.core.kind import Document, Flag, Link, Many, Text
from bartizan.core.source import Block, First, Shown, Source, Unseen


class Service(Endpoint, kind="kubernetes.service"):
    """An address for a set of pods."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    type = Text("ClusterIP, NodePort, LoadBalancer or ExternalName.")
    ports = Many("Ports it listens on.")
    listeners = Document("Those ports with their names, protocols, ports of the pods and ports of the nodes.")
    external_ips = Many("Addresses outside the cluster that it takes over.")
    source_ranges = Many("Addresses that may reach its load balancer; empty for everyone.")
    keeps_source = Flag("Pods see the address that a connection from outside came from.")
    internal = Flag("Its load balancer is asked to be reachable from the private network only.")
    selector = Document("The labels of the pods that it leads to.")
    workloads = Link(Workload, "The workloads whose pods it leads to.")


class Ingress(Endpoint, kind="kubernetes.ingress"):
    """Leads HTTP requests from outside to services."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    hosts = Many("Host names it answers to; empty for all.")
    rules = Document("Hosts and paths, and the services that requests for them are led to.")
    default_backend = Document("The service that all other requests are led to.")
    class_name = Text("Which controller it is for: nginx, alb, gce ...")
    scheme = Text("internet-facing or internal, where its annotations or its class tell.")
    uses_tls = Flag("A certificate is set, in the object or by an annotation of the load balancer.")
    snippets = Flag("Annotations put text into the configuration of the proxy.")


INTERNAL = "internal|true|intranet|0.0.0.0/0"
AWS = "service.beta.kubernetes.io/aws-load-balancer"
BY_CONTROLLER = (
    f"""(matches(not_null(metadata.annotations."{AWS}-type", ''), '^(external|nlb-ip)$') || """
    """not_null(spec.loadBalancerClass, '') == 'service.k8s.aws/nlb') && """
    f"""metadata.annotations."{AWS}-scheme" == `null` && metadata.annotations."{AWS}-internal" == `null`"""
)
"""Load balancers of the AWS Load Balancer Controller are internal unless they say otherwise."""
CLASS = """not_null(spec.ingressClassName, metadata.annotations."kubernetes.io/ingress.class")"""
SCHEME = (
    f"""({CLASS} == 'alb' && 'internal') || ({CLASS} == 'gce-internal' && 'internal') || """
    f"""({CLASS} == 'gce' && 'internet-facing') || """
    """(metadata.annotations."appgw.ingress.kubernetes.io/use-private-ip" == 'true' && 'internal') || """
    f"""(matches(not_null({CLASS}, ''), '^azure[-/]application-gateway$') && 'internet-facing') || `null`"""
)
"""What controllers of clouds make where no annotation says otherwise: AWS internal, Google and Azure public ones."""

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
        Service.listeners: "spec.ports",
        Service.keeps_source: "not_null(spec.externalTrafficPolicy, 'Cluster') == 'Local'",
        Service.external_ips: "spec.externalIPs",
        Service.source_ranges: "spec.loadBalancerSourceRanges",
        Service.internal: (
            "length(entries(not_null(metadata.annotations, `{}`))[?"
            "matches(key, 'load-balancer-(internal|scheme|type)$') && "
            f"matches(to_string(value), '(?i)^({INTERNAL})$')]) > `0` || ({BY_CONTROLLER})"
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
                listeners='[{"port":80}]',
                keeps_source=False,
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
  externalTrafficPolicy: Local
  ports: [{port: 443}]
  selector: {app: web}
""",
            gives=Service(
                "default/Service/full",
                selector='{"app":"web"}',
                type="LoadBalancer",
                external_ips=frozenset({"192.0.2.1"}),
                source_ranges=frozenset({"10.0.0.0/8"}),
                keeps_source=True,
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
        Ingress.namespace: NAMESPACE,
        Ingress.rules: "spec.rules",
        Ingress.default_backend: "not_null(spec.defaultBackend, spec.backend)",
        Ingress.class_name: CLASS,
        Ingress.scheme: First('metadata.annotations."alb.ingress.kubernetes.io/scheme"', SCHEME),
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
                namespace="default",
                hosts=frozenset({"shop.example"}),
                rules='[{"host":"shop.example"}]',
                default_backend=None,
                class_name=None,
                scheme=None,
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
spec:
  ingressClassName: alb
  defaultBackend: {service: {name: web, port: {number: 80}}}
  tls: [{hosts: [shop.example], secretName: cert}]
""",
            gives=Ingress(
                "default/Ingress/full",
                rules=None,
                default_backend='{"service":{"name":"web","port":{"number":80}}}',
                class_name="alb",
                scheme="internal",
                uses_tls=True,
                snippets=True,
            ),
        ),
    ],
)
