"""Service-linked roles: roles of AWS services, with policies that the services write themselves."""

from bartizan.content.kinds.aws.governed import GOVERNED
from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import TAGS
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_policy import Statement
from bartizan.content.kinds.aws.iam_role import NOT_USED_YET, Role, Trust
from bartizan.content.kinds.identity import ROUTES
from bartizan.core.source import Block, Fixed, Inverse, Shown, Source, Unseen

BY_SERVICE = Unseen("the service attaches a policy of its own to the role")
UNBOUNDED = Fixed(False, "Service-linked roles cannot have a permissions boundary.")
NO_BOUNDARY = Fixed(None, "Service-linked roles cannot have a permissions boundary.")
NAMED_BY_SERVICE = Unseen("the service chooses the name of the role")

FROM_TERRAFORM = Source(
    of=Role,
    each=Block("aws_iam_service_linked_role"),
    reads={
        **GOVERNED,
        **ROUTES,
        Role.last_used: NOT_USED_YET,
        Role.idle_days: NOT_USED_YET,
        Role.name: NAMED_BY_SERVICE,
        Role.path: "join('', ['/aws-service-role/', aws_service_name, '/'])",
        Role.managed: BY_SERVICE,
        Role.bounded: UNBOUNDED,
        Role.boundary: NO_BOUNDARY,
        Role.tags: TAGS,
        Role.session: Unseen("the service chooses how long a session may last"),
        Role.policies: BY_SERVICE,
        Role.attachments: Inverse(Attachment.identities),
        Role.inline: Inverse(InlinePolicy.holders),
        Role.statements: Inverse(Statement.holders),
        Role.trust_policy: (
            "{Version: '2012-10-17', Statement: [{Effect: 'Allow', Principal: {Service: aws_service_name}, "
            "Action: 'sts:AssumeRole'}]}"
        ),
        Role.trust: Inverse(Trust.role),
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_service_linked_role" "search" {
  aws_service_name = "opensearchservice.amazonaws.com"
}
""",
            gives=Role(
                "aws_iam_service_linked_role.search",
                path="/aws-service-role/opensearchservice.amazonaws.com/",
                bounded=False,
                boundary=None,
                last_used=None,
                idle_days=None,
                tags=frozenset(),
                attachments=frozenset(),
                inline=frozenset(),
                trust_policy='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":'
                '"opensearchservice.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Role,
    each=Block("AWS::IAM::ServiceLinkedRole"),
    reads={
        **GOVERNED,
        **ROUTES,
        Role.last_used: NOT_USED_YET,
        Role.idle_days: NOT_USED_YET,
        Role.name: NAMED_BY_SERVICE,
        Role.path: "join('', ['/aws-service-role/', AWSServiceName, '/'])",
        Role.managed: BY_SERVICE,
        Role.bounded: UNBOUNDED,
        Role.boundary: NO_BOUNDARY,
        Role.tags: Fixed(None, "CloudFormation gives service-linked roles no tags."),
        Role.session: Unseen("the service chooses how long a session may last"),
        Role.policies: BY_SERVICE,
        Role.attachments: Inverse(Attachment.identities),
        Role.inline: Inverse(InlinePolicy.holders),
        Role.statements: Inverse(Statement.holders),
        Role.trust_policy: (
            "{Version: '2012-10-17', Statement: [{Effect: 'Allow', Principal: {Service: AWSServiceName}, "
            "Action: 'sts:AssumeRole'}]}"
        ),
        Role.trust: Inverse(Trust.role),
    },
    shows=[
        Shown(
            text="""
Resources:
  Search:
    Type: AWS::IAM::ServiceLinkedRole
    Properties: {AWSServiceName: opensearchservice.amazonaws.com}
""",
            gives=Role(
                "Search",
                path="/aws-service-role/opensearchservice.amazonaws.com/",
                bounded=False,
                boundary=None,
                last_used=None,
                idle_days=None,
                tags=frozenset(),
                attachments=frozenset(),
                inline=frozenset(),
                trust_policy='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":'
                '"opensearchservice.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
            ),
        ),
    ],
)
