"""What backends of Google Cloud load balancers are made of: groups of machines, and of services without any."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.kind import Asset, Link, Many
from bartizan.core.source import Beside, Block, First, Shown, Source


class BackendGroup(Asset):
    """Something that a backend service sends to."""


class InstanceGroup(BackendGroup, kind="gcp.compute.instance-group"):
    """Machines that are named one by one, or made from a template."""

    instances = Link(Instance, "The machines, or the templates they are made from.")
    ports = Many("Ports with a name, as http:8080.")


class EndpointGroup(BackendGroup, kind="gcp.compute.endpoint-group"):
    """Services or ports of machines."""

    leads_to = Link(Runner, "The services or the machines.")
    ports = Many("The ports, where it is of machines.")


FROM_TERRAFORM = Source(
    of=InstanceGroup,
    each=Block(
        "google_compute_instance_group",
        "google_compute_instance_group_manager",
        "google_compute_region_instance_group_manager",
    ),
    names=("name",),
    reads={
        InstanceGroup.instances: "[instances, not_null(version, `[]`)[].instance_template][] | [?@]",
        InstanceGroup.ports: "not_null(named_port, `[]`)[].join(':', [name, to_string(port)])",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_instance_template" "t" {
  name = "web"
}

resource "google_compute_instance_group_manager" "a" {
  name = "web"
  version {
    instance_template = google_compute_instance_template.t.id
  }
  named_port {
    name = "http"
    port = 8080
  }
}
""",
            gives=InstanceGroup(
                "google_compute_instance_group_manager.a",
                instances=frozenset({"google_compute_instance_template.t"}),
                ports=frozenset({"http:8080"}),
            ),
        ),
        Shown(
            text="""
resource "google_compute_instance" "i" {
  name = "web"
}

resource "google_compute_instance_group" "a" {
  name      = "web"
  instances = [google_compute_instance.i.id]
}
""",
            gives=InstanceGroup(
                "google_compute_instance_group.a", instances=frozenset({"google_compute_instance.i"}), ports=frozenset()
            ),
        ),
    ],
)


ENDPOINTS_FROM_TERRAFORM = Source(
    of=EndpointGroup,
    each=Block("google_compute_region_network_endpoint_group", "google_compute_network_endpoint_group"),
    names=("name",),
    reads={
        EndpointGroup.leads_to: First(
            "([cloud_run[0].service, cloud_function[0].function] | [?@]) || `null`",
            Beside(types="google_compute_network_endpoint", on="network_endpoint_group", read="[].instance", all=True),
        ),
        EndpointGroup.ports: Beside(
            types="google_compute_network_endpoint",
            on="network_endpoint_group",
            read="[].not_null(port, `0`)",
            all=True,
            none=[],
        ),
    },
    shows=[
        Shown(
            text="""
resource "google_cloud_run_v2_service" "r" {
  name = "web"
}

resource "google_compute_region_network_endpoint_group" "a" {
  name                  = "web"
  network_endpoint_type = "SERVERLESS"
  cloud_run {
    service = google_cloud_run_v2_service.r.name
  }
}
""",
            gives=EndpointGroup(
                "google_compute_region_network_endpoint_group.a",
                leads_to=frozenset({"google_cloud_run_v2_service.r"}),
                ports=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "google_compute_instance" "i" {
  name = "web"
}

resource "google_compute_network_endpoint_group" "a" {
  name = "web"
}

resource "google_compute_network_endpoint" "e" {
  network_endpoint_group = google_compute_network_endpoint_group.a.name
  instance               = google_compute_instance.i.name
  port                   = 8080
}
""",
            gives=EndpointGroup("google_compute_network_endpoint_group.a", ports=frozenset({8080})),
        ),
    ],
)
