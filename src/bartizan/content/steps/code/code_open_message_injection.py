"""Send a queue that everyone may send to a message that runs commands."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.code.scene import ALL_COMMANDS, by_flaw, flaw, started
from bartizan.content.steps.data.scene import opened
from bartizan.core.kind import Asset
from bartizan.core.step import Act, Step, Use


def _scene(policy: str | None, weakness: str = "code-command-injection") -> tuple[Asset, ...]:
    return (Internet("internet"), *started(flaw(weakness), policy=policy))


STEP = Step(
    id="code-open-message-injection",
    title="Send a queue that everyone may send to a message that runs commands",
    technique="T1190",
    actor=Internet,
    move=Act(on=Function, uses=(Use(actions=("sqs:SendMessage",), along=((Function.queues,),)),)),
    where=by_flaw(*ALL_COMMANDS),
    because=(
        "The policy of the queue lets everyone send, and a part of the message becomes a command: a stranger "
        "runs commands as the function."
    ),
    fix=("Name in the policy of the queue who may send, and give programs their arguments as a list."),
    weight=0.4,
    reaches=[
        _scene(opened("sqs:SendMessage")),
    ],
    blocked=[
        _scene(None),
        _scene(opened("sqs:ReceiveMessage")),
        _scene(opened("sqs:SendMessage"), "code-weak-hash"),
    ],
)
