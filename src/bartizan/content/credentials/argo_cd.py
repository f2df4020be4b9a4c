"""Credentials of Argo CD."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ARGOCD_TOKEN = Credential(
    id="secret-argocd-token",
    title="Argo CD token",
    service="Argo CD",
    severity=Severity.HIGH,
    keywords=("argocd_", "argocd-token", "argocdtoken", "argocd-auth"),
    expression=after(r"argocd[\w-]{0,20}?token", "eyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{20,}"),
    entropy=3.0,
    check="jwt",
    grants="Whoever holds it deploys what the account may.",
    revoke="Delete it with argocd account delete-token.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "ARGOCD_AUTH_TOKEN=ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·Jpc3MiOiJhcmdvY2QiLCJqdGkiOiJ"
            "iMSIsIm5iZiI6MTcxMjM0NTY3OCwic3ViIjoiZGVwbG95ZXI6YXBpS2V5In0.eQCOB6Hpb8YmI5jOtujZDrcFWJd"
            "UKTC6fWS06zLxeau"
        ),
    ),
    ignores=("ARG·OCD_AUTH_TOKEN=$ARGOCD_AUTH_TOKEN",),
)
