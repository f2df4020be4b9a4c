"""Terraform of a small estate of Google Cloud, to which tests add what they are about."""

from __future__ import annotations

from pathlib import Path

from bartizan.app.network import gcp
from bartizan.graph.graph import Graph
from bartizan.paths.reaching import Reaching
from tests.content.trial import read


def resource(type: str, name: str, body: str = "") -> str:
    """Any resource."""
    return f'resource "{type}" "{name}" {{\n  name = "{name}"\n{body}\n}}\n'


def vpc(more: str = "auto_create_subnetworks = false") -> str:
    """A network with a subnet and two machines, the first with a public address."""
    return (
        resource("google_compute_network", "n", more)
        + resource(
            "google_compute_subnetwork", "s", 'network = google_compute_network.n.id\nip_cidr_range = "10.0.0.0/24"'
        )
        + resource("google_service_account", "a").replace('name = "a"', 'account_id = "web"')
        + machine(
            "web",
            "access_config {}",
            'tags = ["web"]\nservice_account {\n email = google_service_account.a.email\n scopes = []\n}',
        )
        + machine("db", "", 'tags = ["db"]')
    )


def machine(name: str, interface: str = "", more: str = "") -> str:
    """A machine in the subnet."""
    place = f"network_interface {{\n subnetwork = google_compute_subnetwork.s.id\n {interface}\n}}\n"
    return resource("google_compute_instance", name, place + more)


def rule(name: str, body: str, action: str = "allow", ports: str = "22,443", protocol: str = "tcp") -> str:
    """A firewall rule of the network."""
    listed = ", ".join(f'"{port}"' for port in ports.split(",")) if ports else ""
    given = f"ports = [{listed}]" if listed else ""
    block = f'{action} {{\n protocol = "{protocol}"\n {given}\n}}'
    return resource("google_compute_firewall", name, f"network = google_compute_network.n.name\n{body}\n{block}")


ALL = 'source_ranges = ["0.0.0.0/0"]\n'
OPEN = rule("open", ALL)
OUT = 'direction = "EGRESS"\ndestination_ranges = ["0.0.0.0/0"]\n'


def policy(rules: str, hierarchical: str = "") -> str:
    """A firewall policy, attached to the network, or to a folder or an organization."""
    kind = "google_compute_firewall_policy" if hierarchical else "google_compute_network_firewall_policy"
    target = f'"{hierarchical}"' if hierarchical else "google_compute_network.n.id"
    name = 'short_name = "p"\nparent = "organizations/1"' if hierarchical else 'name = "p"'
    ref = f"{kind}.p.id" if hierarchical else f"{kind}.p.name"
    return (
        f'resource "{kind}" "p" {{\n{name}\n}}\n'
        + resource(f"{kind}_association", "p", f"firewall_policy = {ref}\nattachment_target = {target}")
        + rules.replace("KIND", kind).replace("REF", ref)
    )


def policy_rule(
    name: str, priority: int, action: str, port: str = "443", more: str = "", sources: str = "0.0.0.0/0"
) -> str:
    return f"""
resource "KIND_rule" "{name}" {{
  firewall_policy = REF
  priority        = {priority}
  direction       = "INGRESS"
  action          = "{action}"
  {more}
  match {{
    src_ip_ranges = ["{sources}"]
    layer4_configs {{
      ip_protocol = "tcp"
      ports       = ["{port}"]
    }}
  }}
}}
"""


def network(directory: Path, text: str) -> tuple[Reaching, Graph]:
    """What is made of Terraform."""
    (directory / "main.tf").write_text(text)
    graph = Graph(read(directory))
    return gcp.network(graph), graph


def peered(back: bool) -> str:
    there = "network = google_compute_network.n.id\npeer_network = google_compute_network.o.id"
    other = (
        resource("google_compute_network", "o", "auto_create_subnetworks = false")
        + resource(
            "google_compute_subnetwork", "o", 'network = google_compute_network.o.id\nip_cidr_range = "10.9.0.0/24"'
        )
        + machine("other").replace("google_compute_subnetwork.s.id", "google_compute_subnetwork.o.id")
        + rule("in", 'source_ranges = ["10.9.0.0/24"]\n')
        + resource("google_compute_network_peering", "there", there)
    )
    turned = there.replace(".n.", ".x.").replace(".o.", ".n.").replace(".x.", ".o.")
    return vpc() + other + (resource("google_compute_network_peering", "back", turned) if back else "")


def balanced(proxied: bool = True, backend: str = "", more: str = "") -> str:
    group = resource(
        "google_compute_instance_group",
        "g",
        'instances = [google_compute_instance.db.id]\nnamed_port {\n name = "http"\n port = 8080\n}',
    )
    if not proxied:
        return group.replace('resource "google_compute_instance_group"', 'resource "google_compute_instance_group"') + (
            resource("google_compute_target_pool", "p", "instances = [google_compute_instance.db.self_link]")
            + resource(
                "google_compute_forwarding_rule", "f", 'target = google_compute_target_pool.p.id\nport_range = "8080"'
            )
        )
    return (
        group
        + resource(
            "google_compute_backend_service",
            "b",
            backend or "backend {\n group = google_compute_instance_group.g.id\n}" + more,
        )
        + resource("google_compute_url_map", "m", "default_service = google_compute_backend_service.b.id")
        + resource("google_compute_target_https_proxy", "p", "url_map = google_compute_url_map.m.id")
        + resource(
            "google_compute_global_forwarding_rule",
            "f",
            'target = google_compute_target_https_proxy.p.id\nport_range = "443"',
        )
    )


PROBES = rule("lb", 'source_ranges = ["130.211.0.0/22", "35.191.0.0/16"]\n', ports="8080")
