"""Replaces the session keys: a new current key, the old one stays valid as the previous."""

import json
import os
import secrets as random
from typing import Any

import boto3

PREFIX = os.environ["SECRET_PREFIX"]
"""How the names of the shop's secrets begin."""

client = boto3.client("secretsmanager")


def handle(event: dict[str, str], context: Any) -> None:
    """Do one of the four steps Secrets Manager asks for."""
    secret, token, step = event["SecretId"], event["ClientRequestToken"], event["Step"]
    if not secret.partition(":secret:")[2].startswith(PREFIX):
        raise ValueError("This is not a secret of the shop.")
    versions = client.describe_secret(SecretId=secret)["VersionIdsToStages"]
    if token not in versions:
        raise ValueError("This version of the secret is not staged for rotation.")
    if "AWSCURRENT" in versions[token]:
        return
    if step == "createSecret":
        create(secret, token)
    elif step == "testSecret":
        test(secret, token)
    elif step == "finishSecret":
        finish(secret, token, versions)


def create(secret: str, token: str) -> None:
    """Stage a new key unless one is staged already."""
    try:
        client.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")
    except client.exceptions.ResourceNotFoundException:
        keys = {"current": random.token_urlsafe(48), "previous": current(secret)}
        client.put_secret_value(
            SecretId=secret, ClientRequestToken=token, SecretString=json.dumps(keys), VersionStages=["AWSPENDING"]
        )


def current(secret: str) -> str:
    """Return the key in use, empty before the first rotation."""
    try:
        return json.loads(client.get_secret_value(SecretId=secret, VersionStage="AWSCURRENT")["SecretString"])["current"]
    except client.exceptions.ResourceNotFoundException:
        return ""


def test(secret: str, token: str) -> None:
    """Raise unless the staged key is long enough."""
    staged = client.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")
    if len(json.loads(staged["SecretString"])["current"]) < 48:
        raise ValueError("The staged key is too short.")


def finish(secret: str, token: str, versions: dict[str, list[str]]) -> None:
    """Make the staged key the current one."""
    before = next((version for version, stages in versions.items() if "AWSCURRENT" in stages), None)
    arguments = {"RemoveFromVersionId": before} if before else {}
    client.update_secret_version_stage(SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=token, **arguments)
