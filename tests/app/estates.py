"""Small things to scan."""

OPEN_BUCKET = """Resources:
  Open:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
"""
SEALED_BUCKET = """Resources:
  Sealed:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
"""
RULE = "aws-s3-bucket-not-public"
