"""Credentials of MinIO."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MINIO_SECRET = Credential(
    id="secret-minio-secret",
    title="MinIO root password",
    service="MinIO",
    severity=Severity.CRITICAL,
    keywords=("minio",),
    expression=(
        r"(?i:minio_(?:root_password|secret_key)[\"']?\s{0,4}[:=]\s{0,4}[\"']?)"
        r"(?P<secret>[^\s\"'`;,]{8,100})"
    ),
    entropy=2.8,
    check="bare-password",
    grants="Whoever holds it and reaches the store reads, changes and deletes all that is in it.",
    revoke="Change it, and make keys of fewer rights for programs.",
    source="https://min.io/docs/minio/linux/reference/minio-server/settings/root-credentials.html",
    finds=("MI·NIO_ROOT_PASSWORD=eK9·p4anGjKNimrDl6lj0",),
    ignores=(
        "MI·NIO_ROOT_PASSWORD=minioadmin",
        "MI·NIO_ROOT_PASSWORD=${MINIO_PASSWORD}",
        "MINIO_ROOT_PASSWORD=012·3456789abcdefghij",
    ),
)
