"""AWS Config is recording."""

from bartizan.content.kinds.aws.config_recorder import Recorder
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-config-recorder-running",
    title="AWS Config is recording",
    severity=Severity.MEDIUM,
    every=Recorder,
    must=Recorder.on,
    because="A recorder that is made but not started writes nothing down, and nobody notices until it is needed.",
    fix="Add aws_config_configuration_recorder_status with is_enabled true.",
    serves=("configuration-recording",),
    also=("CKV2_AWS_45",),
    passes=[
        Recorder(on=True),
    ],
    fails=[
        Recorder(on=False),
    ],
)
