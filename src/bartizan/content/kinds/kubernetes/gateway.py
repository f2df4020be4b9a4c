"""Gateways of Kubernetes: those of the Gateway API with their routes, and routes of OpenShift."""

from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.kubernetes.workload import NAMESPACE
from bartizan.core.kind import Asset, Document, Text
from bartizan.core.source import Block, Shown, Source

CLASS = "not_null(spec.gatewayClassName, '')"


class Gateway(Endpoint, kind="kubernetes.gateway"):
    """Takes connections from outside and leads them on by the routes that are attached to it."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    class_name = Text("Which controller it is for.")
    scheme = Text("internet-facing or internal, where its class tells.")
    listeners = Document("Names, ports and protocols it listens on, and whose routes may attach.")


class GatewayRoute(Asset, kind="kubernetes.gateway-route"):
    """Leads what a gateway takes to services: HTTP, gRPC, TLS, TCP or UDP."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    type = Text("HTTPRoute, GRPCRoute, TLSRoute, TCPRoute or UDPRoute.")
    parents = Document("The gateways it asks to be attached to.")
    rules = Document("What it leads where.")


class Route(Endpoint, kind="kubernetes.openshift-route"):
    """Leads requests for a host name from the router of OpenShift to services."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    host = Text("The host name it answers to; none where the router chooses one.")
    port = Text("The port of the service, by name or number; none for all.")
    backends = Document("The services it leads to: `kind` and `name`.")


FROM_MANIFEST = Source(
    of=Gateway,
    each=Block("gateway.networking.k8s.io/Gateway"),
    reads={
        Gateway.name: "metadata.name",
        Gateway.namespace: NAMESPACE,
        Gateway.class_name: "spec.gatewayClassName",
        # Google Cloud, "GatewayClass capabilities"; Azure, "Application Gateway for Containers"; AWS Gateway API
        # Controller: VPC Lattice is never reached from the Internet.
        Gateway.scheme: (
            f"(matches({CLASS}, '^gke-.*(external|gxlb)|^azure-alb-external$') && 'internet-facing') || "
            f"(matches({CLASS}, '^gke-.*(internal|rilb)|^amazon-vpc-lattice$') && 'internal') || `null`"
        ),
        Gateway.listeners: "spec.listeners",
    },
    shows=[
        Shown(
            text="""
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shop}
spec: {gatewayClassName: gke-l7-global-external-managed, listeners: [{name: web, port: 443, protocol: HTTPS}]}
""",
            gives=Gateway(
                "default/Gateway/shop",
                name="shop",
                namespace="default",
                class_name="gke-l7-global-external-managed",
                scheme="internet-facing",
                listeners='[{"name":"web","port":443,"protocol":"HTTPS"}]',
            ),
        ),
    ],
)

ROUTE_FROM_MANIFEST = Source(
    of=GatewayRoute,
    each=Block(*(f"gateway.networking.k8s.io/{kind}Route" for kind in ("HTTP", "GRPC", "TLS", "TCP", "UDP"))),
    reads={
        GatewayRoute.name: "metadata.name",
        GatewayRoute.namespace: NAMESPACE,
        GatewayRoute.type: "kind",
        GatewayRoute.parents: "spec.parentRefs",
        GatewayRoute.rules: "spec.rules",
    },
    shows=[
        Shown(
            text="""
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
spec: {parentRefs: [{name: shop}], rules: [{backendRefs: [{name: web, port: 80}]}]}
""",
            gives=GatewayRoute(
                "default/HTTPRoute/shop",
                name="shop",
                namespace="default",
                type="HTTPRoute",
                parents='[{"name":"shop"}]',
                rules='[{"backendRefs":[{"name":"web","port":80}]}]',
            ),
        ),
    ],
)

OPENSHIFT_FROM_MANIFEST = Source(
    of=Route,
    each=Block("route.openshift.io/Route", "Route"),
    reads={
        Route.name: "metadata.name",
        Route.namespace: NAMESPACE,
        Route.host: "spec.host",
        Route.port: "spec.port.targetPort && to_string(spec.port.targetPort)",
        Route.backends: "[not_null(spec.alternateBackends, `[]`), [spec.to]][]",
    },
    shows=[
        Shown(
            text="""
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: shop}
spec: {host: shop.example, port: {targetPort: 8080}, to: {kind: Service, name: web}}
""",
            gives=Route(
                "default/Route/shop",
                name="shop",
                namespace="default",
                host="shop.example",
                port="8080",
                backends='[{"kind":"Service","name":"web"}]',
            ),
        ),
    ],
)
