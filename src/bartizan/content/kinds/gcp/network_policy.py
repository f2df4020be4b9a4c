"""Google Cloud firewall policies: of networks, and of folders and whole organizations."""

from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.network import Network
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Shown, Source


class FirewallPolicy(Asset, kind="gcp.network.firewall-policy"):
    """Rules that are attached to networks, or to all networks in a folder or an organization."""

    name = Text("Its name.")


class PolicyRule(Asset, kind="gcp.network.firewall-policy-rule"):
    """One rule of a firewall policy."""

    policy = Link(FirewallPolicy, "The policy it is in.")
    enabled = Flag("It is on.")
    ingress = Flag("It is about what comes in; otherwise about what goes out.")
    priority = Number("Its place: those with smaller numbers come first.")
    action = Text("allow, deny, goto_next for what the next policy says, or apply_security_profile_group.")
    services = Many("Protocols and ports that it is about, as tcp:22,80-90.")
    sources = Many("Addresses of those who send.")
    destinations = Many("Addresses of those who receive.")
    target_accounts = Link(ServiceAccount, "Service accounts of the machines it is for.")
    target_networks = Link(Network, "Networks it is for; all that the policy is attached to where there is none.")
    target_tags = Many("Secure tags of the machines it is for.")
    source_tags = Many("Secure tags of machines that send.")
    elsewise = Flag("It asks for more: countries, domain names, address groups or lists of known attackers.")


class PolicyAssociation(Asset, kind="gcp.network.firewall-policy-association"):
    """Attaches a firewall policy."""

    policy = Link(FirewallPolicy, "The policy.")
    networks = Link(Network, "The network it is attached to, where it is one.")
    organization = Flag("It is attached to a whole organization.")
    folder = Flag("It is attached to a folder or an organization.")


FROM_TERRAFORM = Source(
    of=FirewallPolicy,
    each=Block(
        "google_compute_firewall_policy",
        "google_compute_network_firewall_policy",
        "google_compute_region_network_firewall_policy",
    ),
    names=("name",),
    reads={FirewallPolicy.name: "not_null(name, short_name)"},
    shows=[
        Shown(
            text="""
resource "google_compute_network_firewall_policy" "a" {
  name = "shop"
}
""",
            gives=FirewallPolicy("google_compute_network_firewall_policy.a", name="shop"),
        ),
    ],
)


RULE_FROM_TERRAFORM = Source(
    of=PolicyRule,
    each=Block(
        "google_compute_firewall_policy_rule",
        "google_compute_network_firewall_policy_rule",
        "google_compute_region_network_firewall_policy_rule",
    ),
    reads={
        PolicyRule.policy: "firewall_policy",
        PolicyRule.enabled: "!flag(not_null(disabled, `false`))",
        PolicyRule.ingress: "direction == 'INGRESS'",
        PolicyRule.priority: "priority",
        PolicyRule.action: "action",
        PolicyRule.services: "not_null(match[0].layer4_configs, `[]`)[].join(':', [lower(ip_protocol), join(',', not_null(ports, `[]`))])",
        PolicyRule.sources: "not_null(match[0].src_ip_ranges, `[]`)",
        PolicyRule.destinations: "not_null(match[0].dest_ip_ranges, `[]`)",
        PolicyRule.target_accounts: "target_service_accounts",
        PolicyRule.target_networks: "target_resources",
        PolicyRule.target_tags: "not_null(target_secure_tags, `[]`)[].name",
        PolicyRule.source_tags: "not_null(match[0].src_secure_tags, `[]`)[].name",
        PolicyRule.elsewise: "length([match[0].src_region_codes, match[0].src_fqdns, match[0].src_address_groups, match[0].src_threat_intelligences, match[0].dest_region_codes, match[0].dest_fqdns, match[0].dest_address_groups, match[0].dest_threat_intelligences, match[0].src_networks, match[0].src_network_scope, match[0].dest_network_scope][] | [?@]) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_compute_network_firewall_policy" "p" {
  name = "shop"
}

resource "google_compute_network_firewall_policy_rule" "a" {
  firewall_policy         = google_compute_network_firewall_policy.p.name
  priority                = 1000
  direction               = "INGRESS"
  action                  = "deny"
  target_service_accounts = [google_service_account.web.email]
  match {
    src_ip_ranges = ["0.0.0.0/0"]
    layer4_configs {
      ip_protocol = "tcp"
      ports       = ["22", "3389"]
    }
  }
}
""",
            gives=PolicyRule(
                "google_compute_network_firewall_policy_rule.a",
                policy=frozenset({"google_compute_network_firewall_policy.p"}),
                enabled=True,
                ingress=True,
                priority=1000,
                action="deny",
                services=frozenset({"tcp:22,3389"}),
                sources=frozenset({"0.0.0.0/0"}),
                destinations=frozenset(),
                target_accounts=frozenset({"google_service_account.web"}),
                target_networks=frozenset(),
                target_tags=frozenset(),
                source_tags=frozenset(),
                elsewise=False,
            ),
        ),
    ],
)


ASSOCIATION_FROM_TERRAFORM = Source(
    of=PolicyAssociation,
    each=Block(
        "google_compute_firewall_policy_association",
        "google_compute_network_firewall_policy_association",
        "google_compute_region_network_firewall_policy_association",
    ),
    reads={
        PolicyAssociation.policy: "firewall_policy",
        PolicyAssociation.networks: "attachment_target",
        PolicyAssociation.organization: "starts_with(attachment_target, 'organizations/')",
        PolicyAssociation.folder: "starts_with(attachment_target, 'organizations/') || starts_with(attachment_target, 'folders/')",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_firewall_policy" "p" {
  short_name = "shop"
  parent     = "organizations/123"
}

resource "google_compute_firewall_policy_association" "a" {
  name              = "all"
  firewall_policy   = google_compute_firewall_policy.p.id
  attachment_target = "organizations/123"
}
""",
            gives=PolicyAssociation(
                "google_compute_firewall_policy_association.a",
                policy=frozenset({"google_compute_firewall_policy.p"}),
                organization=True,
                folder=True,
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_network_firewall_policy" "p" {
  name = "shop"
}

resource "google_compute_network_firewall_policy_association" "a" {
  name              = "n"
  firewall_policy   = google_compute_network_firewall_policy.p.name
  attachment_target = google_compute_network.n.id
}
""",
            gives=PolicyAssociation(
                "google_compute_network_firewall_policy_association.a",
                policy=frozenset({"google_compute_network_firewall_policy.p"}),
                networks=frozenset({"google_compute_network.n"}),
            ),
        ),
    ],
)
