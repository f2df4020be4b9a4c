"""Somebody is told of grants of ownership."""

from bartizan.content.kinds.gcp.project import LogMetric, Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-logging-alert-on-owner-change",
    title="Somebody is told of grants of ownership",
    severity=Severity.LOW,
    every=Project,
    where=Project.metrics.any(),
    must=Project.metrics.any(
        LogMetric.filter.matches("(?i)roles/owner|ProjectOwnership|projectOwnerInvitee") & LogMetric.alerted
    ),
    because="A change that opens the project is noticed only when it has been used.",
    fix="Add a google_logging_metric for the event, and an alert policy on it.",
    serves=("monitoring-and-alerting",),
    passes=[(Project(metrics=frozenset({"m"})), LogMetric("m", filter="roles/owner", alerted=True))],
    fails=[(Project(metrics=frozenset({"m"})), LogMetric("m", filter="other", alerted=True))],
)
