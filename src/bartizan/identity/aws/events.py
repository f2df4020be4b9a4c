"""The actions that a call recorded by CloudTrail was checked for.

Most calls are checked for the action of their own name. The tables here have those that are not. Sources: the API
references and the Service Authorization Reference of AWS, "Required permissions for Amazon S3 API operations",
"Logging Amazon S3 API calls", and the endpoint names in the service models of botocore.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bartizan.core.truth import Unknown
from bartizan.identity.aws import actions

_HOST = ".amazonaws.com"
_EDITION = re.compile(r"(?<=[a-z])_?(?:\d{8}|\d{4}_\d{2}_\d{2})(?:v\d+)?$", re.IGNORECASE)
"""What Lambda and CloudFront add to the name of a call: `20150331v2`, `2020_05_31`."""

SOURCES: Mapping[str, tuple[str, ...]] = {
    "account-access-runtime": ("account-access",),
    "agreement-marketplace": ("aws-marketplace",),
    "apigateway": ("apigateway", "execute-api"),
    "application-insights": ("applicationinsights",),
    "appstream2": ("appstream",),
    "bedrock-agent": ("bedrock",),
    "bedrock-agent-runtime": ("bedrock",),
    "bedrock-agentcore-control": ("bedrock-agentcore",),
    "bedrock-data-automation": ("bedrock",),
    "bedrock-data-automation-runtime": ("bedrock",),
    "bedrock-runtime": ("bedrock",),
    "catalog.marketplace": ("aws-marketplace",),
    "cloudcontrolapi": ("cloudformation",),
    "cloudhsmv2": ("cloudhsm",),
    "contact-lens": ("connect",),
    "data.iot": ("iot",),
    "data.iotevents": ("iotevents",),
    "data.jobs.iot": ("iotjobsdata",),
    "discovery-marketplace": ("aws-marketplace",),
    "dynamodb": ("dynamodb", "dax"),
    "ecr": ("ecr", "ecr-public"),
    "email": ("ses",),
    "entitlement.marketplace": ("aws-marketplace",),
    "eventbridge": ("events",),
    "execute-api": ("execute-api", "apigateway"),
    "forecastquery": ("forecast",),
    "identity-chime": ("chime",),
    "identitystore": ("identitystore", "identitystore-auth"),
    "iot": ("iot", "iotjobsdata"),
    "iotdata": ("iot",),
    "logs": ("logs", "cloudwatch"),
    "mail-manager": ("ses",),
    "mailmanager": ("ses",),
    "marketplacecommerceanalytics": ("marketplacecommerceanalytics",),
    "media-pipelines-chime": ("chime",),
    "meetings-chime": ("chime",),
    "memory-db": ("memorydb",),
    "messaging-chime": ("chime",),
    "metering.marketplace": ("aws-marketplace",),
    "migrationhub-config": ("mgh",),
    "mobiletargeting": ("mobiletargeting",),
    "models-v2-lex": ("lex",),
    "models.lex": ("lex",),
    "monitoring": ("cloudwatch",),
    "mturk-requester": ("mechanicalturk",),
    "opensearch": ("es",),
    "personalize-events": ("personalize",),
    "personalize-runtime": ("personalize",),
    "pinpoint": ("mobiletargeting",),
    "resource-groups": ("resource-groups", "tag"),
    "runtime-v2-lex": ("lex",),
    "runtime.lex": ("lex",),
    "runtime.sagemaker": ("sagemaker",),
    "s3": ("s3", "s3-object-lambda", "s3express"),
    "s3-outposts": ("s3-outposts", "s3"),
    "s3express": ("s3express", "s3"),
    "sagemaker": ("sagemaker", "sagemaker-mlflow"),
    "servicecatalog-appregistry": ("servicecatalog",),
    "signer": ("signer",),
    "sms-voice.pinpoint": ("sms-voice",),
    "ssm": ("ssm", "ssmmessages", "ec2messages"),
    "sso": ("sso", "sso-directory"),
    "sso-oidc": ("sso-oauth",),
    "streams.dynamodb": ("dynamodb",),
    "tagging": ("tag",),
    "taxsettings": ("tax",),
    "voice-chime": ("chime",),
    "wisdom": ("wisdom",),
}
"""By the first part of the event source: the prefixes that its actions may have, likeliest first."""

_S3 = {
    "CompleteMultipartUpload": "PutObject",
    "CopyObject": "GetObject PutObject",
    "CreateBucketMetadataConfiguration": "CreateBucketMetadataTableConfiguration",
    "CreateMultipartUpload": "PutObject",
    "DeleteAccountPublicAccessBlock": "PutAccountPublicAccessBlock",
    "DeleteBucketAnalyticsConfiguration": "PutAnalyticsConfiguration",
    "DeleteBucketCors": "PutBucketCORS",
    "DeleteBucketEncryption": "PutEncryptionConfiguration",
    "DeleteBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
    "DeleteBucketInventoryConfiguration": "PutInventoryConfiguration",
    "DeleteBucketLifecycle": "PutLifecycleConfiguration",
    "DeleteBucketMetadataConfiguration": "DeleteBucketMetadataTableConfiguration",
    "DeleteBucketMetricsConfiguration": "PutMetricsConfiguration",
    "DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
    "DeleteBucketPublicAccessBlock": "PutBucketPublicAccessBlock",
    "DeleteBucketReplication": "PutReplicationConfiguration",
    "DeleteBucketTagging": "PutBucketTagging",
    "DeleteObjects": "DeleteObject",
    "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    "GetBucketAccelerate": "GetAccelerateConfiguration",
    "GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
    "GetBucketAnalyticsConfiguration": "GetAnalyticsConfiguration",
    "GetBucketEncryption": "GetEncryptionConfiguration",
    "GetBucketIntelligentTieringConfiguration": "GetIntelligentTieringConfiguration",
    "GetBucketInventoryConfiguration": "GetInventoryConfiguration",
    "GetBucketLifecycle": "GetLifecycleConfiguration",
    "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "GetBucketMetadataConfiguration": "GetBucketMetadataTableConfiguration",
    "GetBucketMetricsConfiguration": "GetMetricsConfiguration",
    "GetBucketNotificationConfiguration": "GetBucketNotification",
    "GetBucketReplication": "GetReplicationConfiguration",
    "GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "GetStorageLensDashboardDataInternal": "GetStorageLensDashboard",
    "HeadBucket": "ListBucket",
    "HeadObject": "GetObject",
    "InitiateMultipartUpload": "PutObject",
    "ListBucketAnalyticsConfigurations": "GetAnalyticsConfiguration",
    "ListBucketIntelligentTieringConfigurations": "GetIntelligentTieringConfiguration",
    "ListBucketInventoryConfigurations": "GetInventoryConfiguration",
    "ListBucketMetricsConfigurations": "GetMetricsConfiguration",
    "ListBuckets": "ListAllMyBuckets",
    "ListMultipartUploads": "ListBucketMultipartUploads",
    "ListObjectVersions": "ListBucketVersions",
    "ListObjects": "ListBucket",
    "ListObjectsV2": "ListBucket",
    "ListParts": "ListMultipartUploadParts",
    "PostObject": "PutObject",
    "PutBucketAccelerate": "PutAccelerateConfiguration",
    "PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
    "PutBucketAnalyticsConfiguration": "PutAnalyticsConfiguration",
    "PutBucketEncryption": "PutEncryptionConfiguration",
    "PutBucketIntelligentTieringConfiguration": "PutIntelligentTieringConfiguration",
    "PutBucketInventoryConfiguration": "PutInventoryConfiguration",
    "PutBucketLifecycle": "PutLifecycleConfiguration",
    "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "PutBucketMetricsConfiguration": "PutMetricsConfiguration",
    "PutBucketNotificationConfiguration": "PutBucketNotification",
    "PutBucketReplication": "PutReplicationConfiguration",
    "PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
    "SelectObjectContent": "GetObject",
    "UploadPart": "PutObject",
    "UploadPartCopy": "GetObject PutObject",
}
_BUDGETS = {
    **dict.fromkeys(
        (
            *("CreateBudget", "CreateNotification", "CreateSubscriber", "DeleteBudget", "DeleteNotification"),
            *("DeleteSubscriber", "UpdateBudget", "UpdateNotification", "UpdateSubscriber"),
        ),
        "ModifyBudget",
    ),
    **dict.fromkeys(
        (
            *("DescribeBudget", "DescribeBudgets", "DescribeBudgetPerformanceHistory"),
            *("DescribeBudgetNotificationsForAccount", "DescribeNotificationsForBudget"),
            "DescribeSubscribersForNotification",
        ),
        "ViewBudget",
    ),
}
_PARTIQL = "PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete"

CALLS: Mapping[str, Mapping[str, str]] = {
    "s3": _S3,
    "s3express": {"HeadBucket": "CreateSession", "ListDirectoryBuckets": "ListAllMyDirectoryBuckets"},
    "bedrock": {
        "Converse": "InvokeModel",
        "ConverseStream": "InvokeModelWithResponseStream",
        "InvokeModelWithBidirectionalStream": "InvokeModel",
        "RetrieveAndGenerateStream": "RetrieveAndGenerate",
        "StartAsyncInvoke": "InvokeModel",
    },
    "budgets": _BUDGETS,
    "cassandra": {
        "CreateKeyspace": "Create",
        "CreateTable": "Create",
        "DropKeyspace": "Drop",
        "DropTable": "Drop",
        "AlterKeyspace": "Alter",
        "AlterTable": "Alter",
        "DeleteKeyspace": "Drop",
        "DeleteTable": "Drop",
        "GetKeyspace": "Select",
        "GetTable": "Select",
        "ListKeyspaces": "Select",
        "ListTables": "Select",
        "UpdateKeyspace": "Alter",
        "UpdateTable": "Alter",
    },
    "cloudfront": {"CreateDistributionWithTags": "CreateDistribution TagResource"},
    "cloudsearch": {"UploadDocuments": "document"},
    "dynamodb": {
        "BatchExecuteStatement": _PARTIQL,
        "ExecuteStatement": _PARTIQL,
        "ExecuteTransaction": _PARTIQL,
        "TransactGetItems": "GetItem",
        "TransactWriteItems": "ConditionCheckItem DeleteItem PutItem UpdateItem",
    },
    "kinesisanalytics": {
        "CreateSnapshot": "CreateApplicationSnapshot",
        "DeleteSnapshot": "DeleteApplicationSnapshot",
        "DescribeSnapshot": "DescribeApplicationSnapshot",
        "ListSnapshots": "ListApplicationSnapshots",
    },
    "lambda": {
        "GetLayerVersionByArn": "GetLayerVersion",
        "Invoke": "InvokeFunction",
        "InvokeAsync": "InvokeFunction",
        "InvokeWithResponseStream": "InvokeFunction",
    },
    "signin": dict.fromkeys(
        (
            *("CheckMfa", "ConsoleLogin", "CredentialChallenge", "CredentialVerification", "ExitRole"),
            *("GetSigninToken", "PasswordRecoveryCompleted", "PasswordRecoveryRequested", "RenewRole"),
            *("SwitchRole", "UserAuthentication", "EmailUpdated", "PasswordUpdated", "Federate", "Logout"),
        ),
        "",
    ),
    "sns": {"PublishBatch": "Publish"},
    "sqs": {
        "ChangeMessageVisibilityBatch": "ChangeMessageVisibility",
        "DeleteMessageBatch": "DeleteMessage",
        "SendMessageBatch": "SendMessage",
    },
    "sso": {"Authenticate": "", "GetRoleCredentials": "", "ListAccountRoles": "", "ListAccounts": "", "Logout": ""},
    "sso-oauth": {"CreateToken": "", "RegisterClient": "", "StartDeviceAuthorization": ""},
    "sts": {"GetCallerIdentity": "", "GetSessionToken": ""},
    "timestream": {"Query": "Select"},
    "verifiedpermissions": {
        "BatchIsAuthorized": "IsAuthorized",
        "BatchIsAuthorizedWithToken": "IsAuthorizedWithToken",
    },
    # What a service did by itself and recorded: nobody called it.
    "ec2": {"SharedSnapshotCopyInitiated": "", "SharedSnapshotVolumeCreated": "", "BidEvictedEvent": ""},
    "kms": {
        "DeleteKey": "",
        "KeyRotation": "",
        "ReEncrypt": "ReEncryptFrom ReEncryptTo",
        "RotateKey": "",
    },
    "secretsmanager": dict.fromkeys(
        (
            *("StartSecretVersionDelete", "CancelSecretVersionDelete", "EndSecretVersionDelete"),
            *("RotationStarted", "RotationAbandoned", "RotationFailed", "RotationSucceeded"),
            *("TestRotationStarted", "TestRotationSucceeded", "TestRotationFailed", "SecretVersionDeletion"),
        ),
        "",
    ),
}
"""By prefix and name of the call: the actions that it may be checked for, empty where it needs no permission."""

_VERBS: Mapping[str, str] = {
    **dict.fromkeys(("Get", "Export"), "GET"),
    **dict.fromkeys(("Create", "Generate", "Import", "Test"), "POST"),
    **dict.fromkeys(("Put", "Reimport", "Tag"), "PUT"),
    **dict.fromkeys(("Delete", "Flush", "Reset", "Untag"), "DELETE"),
    "Update": "PATCH",
}
"""API Gateway checks the HTTP method of a call: by the first word of its name."""


def of_event(source: str, name: str) -> tuple[str, ...] | Unknown:
    """Return the actions that a call may have been checked for, none where it needs no permission.

    `source` and `name` are CloudTrail's `eventSource` and `eventName`. A call for which no action is published is
    Unknown: it must not be taken for one that needs nothing.
    """
    prefixes = _prefixes(source)
    for call in dict.fromkeys((name, _EDITION.sub("", name))):
        for prefix in prefixes:
            found = _checked(prefix, call)
            if found is not None:
                return found
    return Unknown(f"no published action is known for the call {name} of {source}; look it up in the service's guide")


def _prefixes(source: str) -> tuple[str, ...]:
    host = source.lower().removesuffix(".cn").removesuffix(_HOST)
    plain = re.sub(r"^(api|data|runtime|controlplane|dataplane|query|ingest|admin)\.", "", host)
    return SOURCES.get(host) or SOURCES.get(plain) or (plain,)


def _checked(prefix: str, call: str) -> tuple[str, ...] | None:
    irregular = CALLS.get(prefix, {}).get(call)
    if irregular is not None:
        return tuple(f"{prefix}:{action}" for action in irregular.split())
    if actions.known(f"{prefix}:{call}"):
        return (actions.written(f"{prefix}:{call}"),)
    word = re.match(r"[A-Z][a-z]+", call) if prefix == "apigateway" else None
    verb = _VERBS.get(word[0]) if word else None
    return (f"apigateway:{verb}",) if verb else None
