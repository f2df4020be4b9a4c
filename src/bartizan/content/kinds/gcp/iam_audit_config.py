"""Google Cloud audit configurations."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Block, Shown, Source


class AuditConfig(Asset, kind="gcp.iam.audit-config"):
    """Which reads and writes of data are logged."""

    service = Text("The service, or allServices.")
    log_types = Many("ADMIN_READ, DATA_READ, DATA_WRITE.")
    exempted = Many("Members whose calls are not logged.")


FROM_TERRAFORM = Source(
    of=AuditConfig,
    each=Block(
        "google_project_iam_audit_config", "google_organization_iam_audit_config", "google_folder_iam_audit_config"
    ),
    reads={
        AuditConfig.service: "service",
        AuditConfig.log_types: "audit_log_config[].log_type",
        AuditConfig.exempted: "audit_log_config[].exempted_members[]",
    },
    shows=[
        Shown(
            text="""
resource "google_project_iam_audit_config" "a" {
  project = "shop"
  service = "storage.googleapis.com"
  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["user:ann@shop.example"]
  }
}
""",
            gives=AuditConfig(
                "google_project_iam_audit_config.a",
                service="storage.googleapis.com",
                log_types=frozenset({"DATA_READ"}),
                exempted=frozenset({"user:ann@shop.example"}),
            ),
        ),
        Shown(
            text="""
resource "google_project_iam_audit_config" "a" {
  project = "shop"
  service = "allServices"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
""",
            gives=AuditConfig(
                "google_project_iam_audit_config.a",
                service="allServices",
                log_types=frozenset({"ADMIN_READ", "DATA_READ", "DATA_WRITE"}),
                exempted=frozenset(),
            ),
        ),
    ],
)
