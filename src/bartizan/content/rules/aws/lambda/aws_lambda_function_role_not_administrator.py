"""Roles of Lambda functions are not administrators."""

from bartizan.content.kinds.aws.iam_administrator import ADMINISTRATOR
from bartizan.content.kinds.aws.iam_policy import Statement
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-lambda-function-role-not-administrator",
    title="Roles of Lambda functions are not administrators",
    severity=Severity.HIGH,
    every=Function,
    must=~Function.role.any(ADMINISTRATOR),
    because="Whoever makes the function run their input as code, or may change its code, owns the account.",
    fix="Give the role only the actions and resources that the function uses.",
    serves=("least-privilege", "service-identity"),
    passes=[
        (
            Function("f", role=frozenset({"r"})),
            Role(
                "r",
                managed=frozenset({"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}),
                attachments=frozenset(),
                statements=frozenset(),
                policies=frozenset(),
            ),
        )
    ],
    fails=[
        (
            Function("f", role=frozenset({"r"})),
            Role("r", managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"})),
        ),
        (
            Function("f", role=frozenset({"r"})),
            Role("r", managed=frozenset(), statements=frozenset({"s"})),
            Statement("s", allows=True, actions=frozenset({"*"}), unlimited=True),
        ),
    ],
)
