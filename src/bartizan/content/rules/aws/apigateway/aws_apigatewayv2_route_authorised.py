"""Routes of HTTP APIs ask who calls."""

from bartizan.content.kinds.aws.apigateway_api import HttpApi, Route
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigatewayv2-route-authorised",
    title="Routes of HTTP APIs ask who calls",
    severity=Severity.MEDIUM,
    every=Route,
    where=Route.key.matches(r"^(?!OPTIONS )[A-Z]+ /|^\$connect$")
    | (Route.key.equals("$default") & Route.api.any(HttpApi.protocol.equals("HTTP"))),
    must=~Route.authorization.equals("NONE") | Route.needs_key,
    because="Anyone who finds the address of the API can call the route, as often as they like.",
    fix=(
        "Set authorization_type to JWT, AWS_IAM or CUSTOM (AuthorizationType), or waive the finding where the "
        "route is public."
    ),
    serves=("api-authentication",),
    also=("CKV_AWS_309",),
    passes=[
        Route(key="GET /orders", authorization="JWT", needs_key=False),
        Route(key="$connect", authorization="AWS_IAM", needs_key=False),
    ],
    fails=[
        Route(key="GET /orders", authorization="NONE", needs_key=False),
        (
            Route("r", key="$default", authorization="NONE", needs_key=False, api=frozenset({"a"})),
            HttpApi("a", protocol="HTTP"),
        ),
    ],
)
