"""Kubernetes service accounts, and the bindings that give them roles."""

from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.content.kinds.kubernetes.role import Role
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Inverse, Shown, Source, Unseen


class ServiceAccount(Actor, kind="kubernetes.service-account"):
    """The identity that the processes of a pod act as."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    mounts_token = Flag("Pods that use it get its token, unless they say otherwise.")
    cloud_role = Text("The cloud identity it may become: an AWS role, a GCP service account or an Azure client id.")
    acts_as = Link(Asset, "Cloud identities that it may become, by its annotation and by whom they trust.")
    bindings = Link(lambda: RoleBinding, "The bindings that name it; others may reach it by a group.")


class RoleBinding(Asset, kind="kubernetes.role-binding"):
    """Gives a role to subjects, in one namespace or in the whole cluster."""

    name = Text("Its name.")
    namespace = Text("The namespace it counts in, where it is no cluster role binding.")
    cluster_wide = Flag("It is a cluster role binding: it counts in every namespace.")
    role = Text("The name of the role that is given.")
    role_kind = Text("Role or ClusterRole.")
    subjects = Many("To whom: `User/ann`, `Group/system:masters`, `ServiceAccount/shop/web`.")
    accounts = Link(ServiceAccount, "The service accounts among its subjects.")
    gives = Link(Role, "The role that is given.")


FROM_MANIFEST = Source(
    of=ServiceAccount,
    each=Block("ServiceAccount"),
    reads={
        **ROUTES,
        ServiceAccount.name: "metadata.name",
        ServiceAccount.namespace: "not_null(metadata.namespace, 'default')",
        ServiceAccount.mounts_token: "flag(not_null(automountServiceAccountToken, `true`))",
        ServiceAccount.acts_as: Unseen("cloud identities are declared elsewhere", later=True),
        ServiceAccount.cloud_role: (
            'not_null(metadata.annotations."eks.amazonaws.com/role-arn", '
            'metadata.annotations."iam.gke.io/gcp-service-account", '
            'metadata.annotations."azure.workload.identity/client-id")'
        ),
        ServiceAccount.bindings: Inverse(RoleBinding.accounts),
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
