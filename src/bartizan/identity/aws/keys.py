"""Condition keys as they are documented; in the engine they are in lower case, for case does not count.

Source: IAM user guide, "AWS global condition context keys"; service authorization reference.
"""

from __future__ import annotations

_DOCUMENTED = """
aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:ChatbotSourceArn aws:CurrentTime aws:EpochTime
aws:Ec2InstanceSourceVPC aws:Ec2InstanceSourcePrivateIPv4 aws:FederatedProvider aws:MultiFactorAuthAge
aws:MultiFactorAuthPresent aws:PrincipalAccount aws:PrincipalArn aws:PrincipalIsAWSService aws:PrincipalOrgID
aws:PrincipalOrgPaths aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalTag aws:PrincipalType
aws:Referer aws:RequestTag aws:RequestedRegion aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths
aws:ResourceTag aws:SecureTransport aws:SourceAccount aws:SourceArn aws:SourceIdentity aws:SourceIp aws:SourceOrgID
aws:SourceOrgPaths aws:SourceOwner aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:TagKeys aws:TokenIssueTime
aws:UserAgent aws:userid aws:username aws:ViaAWSService aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths aws:VpcSourceIp
iam:AWSServiceName iam:AssociatedResourceArn iam:PassedToService iam:PermissionsBoundary iam:PolicyARN iam:ResourceTag
kms:CallerAccount kms:EncryptionContext kms:EncryptionContextKeys kms:GrantIsForAWSResource kms:KeyOrigin kms:ViaService
lambda:FunctionArn lambda:FunctionUrlAuthType s3:DataAccessPointAccount s3:DataAccessPointArn s3:ExistingObjectTag
s3:RequestObjectTag s3:ResourceAccount sts:AWSServiceName sts:ExternalId sts:RoleSessionName sts:SourceIdentity
sts:TransitiveTagKeys
"""

_SPELLED = {name.lower(): name for name in _DOCUMENTED.split()}


def spelled(key: str) -> str:
    """Return a key as it is documented: `aws:MultiFactorAuthPresent`, `aws:PrincipalTag/team`."""
    name, slash, rest = key.partition("/")
    return f"{_SPELLED.get(name, name)}{slash}{rest}"
