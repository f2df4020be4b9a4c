"""AWS Systems Manager parameters and documents."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.secretsmanager_secret import PLACEHOLDER
from bartizan.content.kinds.data_store import TAGS, TAGS_MAPPED, DataStore
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Fixed, Shown, Source


class Parameter(
    DataStore, kind="aws.ssm.parameter", identifier="arn:{partition}:ssm:{region}:{account}:parameter/{name}"
):
    """A setting that programs look up by its name."""

    name = Text("Its name, where it is known before deployment.")
    secret_by_name = Flag("Its name says that it holds a password, key or token.")
    encrypted = Flag("Its value is encrypted: it is a SecureString.")
    written = Flag("It is a SecureString, or one in all but type, and its value is written in the source.")
    own_key = Flag("A customer-managed key is named for it.")
    key = Link(Key, "The customer-managed key that encrypts it.")


class Document(Asset, kind="aws.ssm.document", identifier="arn:{partition}:ssm:{region}:{account}:document/{name}"):
    """A procedure that Systems Manager runs, or the settings of its sessions."""

    shared_with_all = Flag("Every AWS account may use and read it.")
    session = Flag("It holds the settings of sessions on machines.")
    encrypts = Flag("Sessions are encrypted with a KMS key, besides TLS.")
    logged = Flag("What is typed and shown in sessions goes to a bucket or a log group, and is encrypted there.")


SECRET_NAME = (
    "matches(lower({name}), '(^|[^a-z])(passw(or)?d|passphrase|pwd|secret|token|credentials?|api[-_.]?key"
    "|private[-_.]?key|access[-_.]?key)s?($|[^a-z])')"
)
VALUE = "not_null(value, insecure_value, value_wo)"
LOGGED = (
    "from_json({content}).inputs | (not_null(s3BucketName, '') != '' && flag(not_null(s3EncryptionEnabled, `true`))) "
    "|| (not_null(cloudWatchLogGroupName, '') != '' && flag(not_null(cloudWatchEncryptionEnabled, `true`)))"
)
SESSION = "from_json({content}).inputs"

FROM_TERRAFORM = Source(
    of=Parameter,
    each=Block("aws_ssm_parameter"),
    names=("name",),
    reads={
        Parameter.tags: TAGS,
        Parameter.name: "name",
        Parameter.secret_by_name: SECRET_NAME.replace("{name}", "name"),
        Parameter.encrypted: "type == 'SecureString'",
        Parameter.written: (
            f"literal({VALUE}) && !matches(lower({VALUE}), {PLACEHOLDER}) && length(secret_settings("
            f"[{{name: (type == 'SecureString' && 'password') || name, value: {VALUE}}}])) > `0`"
        ),
        Parameter.own_key: "customer_key(key_id)",
        Parameter.key: "key_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_ssm_parameter" "plain" {
  name  = "/shop/db/host"
  type  = "String"
  value = "db.internal"
}
""",
            gives=Parameter(
                "aws_ssm_parameter.plain",
                name="/shop/db/host",
                secret_by_name=False,
                encrypted=False,
                written=False,
                own_key=False,
                key=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_ssm_parameter" "set" {
  name   = "/shop/db/password"
  type   = "SecureString"
  value  = "Tr0ub4dor-and-3"
  key_id = aws_kms_key.data.arn
}
""",
            gives=Parameter(
                "aws_ssm_parameter.set",
                secret_by_name=True,
                encrypted=True,
                written=True,
                own_key=True,
                key=frozenset({"aws_kms_key.data"}),
            ),
        ),
        Shown(
            text="""
resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "made" {
  name  = "/shop/db/password"
  type  = "SecureString"
  value = random_password.db.result
}
""",
            gives=Parameter("aws_ssm_parameter.made", encrypted=True, written=False, own_key=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Parameter,
    each=Block("AWS::SSM::Parameter"),
    names=("Name",),
    reads={
        Parameter.tags: TAGS_MAPPED,
        Parameter.name: "Name",
        Parameter.secret_by_name: "Name != `null` && " + SECRET_NAME.replace("{name}", "Name"),
        Parameter.encrypted: Fixed(False, "CloudFormation cannot make a SecureString."),
        Parameter.written: (
            f"literal(Value) && !matches(lower(Value), {PLACEHOLDER}) "
            "&& length(secret_settings([{name: not_null(Name, ''), value: Value}])) > `0`"
        ),
        Parameter.own_key: Fixed(False, "CloudFormation cannot make a SecureString."),
        Parameter.key: Fixed(None, "CloudFormation cannot make a SecureString."),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::SSM::Parameter', Properties: {Type: String, Value: eu}}}",
            gives=Parameter(
                "Plain",
                name=None,
                secret_by_name=False,
                encrypted=False,
                written=False,
                own_key=False,
                key=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::SSM::Parameter
    Properties: {Name: /shop/db/password, Type: String, Value: Tr0ub4dor-and-3}
""",
            gives=Parameter("Set", name="/shop/db/password", secret_by_name=True, written=True),
        ),
    ],
)

DOCUMENT_FROM_TERRAFORM = Source(
    of=Document,
    each=Block("aws_ssm_document"),
    names=("name",),
    reads={
        Document.shared_with_all: "not_null(permissions.account_ids, '') == 'All'",
        Document.session: "document_type == 'Session'",
        Document.encrypts: "not_null(" + SESSION.replace("{content}", "content") + ".kmsKeyId, '') != ''",
        Document.logged: LOGGED.replace("{content}", "content"),
    },
    shows=[
        Shown(
            text="""
resource "aws_ssm_document" "open" {
  name          = "open"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2" })
  permissions = {
    type        = "Share"
    account_ids = "All"
  }
}
""",
            gives=Document("aws_ssm_document.open", shared_with_all=True, session=False, encrypts=False, logged=False),
        ),
        Shown(
            text="""
resource "aws_ssm_document" "shell" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content       = <<-EOT
    {
      "schemaVersion": "1.0",
      "sessionType": "Standard_Stream",
      "inputs": { "s3BucketName": "sessions", "s3EncryptionEnabled": true, "kmsKeyId": "alias/sessions" }
    }
  EOT
}
""",
            gives=Document("aws_ssm_document.shell", shared_with_all=False, session=True, encrypts=True, logged=True),
        ),
    ],
)

DOCUMENT_FROM_CLOUDFORMATION = Source(
    of=Document,
    each=Block("AWS::SSM::Document"),
    names=("Name",),
    reads={
        Document.shared_with_all: Fixed(False, "CloudFormation cannot share a document."),
        Document.session: "not_null(DocumentType, 'Command') == 'Session'",
        Document.encrypts: "not_null(" + SESSION.replace("{content}", "Content") + ".kmsKeyId, '') != ''",
        Document.logged: LOGGED.replace("{content}", "Content"),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::SSM::Document', Properties: {Content: {schemaVersion: '2.2'}}}}",
            gives=Document("Plain", shared_with_all=False, session=False, encrypts=False, logged=False),
        ),
        Shown(
            text="""
Resources:
  Shell:
    Type: AWS::SSM::Document
    Properties:
      Name: SSM-SessionManagerRunShell
      DocumentType: Session
      Content:
        schemaVersion: "1.0"
        sessionType: Standard_Stream
        inputs: {cloudWatchLogGroupName: sessions, kmsKeyId: alias/sessions}
""",
            gives=Document("Shell", session=True, encrypts=True, logged=True),
        ),
    ],
)
