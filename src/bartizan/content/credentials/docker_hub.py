"""Credentials of Docker Hub."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DOCKER_HUB_TOKEN = Credential(
    id="secret-docker-hub-token",
    title="Docker Hub personal access token",
    service="Docker Hub",
    severity=Severity.CRITICAL,
    keywords=("dckr_pat_",),
    expression=dashed(r"dckr_pat_[0-9A-Za-z_-]{27}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it pulls private images, and replaces those that others run.",
    revoke=("Delete it under Account settings, Personal access tokens, and compare the digests of what was pushed."),
    source="https://docs.docker.com/security/access-tokens/",
    finds=("docker login -u harbour -p dckr_pat_UOe·Cqc4mGym2CjBXl0RdpUy3svV",),
    ignores=(
        "docker login -u harbour -p dckr_pat_012·3456789abcdefghijklmnopq",
        "docker login -u harbour -p dckr_pat_Rda·I8fDey7Hnb",
    ),
)

DOCKER_HUB_ORGANIZATION_TOKEN = Credential(
    id="secret-docker-hub-organization-token",
    title="Docker Hub organization access token",
    service="Docker Hub",
    severity=Severity.CRITICAL,
    keywords=("dckr_oat_",),
    expression=dashed(r"dckr_oat_[0-9A-Za-z_-]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it pulls and pushes the images of the organization.",
    revoke="Delete it in the Admin Console under Access tokens.",
    source="https://docs.docker.com/enterprise/security/access-tokens/",
    finds=("DOCKER_TOKEN: dckr_oat_gAF·UB2WdjAxPHbBQdFjE5bUQqKj2dUmo",),
    ignores=(
        "DOCKER_TOKEN: dckr_oat_012·3456789abcdefghijklmnopqrstuv",
        "DOCKER_TOKEN: dckr_oat_0xQ·3i89h3aL9LrLZ",
    ),
)
