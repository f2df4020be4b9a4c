"""Logs and audit trails."""

from bartizan.content.kinds.aws.cloudtrail_trail import EventStore
from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.content.sensitivity.files import FILES
from bartizan.core.sensitivity import Kept, Sensitivity

CLASS = Sensitivity(
    id="logs",
    title="Logs and audit trails",
    words=("log", "audit", "trail", "cloudtrail", "flow log", "access log", "siem", "audit trail"),
    unless=("log in", "catalog", "blog", "log out", "audit role"),
    named=FILES,
    kept=(
        Kept(by=LogGroup),
        Kept(by=EventStore),
    ),
    weight=0.3,
    because="Logs tell an attacker how things work, and hold what was written there by mistake.",
)
