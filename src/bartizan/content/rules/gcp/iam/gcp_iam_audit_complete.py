"""All reads and writes of data are logged."""

from bartizan.content.kinds.gcp.iam_audit_config import AuditConfig
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-audit-complete",
    title="All reads and writes of data are logged",
    severity=Severity.MEDIUM,
    every=AuditConfig,
    must=AuditConfig.service.equals("allServices")
    & AuditConfig.log_types.has_all("ADMIN_READ", "DATA_READ", "DATA_WRITE")
    & AuditConfig.exempted.empty(),
    because="What was read, and by whom, cannot be told after a theft.",
    fix="Set service to allServices with the three log types and no exempted_members.",
    serves=(
        "audit-logging",
        "data-access-logging",
    ),
    also=(
        "CKV2_GCP_5",
        "GCP-0079",
        "AVD-GCP-0079",
        "google-iam-configure-audit-logging",
    ),
    passes=[
        AuditConfig(
            service="allServices", log_types=frozenset({"ADMIN_READ", "DATA_READ", "DATA_WRITE"}), exempted=frozenset()
        )
    ],
    fails=[AuditConfig(service="allServices", log_types=frozenset({"ADMIN_READ"}), exempted=frozenset())],
)
