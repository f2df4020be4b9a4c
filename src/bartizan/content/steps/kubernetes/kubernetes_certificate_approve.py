"""Approve a certificate for any user."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import CERTIFICATES, account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-certificate-approve",
    title="Approve a certificate for any user",
    technique="T1649",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(
                actions=(
                    "create certificates.k8s.io/certificatesigningrequests",
                    "update certificates.k8s.io/certificatesigningrequests/approval",
                ),
                upon=Upon.NEW,
            ),
            Use(
                actions=("approve certificates.k8s.io/signers",),
                upon=Upon.NEW,
                resource="kubernetes.io/kube-apiserver-client",
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "A client certificate says who its holder is. Whoever may ask for one and approve it can be any user, "
        "of any group but system:masters."
    ),
    fix=(
        "Take `approve` on the signer, or the subresource `approval`, out of the role; name the signers that "
        "are needed."
    ),
    reaches=[
        account(
            "web",
            allow("create", "certificatesigningrequests", group=CERTIFICATES),
            allow("update", "certificatesigningrequests/approval", group=CERTIFICATES),
            allow("approve", "signers", group=CERTIFICATES, names="kubernetes.io/kube-apiserver-client"),
            everywhere=True,
        ),
        account("web", allow("create update approve", "*", group=CERTIFICATES), everywhere=True),
    ],
    blocked=[
        account(
            "web",
            allow("create", "certificatesigningrequests", group=CERTIFICATES),
            allow("update", "certificatesigningrequests/approval", group=CERTIFICATES),
            allow("approve", "signers", group=CERTIFICATES, names="kubernetes.io/kubelet-serving"),
            everywhere=True,
        ),
        account("web", allow("create", "certificatesigningrequests", group=CERTIFICATES), everywhere=True),
    ],
)
