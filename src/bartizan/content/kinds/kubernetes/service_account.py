"""Kubernetes service accounts."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class ServiceAccount(Asset, kind="kubernetes.service-account"):
    """The identity that the processes of a pod act as."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    mounts_token = Flag("Pods that use it get its token, unless they say otherwise.")
    cloud_role = Text("The cloud identity it may become: an AWS role, a GCP service account or an Azure client id.")


FROM_MANIFEST = Source(
    of=ServiceAccount,
    each=Block("ServiceAccount"),
    reads={
        ServiceAccount.name: "metadata.name",
        ServiceAccount.namespace: "not_null(metadata.namespace, 'default')",
        ServiceAccount.mounts_token: "flag(not_null(automountServiceAccountToken, `true`))",
        ServiceAccount.cloud_role: (
            'not_null(metadata.annotations."eks.amazonaws.com/role-arn", '
            'metadata.annotations."iam.gke.io/gcp-service-account", '
            'metadata.annotations."azure.workload.identity/client-id")'
        ),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n",
            gives=ServiceAccount(
                "default/ServiceAccount/web", name="web", namespace="default", mounts_token=True, cloud_role=None
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
  annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/web"}
automountServiceAccountToken: false
""",
            gives=ServiceAccount(
                "shop/ServiceAccount/web",
                namespace="shop",
                mounts_token=False,
                cloud_role="arn:aws:iam::111122223333:role/web",
            ),
        ),
    ],
)
