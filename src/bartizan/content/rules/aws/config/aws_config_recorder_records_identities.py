"""AWS Config records users, roles and policies."""

from bartizan.content.kinds.aws.config_recorder import Recorder
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-config-recorder-records-identities",
    title="AWS Config records users, roles and policies",
    severity=Severity.LOW,
    every=Recorder,
    must=Recorder.global_types,
    because="Identities belong to no region, and are left out of the record unless one region takes them up.",
    fix=(
        "Set include_global_resource_types (Terraform) or IncludeGlobalResourceTypes (CloudFormation) to true, in one "
        "region."
    ),
    serves=("configuration-recording", "asset-inventory"),
    also=("CKV2_AWS_48",),
    passes=[
        Recorder(global_types=True),
    ],
    fails=[
        Recorder(global_types=False),
    ],
)
