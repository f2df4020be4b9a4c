"""Copies the exports of customers to the backup bucket, one version at a time."""

import os
from typing import Any

import boto3

SOURCE, TARGET = os.environ["SOURCE"], os.environ["TARGET"]
PREFIX = "exports/"
s3 = boto3.client("s3")


def handle(event: dict[str, Any], context: Any) -> dict[str, int]:
    """Copy what changed since the last copy; return how many objects that were."""
    copied = 0
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=SOURCE, Prefix=PREFIX):
        for item in page.get("Contents", []):
            if changed(item["Key"], item["LastModified"].timestamp()):
                s3.copy_object(Bucket=TARGET, Key=item["Key"], CopySource={"Bucket": SOURCE, "Key": item["Key"]})
                copied += 1
    return {"copied": copied}


def changed(key: str, modified: float) -> bool:
    """Return whether the copy of an object is missing or older."""
    found = s3.list_objects_v2(Bucket=TARGET, Prefix=key, MaxKeys=1).get("Contents", [])
    return not found or found[0]["Key"] != key or found[0]["LastModified"].timestamp() < modified
