"""Containers of Batch jobs are not privileged."""

from bartizan.content.kinds.aws.batch_job import Job
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-batch-job-not-privileged",
    title="Containers of Batch jobs are not privileged",
    severity=Severity.HIGH,
    every=Job,
    must=~Job.privileged,
    because=(
        "A privileged container may do what root on the machine may: whoever breaks into it owns the machine "
        "and every job on it."
    ),
    fix="Remove privileged from container_properties (Privileged from ContainerProperties).",
    serves=("no-privileged-containers",),
    also=("CKV_AWS_210",),
    passes=[Job(privileged=False)],
    fails=[Job(privileged=True)],
)
