"""AWS Config records every type of resource."""

from bartizan.content.kinds.aws.config_recorder import Recorder
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-config-recorder-records-everything",
    title="AWS Config records every type of resource",
    severity=Severity.MEDIUM,
    every=Recorder,
    must=Recorder.all_types,
    because=(
        "What is not recorded can be changed without a trace, and is missing from every check that builds on Config."
    ),
    fix=(
        "Leave out recording_group (Terraform) or RecordingGroup (CloudFormation), or set all_supported or "
        "AllSupported to true."
    ),
    serves=("configuration-recording", "asset-inventory"),
    also=("CKV2_AWS_48",),
    passes=[
        Recorder(all_types=True),
    ],
    fails=[
        Recorder(all_types=False),
    ],
)
