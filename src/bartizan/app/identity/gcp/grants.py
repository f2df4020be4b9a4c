"""Google Cloud grants and deny rules of a graph: on what each is, and what it says.

In Terraform, three kinds of resources grant: a policy replaces all that is granted on something, a binding all members
of one role, a member adds one. Where two of them contradict each other, what is lost depends on which is applied last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from bartizan.app.identity.gcp.names import MANAGER, Names
from bartizan.content.kinds.gcp.iam_deny import DenyRule
from bartizan.content.kinds.gcp.iam_grant import AnyGrant
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.core.truth import Ref, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.gcp import estate as model
from bartizan.identity.hole import hole

_AUTOMATIC = "default accounts get roles/editor when their service is enabled, unless the organisation forbids it"


def bindings(graph: Graph, names: Names) -> dict[str, list[model.Binding]]:
    """Return the bindings on each node, by its id; under the empty text those of which it is not known on what."""
    found: dict[str, list[tuple[str, model.Binding]]] = defaultdict(list)
    for grant in graph.of(AnyGrant):
        found[_on(grant, graph, names)].append((grant.source, _binding(grant, names)))
    settled = {id: _settled(each) for id, each in found.items()}
    for id, binding in _given(graph, names):
        if not any("_iam_policy" in source for source, _ in found.get(id, ())):
            settled.setdefault(id, []).append(binding)
    return settled


def _binding(grant: AnyGrant, names: Names) -> model.Binding:
    members, doubt = led_to(grant.members)
    condition = None if grant.conditional is False else grant.condition
    if condition is None and grant.conditional is True:
        condition = Unknown("it could not be read")
    if isinstance(condition, Unknown) and condition.present:
        condition = names.text(condition, grant.id, "")
    return model.Binding(
        source=grant.id,
        role=names.text(grant.role, grant.id, f"{grant.id}|role"),
        members=tuple(names.member_of(str(each), grant.id) for each in sorted(members, key=str)),
        more=() if doubt is None else (f"not all members of {grant.id} could be seen: {doubt.why}",),
        condition=names.text(condition, grant.id, "")
        if isinstance(condition, Unknown) and condition.present
        else condition,
    )


def _settled(found: list[tuple[str, model.Binding]]) -> list[model.Binding]:
    """Return bindings, those doubted that another resource replaces."""
    policy = next((binding.source for source, binding in found if source.endswith("_iam_policy")), "")
    roles = {(b.role, str(b.condition)): b.source for source, b in found if source.endswith("_iam_binding")}
    made = []
    for source, binding in found:
        over = "" if source.endswith("_iam_policy") else policy
        if source.endswith("_iam_member"):
            over = over or roles.get((binding.role, str(binding.condition)), "")
        made.append(replace(binding, doubt=f"{over} replaces what it grants") if over else binding)
    return made


def _given(graph: Graph, names: Names) -> Iterator[tuple[str, model.Binding]]:
    """Yield what Google grants by itself: to basic roles on a new bucket, to default service accounts.

    Sources: "Basic roles for Cloud Storage"; "Default service accounts".
    """
    for bucket in graph.of(Bucket):
        home = names.home(bucket.id)
        for role, who in (
            ("legacyBucketOwner", ("projectOwner", "projectEditor")),
            ("legacyObjectOwner", ("projectOwner", "projectEditor")),
            ("legacyBucketReader", ("projectViewer",)),
            ("legacyObjectReader", ("projectViewer",)),
        ):
            members = tuple(f"{each}:{home}" for each in who)
            stage = "default policy of a bucket"
            uniform = bucket.uniform_access is True or role.startswith("legacyBucket")
            doubt = "" if uniform else "without uniform access, the ACLs of objects decide"
            yield (
                bucket.id,
                model.Binding(
                    source=bucket.id, role=f"roles/storage.{role}", members=members, stage=stage, doubt=doubt
                ),
            )
    for account in graph.of(ServiceAccount):
        if account.default is True and account.source.startswith("data."):
            member = f"serviceAccount:{names.address(account.id)}"
            binding = model.Binding(
                source=account.id, attribute="default", role="roles/editor", members=(member,), doubt=_AUTOMATIC
            )
            yield names.parent(account.id), replace(binding, stage="automatic grant")


def _on(grant: AnyGrant, graph: Graph, names: Names) -> str:
    """Return the id of the node that a grant is on; empty where that is not known."""
    linked, doubt = led_to(grant.resource)
    if linked and doubt is None:
        return next(iter(linked))
    value = grant.on
    if isinstance(value, Ref):
        asset = names.at(value.address, grant.id)
        if asset is not None and names.full(asset.id):
            return asset.id
    if value is None:  # the provider's project is meant
        return names.container(f"projects/{names.default(grant.id)}") if "project" in grant.source else ""
    if isinstance(value, Unknown) and not value.present and "_project_iam_" not in grant.source:
        return ""
    return _named(names.text(value, grant.id, ""), grant, graph, names)


def _named(text: str, grant: AnyGrant, graph: Graph, names: Names) -> str:
    """Return the node that a text means, by the kind of resource that the grant is."""
    if text.startswith("//"):
        return (
            text
            if graph.get(text) is not None or not text.startswith(MANAGER)
            else names.container(text.removeprefix(MANAGER))
        )
    kind = grant.source
    if kind.startswith("google_project_iam"):
        return names.container(f"projects/{text.removeprefix('projects/')}")
    if kind.startswith("google_folder_iam"):
        return names.container(f"folders/{text.removeprefix('folders/')}")
    if kind.startswith("google_organization_iam"):
        return names.container(f"organizations/{text.removeprefix('organizations/')}")
    if kind.startswith("google_service_account_iam"):
        return _account(text, graph, names)
    if kind.startswith("google_storage_bucket_iam"):
        return f"//storage.googleapis.com/{text.removeprefix('b/')}"
    service, collection = _PLACES.get(re.sub(r"_iam_(member|binding|policy)$", "", kind), ("", ""))
    if not service:
        return ""
    if text.startswith("projects/"):
        return f"//{service}.googleapis.com/{text}"
    within = "" if service in _GLOBAL else f"locations/{hole(f'{grant.id}|location')}/"
    return f"//{service}.googleapis.com/projects/{names.home(grant.id)}/{within}{collection}/{text}"


_GLOBAL = frozenset({"secretmanager", "pubsub", "bigquery", "dns"})
_PLACES = {
    "google_secret_manager_secret": ("secretmanager", "secrets"),
    "google_pubsub_topic": ("pubsub", "topics"),
    "google_pubsub_subscription": ("pubsub", "subscriptions"),
    "google_bigquery_dataset": ("bigquery", "datasets"),
    "google_bigquery_table": ("bigquery", "tables"),
    "google_kms_crypto_key": ("cloudkms", "cryptoKeys"),
    "google_kms_key_ring": ("cloudkms", "keyRings"),
    "google_cloud_run_service": ("run", "services"),
    "google_cloud_run_v2_service": ("run", "services"),
    "google_cloud_run_v2_job": ("run", "jobs"),
    "google_cloudfunctions_function": ("cloudfunctions", "functions"),
    "google_cloudfunctions2_function": ("cloudfunctions", "functions"),
    "google_artifact_registry_repository": ("artifactregistry", "repositories"),
    "google_compute_instance": ("compute", "instances"),
    "google_compute_subnetwork": ("compute", "subnetworks"),
    "google_compute_disk": ("compute", "disks"),
    "google_compute_image": ("compute", "images"),
    "google_spanner_instance": ("spanner", "instances"),
    "google_spanner_database": ("spanner", "databases"),
    "google_bigtable_instance": ("bigtableadmin", "instances"),
    "google_dataproc_cluster": ("dataproc", "clusters"),
    "google_cloud_tasks_queue": ("cloudtasks", "queues"),
    "google_dns_managed_zone": ("dns", "managedZones"),
    "google_notebooks_instance": ("notebooks", "instances"),
    "google_workbench_instance": ("notebooks", "instances"),
    "google_iap_web": ("iap", "iap_web"),
    "google_iap_tunnel_instance": ("compute", "instances"),
}
"""By the Terraform resource that grants: the service, and the collection that is granted on."""


def _account(text: str, graph: Graph, names: Names) -> str:
    email = text.rpartition("/")[2].lower()
    found = next((each.id for each in graph.of(ServiceAccount) if names.address(each.id) == email), None)
    project = email.partition("@")[2].partition(".")[0]
    return found or f"//iam.googleapis.com/projects/{project}/serviceAccounts/{email}"


def denies(graph: Graph, names: Names) -> dict[str, list[model.DenyRule]]:
    """Return the deny rules on each node, by its id."""
    found: dict[str, list[model.DenyRule]] = defaultdict(list)
    for rule in graph.of(DenyRule):
        found[_attached(rule, graph, names)].append(_deny(rule, names))
    return found


def _attached(rule: DenyRule, graph: Graph, names: Names) -> str:
    """Return the id of what a deny policy is attached to; its name is percent-encoded in the policy's."""
    if isinstance(rule.parent, Unknown) and not rule.parent.present:
        return ""
    text = unquote(names.text(rule.parent, rule.id, f"{rule.id}|parent"))
    found = re.search(r"(projects|folders|organizations)/(.+)$", text)
    return names.container(found[0]) if found else text if graph.get(text) is not None else ""


def _deny(rule: DenyRule, names: Names) -> model.DenyRule:
    unseen: list[str] = []

    def listed(name: str) -> tuple[str, ...]:
        value = rule.read(name)
        held, doubt = led_to(value)
        if doubt is not None:
            unseen.append(f"not all {name.replace('_', ' ')} of {rule.id} could be seen: {doubt.why}")
        return tuple(names.member_of(str(each), rule.id) for each in sorted(held, key=str))

    condition = rule.condition
    return model.DenyRule(
        source=rule.id,
        principals=listed("principals"),
        excepted_principals=listed("excepted_principals"),
        permissions=listed("permissions"),
        excepted_permissions=listed("excepted_permissions"),
        condition=condition,
        unseen=tuple(unseen),
    )
