"""Roles of pipelines are not administrators."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.content.kinds.aws.iam_provider import OidcProvider
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.core.claim import Rule, Severity

ISSUERS = (
    r"(token\.actions\.githubusercontent\.com|gitlab\.[a-z]|oidc\.circleci\.com|api\.bitbucket\.org"
    r"|app\.terraform\.io|agent\.buildkite\.com|vstoken\.dev\.azure\.com|\.spacelift\.io)"
)
FOR_A_PIPELINE = Trust.allows & (
    Trust.conditions.has_match(ISSUERS)
    | Trust.federated.has_match(ISSUERS)
    | Trust.providers.any(OidcProvider.url.matches(ISSUERS))
)
ADMIN = r"/(AdministratorAccess|IAMFullAccess)$"
EVERYTHING = Statement.allows & Statement.actions.has_any("*", "*:*", "iam:*") & Statement.resources.has("*")

RULE = Rule(
    id="aws-iam-role-ci-not-administrator",
    title="Roles of pipelines are not administrators",
    severity=Severity.HIGH,
    every=Role,
    where=Role.trust.any(FOR_A_PIPELINE),
    must=~(
        Role.managed.has_match(ADMIN)
        | Role.attachments.any(Attachment.managed.has_match(ADMIN))
        | Role.statements.any(EVERYTHING)
        | Role.policies.any(Policy.statements.any(EVERYTHING))
        | Role.attachments.any(Attachment.policies.any(Policy.statements.any(EVERYTHING)))
    ),
    because="Whoever can change the workflow, or one of the actions and packages it uses, then owns the account.",
    fix="Give the role a policy of what the pipeline deploys, and split it from the role that manages identities.",
    serves=("pipeline-least-privilege", "no-admin-by-default"),
    passes=[
        (
            Role(
                trust=frozenset({"t"}),
                managed=frozenset({"arn:aws:iam::aws:policy/ReadOnlyAccess"}),
                policies=frozenset(),
                attachments=frozenset(),
                statements=frozenset(),
            ),
            Trust("t", allows=True, conditions=frozenset({"token.actions.githubusercontent.com:sub"})),
        ),
        (
            Role(
                trust=frozenset({"t"}),
                managed=frozenset(),
                policies=frozenset(),
                attachments=frozenset({"a"}),
                statements=frozenset({"s"}),
            ),
            Trust("t", allows=True, conditions=frozenset({"token.actions.githubusercontent.com:sub"})),
            Attachment("a", managed=frozenset(), policies=frozenset()),
            Statement("s", allows=True, actions=frozenset({"ecr:*"}), resources=frozenset({"*"})),
        ),
    ],
    fails=[
        (
            Role(trust=frozenset({"t"}), managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"})),
            Trust("t", allows=True, conditions=frozenset({"token.actions.githubusercontent.com:sub"})),
        ),
        (
            Role(trust=frozenset({"t"}), attachments=frozenset({"a"})),
            Trust("t", allows=True, federated=frozenset({"arn:aws:iam::111122223333:oidc-provider/gitlab.com"})),
            Attachment("a", managed=frozenset(), policies=frozenset({"p"})),
            Policy("p", statements=frozenset({"s"})),
            Statement("s", allows=True, actions=frozenset({"*"}), resources=frozenset({"*"})),
        ),
    ],
)
