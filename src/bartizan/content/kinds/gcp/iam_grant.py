"""Google Cloud IAM grants."""

from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Owner, Shown, Source, Unseen

EVERYONE = (
    "contains([].[member, members][][], 'allUsers') || contains([].[member, members][][], 'allAuthenticatedUsers')"
)
"""Whether one of several grants goes to everyone."""
ON = "not_null(service_account_id, org_id, folder, project)"
ON_RESOURCE = "not_null(bucket, crypto_key_id, key_ring_id, secret_id, topic, subscription, table_id, dataset_id, cloud_function, repository, service, instance_name, instance, cluster, queue, job, name, registry, database, tag_value, tag_key)"


class AnyGrant(Asset):
    """A role given to members on something."""

    role = Text("The role that is given.")
    members = Many("To whom: `user:ann@shop.example`, `serviceAccount:...`, `allUsers`.")
    conditional = Flag("It holds only under a condition.")
    condition = Text("When it holds, in the Common Expression Language; always, where it is not set.")
    on = Text("What it is on, as it is written there.")
    resource = Link(Asset, "What it is on.")
    project = Text("Id of the project that this is in, where it is said.")


class Grant(AnyGrant, kind="gcp.iam.grant"):
    """A role given to members on a project, a folder, an organisation or a service account."""

    wide = Flag("It counts for a whole project, folder or organisation.")


class ResourceGrant(AnyGrant, kind="gcp.iam.resource-grant"):
    """A role given to members on a single resource: a bucket, a key, a secret."""


FROM_TERRAFORM = Source(
    of=Grant,
    each=Block(
        "google_project_iam_member",
        "google_project_iam_binding",
        "google_folder_iam_member",
        "google_folder_iam_binding",
        "google_organization_iam_member",
        "google_organization_iam_binding",
        "google_service_account_iam_member",
        "google_service_account_iam_binding",
    ),
    reads={
        Grant.role: "role",
        Grant.members: "[member, members][] | [?@]",
        Grant.wide: "!service_account_id",
        Grant.conditional: "length(not_null(condition, `[]`)) > `0`",
        Grant.condition: "condition[0].expression",
        Grant.on: ON,
        Grant.resource: ON,
        Grant.project: "project",
    },
    shows=[
        Shown(
            text="""
resource "google_project_iam_member" "a" {
  project = "shop"
  role    = "roles/viewer"
  member  = "user:ann@shop.example"
}
""",
            gives=Grant(
                "google_project_iam_member.a",
                role="roles/viewer",
                members=frozenset({"user:ann@shop.example"}),
                wide=True,
                conditional=False,
                condition=None,
                on="shop",
                project="shop",
            ),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_service_account_iam_binding" "a" {
  service_account_id = google_service_account.web.name
  role               = "roles/owner"
  members            = ["allUsers", "serviceAccount:web@shop.iam.gserviceaccount.com"]
  condition {
    title      = "soon"
    expression = "true"
  }
}
""",
            gives=Grant(
                "google_service_account_iam_binding.a",
                role="roles/owner",
                members=frozenset({"allUsers", "serviceAccount:web@shop.iam.gserviceaccount.com"}),
                wide=False,
                conditional=True,
                condition="true",
                resource=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


POLICY_FROM_TERRAFORM = Source(
    of=Grant,
    each=Block(
        "google_project_iam_policy",
        "google_folder_iam_policy",
        "google_organization_iam_policy",
        "google_service_account_iam_policy",
        each="from_json(policy_data).bindings[]",
    ),
    reads={
        Grant.role: "role",
        Grant.members: "members",
        Grant.wide: Owner("!service_account_id"),
        Grant.conditional: "condition != `null`",
        Grant.condition: "condition.expression",
        Grant.on: Owner(ON),
        Grant.resource: Owner(ON),
        Grant.project: Owner("project"),
    },
    shows=[
        Shown(
            text="""
resource "google_project" "p" {
  name       = "shop"
  project_id = "shop"
}

data "google_iam_policy" "p" {
  binding {
    role    = "roles/editor"
    members = ["user:ann@shop.example"]
    condition {
      title      = "soon"
      expression = "true"
    }
  }
}

resource "google_project_iam_policy" "a" {
  project     = google_project.p.project_id
  policy_data = data.google_iam_policy.p.policy_data
}
""",
            gives=Grant(
                "google_project_iam_policy.a/policy_data/bindings/0",
                role="roles/editor",
                members=frozenset({"user:ann@shop.example"}),
                wide=True,
                conditional=True,
                condition="true",
                on="shop",
                resource=frozenset({"google_project.p"}),
                project="shop",
            ),
        ),
    ],
)


RESOURCE_FROM_TERRAFORM = Source(
    of=ResourceGrant,
    each=Block(
        "google_storage_bucket_iam_member",
        "google_storage_bucket_iam_binding",
        "google_secret_manager_secret_iam_member",
        "google_secret_manager_secret_iam_binding",
        "google_kms_crypto_key_iam_member",
        "google_kms_crypto_key_iam_binding",
        "google_kms_key_ring_iam_member",
        "google_kms_key_ring_iam_binding",
        "google_pubsub_topic_iam_member",
        "google_pubsub_topic_iam_binding",
        "google_pubsub_subscription_iam_member",
        "google_pubsub_subscription_iam_binding",
        "google_bigquery_dataset_iam_member",
        "google_bigquery_dataset_iam_binding",
        "google_bigquery_table_iam_member",
        "google_bigquery_table_iam_binding",
        "google_cloud_run_service_iam_member",
        "google_cloud_run_service_iam_binding",
        "google_cloud_run_v2_service_iam_member",
        "google_cloud_run_v2_service_iam_binding",
        "google_cloud_run_v2_job_iam_member",
        "google_cloud_run_v2_job_iam_binding",
        "google_cloudfunctions_function_iam_member",
        "google_cloudfunctions_function_iam_binding",
        "google_cloudfunctions2_function_iam_member",
        "google_cloudfunctions2_function_iam_binding",
        "google_artifact_registry_repository_iam_member",
        "google_artifact_registry_repository_iam_binding",
        "google_compute_instance_iam_member",
        "google_compute_instance_iam_binding",
        "google_spanner_instance_iam_member",
        "google_spanner_instance_iam_binding",
        "google_spanner_database_iam_member",
        "google_spanner_database_iam_binding",
        "google_bigtable_instance_iam_member",
        "google_bigtable_instance_iam_binding",
        "google_dataproc_cluster_iam_member",
        "google_dataproc_cluster_iam_binding",
        "google_cloud_tasks_queue_iam_member",
        "google_cloud_tasks_queue_iam_binding",
        "google_tags_tag_value_iam_member",
        "google_tags_tag_value_iam_binding",
        "google_tags_tag_key_iam_member",
        "google_tags_tag_key_iam_binding",
        "google_compute_subnetwork_iam_member",
        "google_compute_subnetwork_iam_binding",
        "google_compute_disk_iam_member",
        "google_compute_disk_iam_binding",
        "google_compute_image_iam_member",
        "google_compute_image_iam_binding",
        "google_dns_managed_zone_iam_member",
        "google_dns_managed_zone_iam_binding",
        "google_notebooks_instance_iam_member",
        "google_notebooks_instance_iam_binding",
        "google_workbench_instance_iam_member",
        "google_workbench_instance_iam_binding",
        "google_iap_web_iam_member",
        "google_iap_web_iam_binding",
        "google_iap_tunnel_instance_iam_member",
        "google_iap_tunnel_instance_iam_binding",
    ),
    reads={
        ResourceGrant.role: "role",
        ResourceGrant.members: "[member, members][] | [?@]",
        ResourceGrant.conditional: "length(not_null(condition, `[]`)) > `0`",
        ResourceGrant.condition: "condition[0].expression",
        ResourceGrant.on: ON_RESOURCE,
        ResourceGrant.resource: ON_RESOURCE,
        ResourceGrant.project: "project",
    },
    shows=[
        Shown(
            text="""
resource "google_storage_bucket" "b" {
  name     = "orders"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "a" {
  bucket = google_storage_bucket.b.name
  role   = "roles/storage.objectViewer"
  member = "user:ann@shop.example"
  condition {
    title      = "invoices"
    expression = "resource.name.startsWith('projects/_/buckets/orders/objects/invoices/')"
  }
}
""",
            gives=ResourceGrant(
                "google_storage_bucket_iam_member.a",
                role="roles/storage.objectViewer",
                members=frozenset({"user:ann@shop.example"}),
                conditional=True,
                condition="resource.name.startsWith('projects/_/buckets/orders/objects/invoices/')",
                on="orders",
                resource=frozenset({"google_storage_bucket.b"}),
                project=None,
            ),
        ),
        Shown(
            text="""
resource "google_secret_manager_secret_iam_binding" "a" {
  project   = "shop"
  secret_id = "db"
  role      = "roles/secretmanager.secretAccessor"
  members   = ["allAuthenticatedUsers"]
}
""",
            gives=ResourceGrant(
                "google_secret_manager_secret_iam_binding.a",
                members=frozenset({"allAuthenticatedUsers"}),
                conditional=False,
                condition=None,
                on="db",
                project="shop",
            ),
        ),
    ],
)


RESOURCE_POLICY_FROM_TERRAFORM = Source(
    of=ResourceGrant,
    each=Block(
        "google_storage_bucket_iam_policy",
        "google_secret_manager_secret_iam_policy",
        "google_kms_crypto_key_iam_policy",
        "google_kms_key_ring_iam_policy",
        "google_pubsub_topic_iam_policy",
        "google_pubsub_subscription_iam_policy",
        "google_bigquery_dataset_iam_policy",
        "google_bigquery_table_iam_policy",
        "google_cloud_run_service_iam_policy",
        "google_cloud_run_v2_service_iam_policy",
        "google_cloud_run_v2_job_iam_policy",
        "google_cloudfunctions_function_iam_policy",
        "google_cloudfunctions2_function_iam_policy",
        "google_artifact_registry_repository_iam_policy",
        "google_compute_instance_iam_policy",
        "google_spanner_instance_iam_policy",
        "google_spanner_database_iam_policy",
        "google_bigtable_instance_iam_policy",
        "google_dataproc_cluster_iam_policy",
        each="from_json(policy_data).bindings[]",
    ),
    reads={
        ResourceGrant.role: "role",
        ResourceGrant.members: "members",
        ResourceGrant.conditional: "condition != `null`",
        ResourceGrant.condition: "condition.expression",
        ResourceGrant.on: Owner(ON_RESOURCE),
        ResourceGrant.resource: Owner(ON_RESOURCE),
        ResourceGrant.project: Owner("project"),
    },
    shows=[
        Shown(
            text="""
resource "google_storage_bucket" "b" {
  name     = "orders"
  location = "EU"
}

resource "google_storage_bucket_iam_policy" "a" {
  bucket      = google_storage_bucket.b.name
  project     = "shop"
  policy_data = "{\\"bindings\\": [{\\"role\\": \\"roles/storage.admin\\", \\"members\\": [\\"user:ann@shop.example\\"], \\"condition\\": {\\"title\\": \\"x\\", \\"expression\\": \\"true\\"}}]}"
}
""",
            gives=ResourceGrant(
                "google_storage_bucket_iam_policy.a/policy_data/bindings/?0",
                role="roles/storage.admin",
                members=frozenset({"user:ann@shop.example"}),
                conditional=True,
                condition="true",
                on="orders",
                resource=frozenset({"google_storage_bucket.b"}),
                project="shop",
            ),
        ),
    ],
)


FROM_EXPORT = Source(
    of=Grant,
    each=Block("gcloud/wide-grant"),
    reads={
        Grant.role: "role",
        Grant.members: "members",
        Grant.wide: "!contains(on, '/serviceAccounts/')",
        Grant.conditional: "condition != `null`",
        Grant.condition: "condition.expression",
        Grant.on: "on",
        Grant.resource: "on",
        Grant.project: "project",
    },
    shows=[
        Shown(
            file="assets.json",
            text="""
[{"name": "//cloudresourcemanager.googleapis.com/projects/shop",
  "assetType": "cloudresourcemanager.googleapis.com/Project", "ancestors": ["projects/12", "folders/1"],
  "iamPolicy": {"bindings": [{"role": "roles/viewer", "members": ["user:ann@shop.example"],
    "condition": {"title": "soon", "expression": "true"}}]}}]
""",
            gives=Grant(
                "//cloudresourcemanager.googleapis.com/projects/shop#roles/viewer",
                role="roles/viewer",
                members=frozenset({"user:ann@shop.example"}),
                wide=True,
                conditional=True,
                condition="true",
                on="//cloudresourcemanager.googleapis.com/projects/shop",
                resource=frozenset({"//cloudresourcemanager.googleapis.com/projects/shop"}),
                project="shop",
            ),
        ),
    ],
)


RESOURCE_FROM_EXPORT = Source(
    of=ResourceGrant,
    each=Block("gcloud/grant"),
    reads={
        ResourceGrant.role: "role",
        ResourceGrant.members: "members",
        ResourceGrant.conditional: "condition != `null`",
        ResourceGrant.condition: "condition.expression",
        ResourceGrant.on: "on",
        ResourceGrant.resource: Unseen("an export of policies does not tell of the resources themselves"),
        ResourceGrant.project: "project",
    },
    shows=[
        Shown(
            file="policies.json",
            text="""
[{"resource": "//storage.googleapis.com/orders", "assetType": "storage.googleapis.com/Bucket",
  "project": "projects/12", "policy": {"bindings": [{"role": "roles/storage.admin", "members": ["allUsers"],
    "condition": {"title": "soon", "expression": "true"}}]}}]
""",
            gives=ResourceGrant(
                "//storage.googleapis.com/orders#roles/storage.admin",
                role="roles/storage.admin",
                members=frozenset({"allUsers"}),
                conditional=True,
                condition="true",
                on="//storage.googleapis.com/orders",
                project="12",
            ),
        ),
    ],
)
