"""All log entries of a project are exported."""

from bartizan.content.kinds.gcp.project import LogSink, Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-logging-sink-takes-everything",
    title="All log entries of a project are exported",
    severity=Severity.LOW,
    every=Project,
    where=Project.sinks.any(),
    must=Project.sinks.any(~LogSink.filter.is_set()),
    because="Entries that are not exported are gone after a month.",
    fix="Add a google_logging_project_sink without a filter.",
    serves=(
        "audit-logging",
        "log-retention",
    ),
    passes=[(Project(sinks=frozenset({"s"})), LogSink("s", filter=None))],
    fails=[(Project(sinks=frozenset({"s"})), LogSink("s", filter="a"))],
)
