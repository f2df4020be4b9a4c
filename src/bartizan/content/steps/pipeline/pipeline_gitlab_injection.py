"""Write a command into the title of a merge request."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.gitlab import GitlabJob
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-gitlab-injection",
    title="Write a command into the title of a merge request",
    technique="T1677",
    actor=Internet,
    move=Act(on=GitlabJob, uses=()),
    where=GitlabJob.injects & GitlabJob.proposed,
    because=(
        "Text that strangers write is part of a script of the job: a command in it runs with the rights of the job."
    ),
    fix="Quote the variable, and do not evaluate it.",
    weight=0.5,
    reaches=[
        (Internet("internet"), GitlabJob("test", injects=True, proposed=True)),
    ],
    blocked=[
        (Internet("internet"), GitlabJob("test", injects=False, proposed=True)),
        (Internet("internet"), GitlabJob("test", injects=True, proposed=False)),
    ],
)
