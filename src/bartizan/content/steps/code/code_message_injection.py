"""Send a queue a message that runs commands where it is handled."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.steps.aws.scene import allow, deny, user
from bartizan.content.steps.code.scene import ALL_COMMANDS, by_flaw, flaw, started
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="code-message-injection",
    title="Send a queue a message that runs commands where it is handled",
    technique="T1190",
    actor=Identity,
    move=Act(on=Function, uses=(Use(actions=("sqs:SendMessage",), along=((Function.queues,),)),)),
    where=by_flaw(*ALL_COMMANDS),
    because=("A part of what is handed over becomes a command: whoever may send it runs commands as the function."),
    fix="Give programs their arguments as a list, and name in the policy who may send.",
    weight=0.5,
    reaches=[
        (*user("ann", allow("sqs:SendMessage")), *started(flaw("code-command-injection"))),
    ],
    blocked=[
        (*user("ann", allow("sqs:ReceiveMessage")), *started(flaw("code-command-injection"))),
        (*user("ann", allow("sqs:SendMessage")), *started(flaw("code-weak-hash"))),
        (*user("ann", allow("sqs:SendMessage"), deny("*")), *started(flaw("code-command-injection"))),
        (*user("ann", allow("sqs:SendMessage")), *started(flaw("code-command-injection"), by_queue=False)),
    ],
)
