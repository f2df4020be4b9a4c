"""Somebody is told of changes of routes."""

from bartizan.content.kinds.gcp.project import LogMetric, Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-logging-alert-on-route-change",
    title="Somebody is told of changes of routes",
    severity=Severity.LOW,
    every=Project,
    where=Project.metrics.any(),
    must=Project.metrics.any(LogMetric.filter.matches("gce_route|compute.routes") & LogMetric.alerted),
    because="A change that opens the project is noticed only when it has been used.",
    fix="Add a google_logging_metric for the event, and an alert policy on it.",
    serves=("monitoring-and-alerting",),
    passes=[(Project(metrics=frozenset({"m"})), LogMetric("m", filter="gce_route", alerted=True))],
    fails=[(Project(metrics=frozenset({"m"})), LogMetric("m", filter="other", alerted=True))],
)
