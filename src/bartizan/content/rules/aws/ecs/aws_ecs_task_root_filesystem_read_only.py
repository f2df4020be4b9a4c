"""The root file systems of ECS containers are read-only."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-root-filesystem-read-only",
    title="The root file systems of ECS containers are read-only",
    severity=Severity.LOW,
    every=TaskContainer,
    must=TaskContainer.read_only_root,
    because="Where the file system can be written, an attacker can keep tools there and change the program.",
    fix="Set readonlyRootFilesystem (ReadonlyRootFilesystem) to true, with volumes where the program writes.",
    serves=("immutable-runtime",),
    also=("CKV_AWS_336",),
    passes=[TaskContainer(read_only_root=True)],
    fails=[TaskContainer(read_only_root=False)],
)
