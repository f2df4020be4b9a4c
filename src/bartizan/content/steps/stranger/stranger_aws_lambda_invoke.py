"""Call a function that everyone may call and that runs what callers send."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.data.scene import INTERNET, runs
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="stranger-aws-lambda-invoke",
    title="Call a function that everyone may call and that runs what callers send",
    technique="T1190",
    actor=Internet,
    move=Act(on=Function, uses=(Use(actions=("lambda:InvokeFunction",)),)),
    where=Function.runs.any(Application.entrances.has("run-commands")),
    because=("A function that everyone may call gives its role to whoever can make it run commands."),
    fix=("Name in the policy of the function who may call it, and mend the code."),
    weight=0.7,
    reaches=[
        (INTERNET, *runs("run-commands", "lambda:InvokeFunction")),
    ],
    blocked=[
        (INTERNET, *runs("fetch", "lambda:InvokeFunction")),
        (INTERNET, *runs("run-commands", "lambda:GetFunction")),
        (INTERNET, *runs("run-commands")),
    ],
)
