"""Google Compute Engine instances."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.network import Network, Subnet
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Instance(
    Resource,
    Runner,
    kind="gcp.compute.instance",
    identifier="//compute.googleapis.com/projects/{project}/zones/{region}/instances/{name}",
):
    """A virtual machine, or a template for some."""

    name = Text("Its name.")
    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    public_ip = Flag("It has a public address.")
    default_account = Flag("It acts as the default service account of the project.")
    full_access = Flag("Its tokens are good for every API.")
    blocks_project_keys = Flag("SSH keys of the project do not open it.")
    os_login_off = Flag("It opts out of OS Login.")
    serial_port = Flag("Its serial port can be reached over the network.")
    forwards = Flag("It may send packets in the name of others.")
    shielded = Flag("Secure boot, a virtual TPM and integrity monitoring are on.")
    confidential = Flag("Its memory is encrypted.")
    boot_key = Flag("Its boot disk is encrypted with a key of the customer.")
    literal_secrets = Flag("A start-up script or other metadata holds a credential.")
    networks = Link(Network, "The networks it is in, where they are named.")
    subnets = Link(Subnet, "The subnets it is in.")
    default_network = Flag("It is in the network named default, which Google makes with each project.")
    network_tags = Many("Its network tags.")
    addresses = Many("Its private addresses, where they are fixed.")


FROM_TERRAFORM = Source(
    of=Instance,
    each=Block(
        "google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template"
    ),
    reads={
        Instance.networks: "not_null(network_interface, `[]`)[].network",
        Instance.subnets: "not_null(network_interface, `[]`)[].subnetwork",
        Instance.default_network: "length(not_null(network_interface, `[]`)[?literal(network) && (network == 'default' || ends_with(network, '/networks/default'))]) > `0`",
        Instance.network_tags: "not_null(tags, `[]`)",
        Instance.addresses: "not_null(network_interface, `[]`)[].network_ip",
        Instance.name: "name",
        Instance.project: "project",
        Instance.account: "service_account[0].email",
        Instance.public_ip: "length(not_null(network_interface, `[]`)[].not_null(access_config, `[]`)[]) > `0`",
        Instance.default_account: "length(not_null(service_account, `[]`)) > `0` && (service_account[0].email == `null` || ends_with(not_null(service_account[0].email, ''), '-compute@developer.gserviceaccount.com'))",
        Instance.full_access: "contains(not_null(service_account[0].scopes, `[]`), 'cloud-platform') || contains(not_null(service_account[0].scopes, `[]`), 'https://www.googleapis.com/auth/cloud-platform')",
        Instance.blocks_project_keys: 'flag(not_null(metadata."block-project-ssh-keys", `false`))',
        Instance.os_login_off: 'metadata."enable-oslogin" != `null` && !flag(metadata."enable-oslogin")',
        Instance.serial_port: 'flag(not_null(metadata."serial-port-enable", `false`))',
        Instance.forwards: "flag(not_null(can_ip_forward, `false`))",
        Instance.shielded: "flag(not_null(shielded_instance_config[0].enable_secure_boot, `false`)) && flag(not_null(shielded_instance_config[0].enable_vtpm, `true`)) && flag(not_null(shielded_instance_config[0].enable_integrity_monitoring, `true`))",
        Instance.confidential: "flag(not_null(confidential_instance_config[0].enable_confidential_compute, `false`))",
        Instance.boot_key: "(boot_disk[0].kms_key_self_link || disk[0].disk_encryption_key[0].kms_key_self_link) != `null`",
        Instance.literal_secrets: "matches(to_string(not_null(metadata, `{}`)), '(AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|(?i:password|secret|api_?key|token)[\\\\\\\\\"]*[ ]*[=:][ ]*[\\\\\\\\\"]*[^ $\\\\\\\\\"][^ ]{5})') || matches(not_null(metadata_startup_script, ''), '(AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|(?i:password|secret|api_?key|token)=[^ $][^ ]{5})')",
    },
    shows=[
        Shown(
            text="""
resource "google_compute_instance" "a" {
  name         = "a"
  machine_type = "e2-small"
  boot_disk {}
  network_interface {
    network = "n"
  }
}
""",
            gives=Instance(
                "google_compute_instance.a",
                public_ip=False,
                default_account=False,
                full_access=False,
                blocks_project_keys=False,
                os_login_off=False,
                serial_port=False,
                forwards=False,
                shielded=False,
                confidential=False,
                boot_key=False,
                literal_secrets=False,
            ),
        ),
        Shown(
            text="""
resource "google_compute_instance" "a" {
  name                    = "a"
  machine_type            = "n2d-standard-2"
  can_ip_forward          = true
  metadata_startup_script = "export PASSWORD=hunter2hunter2"
  metadata = {
    block-project-ssh-keys = "true"
    enable-oslogin         = "FALSE"
    serial-port-enable     = true
  }
  boot_disk {
    kms_key_self_link = "projects/p/locations/l/keyRings/r/cryptoKeys/k"
  }
  network_interface {
    network = "n"
    access_config {}
  }
  service_account {
    scopes = ["cloud-platform"]
  }
  shielded_instance_config {
    enable_secure_boot = true
  }
  confidential_instance_config {
    enable_confidential_compute = true
  }
}
""",
            gives=Instance(
                "google_compute_instance.a",
                public_ip=True,
                default_account=True,
                full_access=True,
                blocks_project_keys=True,
                os_login_off=True,
                serial_port=True,
                forwards=True,
                shielded=True,
                confidential=True,
                boot_key=True,
                literal_secrets=True,
            ),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_compute_instance" "a" {
  name    = "web"
  project = "shop"
  service_account {
    email  = google_service_account.web.email
    scopes = ["cloud-platform"]
  }
}
""",
            gives=Instance(
                "google_compute_instance.a",
                name="web",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_compute_subnetwork" "s" {
  name          = "s"
  network       = google_compute_network.n.id
  ip_cidr_range = "10.0.0.0/24"
}

resource "google_compute_instance" "a" {
  name = "a"
  tags = ["web"]
  network_interface {
    network    = google_compute_network.n.id
    subnetwork = google_compute_subnetwork.s.id
    network_ip = "10.0.0.4"
  }
}
""",
            gives=Instance(
                "google_compute_instance.a",
                networks=frozenset({"google_compute_network.n"}),
                subnets=frozenset({"google_compute_subnetwork.s"}),
                default_network=False,
                network_tags=frozenset({"web"}),
                addresses=frozenset({"10.0.0.4"}),
            ),
        ),
    ],
)
