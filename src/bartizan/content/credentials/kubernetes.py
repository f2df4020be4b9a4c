"""Credentials of Kubernetes."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

KUBERNETES_TOKEN = Credential(
    id="secret-kubernetes-token",
    title="Kubernetes service account token",
    service="Kubernetes",
    severity=Severity.HIGH,
    keywords=("eyj",),
    expression=token(r"eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}"),
    entropy=3.0,
    check="jwt-kubernetes",
    grants=(
        "Whoever holds it and reaches the cluster acts as the service account: those of the older form do not end."
    ),
    revoke="Delete the secret it is kept in, or the service account.",
    source="https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/",
    finds=(
        (
            "token: ey·JhbGciOiJSUzI1NiIsImtpZCI6Img0WG4ifQ.ey·Jpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2Nv"
            "dW50Iiwia3ViZXJuZXRlcy5pby9zZXJ2aWNlYWNjb3VudC9uYW1lc3BhY2UiOiJrdWJlLXN5c3RlbSIsImt1YmVy"
            "bmV0ZXMuaW8vc2VydmljZWFjY291bnQvc2VydmljZS1hY2NvdW50Lm5hbWUiOiJkZXBsb3llciIsInN1YiI6InN5"
            "c3RlbTpzZXJ2aWNlYWNjb3VudDprdWJlLXN5c3RlbTpkZXBsb3llciJ9.4inBOUz3-90T5n4g1c755_5HtTc919c"
            "fGaz1pBzZNbN3Riwki3qeJbxY_d7XWo2hYjmzkMsOpYBgH_b7zPsMc8"
        ),
    ),
    ignores=(
        (
            "token: ey·JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey·JzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG"
            "4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.69i1XUIuEVJnJn02B7x4WKD3T9rNc1lmsPSgU_ggYzO"
        ),
    ),
)

KUBERNETES_BOOTSTRAP_TOKEN = Credential(
    id="secret-kubernetes-bootstrap-token",
    title="kubeadm bootstrap token",
    service="Kubernetes",
    severity=Severity.HIGH,
    keywords=("kubeadm", "bootstrap", "--token"),
    expression=(
        r"(?i:kubeadm join[^\r\n]{0,80}--token[ =]|bootstrap[\w-]{0,10}token[\"']?\s{0,3}[:=]\s{0,3}"
        r"[\"']?)(?P<secret>[0-9a-z]{6}\.[0-9a-z]{16})\b"
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and reaches the API server joins a machine to the cluster, while the token lasts.",
    revoke="Delete it with kubeadm token delete.",
    source="https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
    finds=("kubeadm join 10.0.0.4:6443 --token lyu·h1v.f9q·ipp2yaixgtzby",),
    ignores=(
        "kub·eadm join 10.0.0.4:6443 --token abcdef.0123456789abcdef",
        "kubeadm join 10.0.0.4:6443 --token abc·def.abc·defghijklmnop",
        "kubeadm join 10.0.0.4:6443 --token 3·6b.r0j·vd4x2",
    ),
)

KUBERNETES_CLIENT_KEY = Credential(
    id="secret-kubernetes-client-key",
    title="client key in a kubeconfig file",
    service="Kubernetes",
    severity=Severity.CRITICAL,
    keywords=("client-key-data",),
    expression=r"client-key-data[\"']?\s{0,4}:\s{0,4}[\"']?(?P<secret>LS0tLS1CRUdJTi[0-9A-Za-z+/]{200,}={0,2})",
    entropy=4.0,
    check="encoded-key-file",
    grants=(
        "Whoever holds it and reaches the cluster acts as the user of the certificate: that of an "
        "administrator does everything and can not be revoked."
    ),
    revoke=("Bind the rights of the user away, and replace the certificate authority if it was an administrator."),
    source="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/",
    finds=(
        (
            "client-key-data: LS0tL·S1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUNkd0lCQURBTkJna3Foa2lHOXcwQk"
            "FRRUZBQVNDQW1Fd2dnSmRBZ0VBQW9HQkFNSzlNMmRrL05iZHg2MWEKZkNYYitMeUE1RitXcVJuaWVjblJXaVl3Yk"
            "xqcUpodlJCS2JjR29oTWdJdDNGenFReG9wcGQ2NXJMczFLSW14TApPbzhaL0lhTkFiQUx3U1BMVFdVQ05lOExXRV"
            "E2bXZ4SmV5U2FxTkxPamI5dTVUWUFGTlVuVURObkd6bGQrYVBaCnI0clFocy82S3FHQkQ5VFVvN0ZhMUlEMCtyZE"
            "xBZ01CQUFFQ2dZRUF2ZG5laDJwNDVMRUt2Z0o5RGh2Si8xeFoKU0tlRTdHdFMrR0pWVk8zWTBOM1ZrVURSSEN0dz"
            "RuaFN5YVNzekxmZ0Y0aUMyVlE5S0g2aDJKbnUyUndvaHdCdApMZGQrZzlkSnVUeFVxYVNZRk9STDF0WDBCU2JzdH"
            "ZEcWlvbERCUFM2Q0dpc0pMbitacnoyeXkxYmpKOHFlZUNSCnlHY1E2VFpDMW81ay9sREN2K0VDUVFEcm5ZQlVkNW"
            "5qNjF5Nm0zNHFUNys0MUpDbEVZR0xsNjlnaHozRjdSV0IKdVdUd285YnRiS2YrWlhGZ29STm5IZ1c1S2VyMGRQS2"
            "VHV0JCditUNXZoYi9Ba0VBMDVaYnBMWGlXWkhDUDlLVApaWEVhcWEzelhqd2JrZ2hRNkhNNFdtWC8zUkNtem84ej"
            "BubW8zeDJ4VDNCNjNOc1RJZm5OTVNwYlRQcGJ6SkcyCnJPaUx0UUpBU3F6QmRvUHRoem9hU3A1cmp6ZDFXVHd0bD"
            "lPRGpsMkYzUDhnQ2ZJSlJmTWZWZEZubGhwQTZEVDQKaVJxa0RxT0tSdFJOUGlzdWxnTU82ZWZLeDRpQ3V3SkJBTG"
            "xENW1xS2QrOUZtWGlZd1VjSmlmY1l3UWU2U2NuTQpUa3U2MTVVUHlzR2VXdkJ5bzBXZ0VTV0xzajJFbDQvYW94NF"
            "V4SDVRUURGZTVoSnhaQ3B5VkNFQ1FINXZJcnhMCm11eVZBZjlGVzBhYlNsOHV1MnZBbkpJTkVBQWxJc1BiQkR6UE"
            "5BamdtazJCVi9iS3NwbGJ5VUNtVTVOSWwzZjAKNk9sNmp1clo2QXp1bFZFPQotLS0tLUVORCBQUklWQVRFIEtFWS"
            "0tLS0tCg=="
        ),
    ),
    ignores=("client-·key-data: REDACTED",),
)

KUBERNETES_PASSWORD = Credential(
    id="secret-kubernetes-password",
    title="password in a kubeconfig file",
    service="Kubernetes",
    severity=Severity.MEDIUM,
    keywords=("client-certificate-data", "clusters:"),
    expression=(
        r"(?m)^[ \t]*(?:- )?name:[^\r\n]{1,80}\r?\n[ \t]*user:\r?\n"
        r"(?:[ \t]+[a-z-]{3,30}:[^\r\n]{0,200}\r?\n){0,3}?[ \t]+password:[ \t]*[\"']?"
        r"(?P<secret>[^\s\"']{6,120})"
    ),
    entropy=2.5,
    check="password",
    grants="Whoever holds it and reaches the cluster acts as the user.",
    revoke="Change it, and sign in in another way.",
    source="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/",
    finds=(("clus·ters: []\nusers:\n- name: keeper\n  user:\n    username: keeper\n    password: fUS·qNAdND2higUkr"),),
    ignores=(("clusters: []\nusers:\n- name: keeper\n  user:\n    username: keeper\n    password: 012·3456789abcdef"),),
)
