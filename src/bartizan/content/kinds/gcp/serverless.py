"""Google Cloud functions, Cloud Run services and what they hear of."""

from bartizan.content.kinds.data_store import LABELS, DataStore
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.iam_grant import EVERYONE
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.network import Network
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.content.kinds.software.application import Application
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Beside, Block, First, Shown, Source, Through


class RunService(
    Resource,
    Runner,
    kind="gcp.run.service",
    identifier="//run.googleapis.com/projects/{project}/locations/{region}/services/{name}",
):
    """A container that is run on demand."""

    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    name = Text("Its name.")
    public = Flag("Everyone may call it.")
    ingress = Text("Who may reach it, in small letters: all, internal ..., or internal ... with load balancers.")
    networks = Link(Network, "The network that it opens connections from, where it is joined to one.")


class Function(
    Resource,
    Runner,
    kind="gcp.functions.function",
    identifier="//cloudfunctions.googleapis.com/projects/{project}/locations/{region}/functions/{name}",
):
    """Code that is run on demand."""

    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    name = Text("Its name.")
    public = Flag("Everyone may call it.")
    literal_secrets = Flag("A variable that is named like a secret has its value in the source.")
    ingress = Text("Who may reach it: ALLOW_ALL, ALLOW_INTERNAL_ONLY, ALLOW_INTERNAL_AND_GCLB.")
    networks = Link(Network, "The network that it opens connections from, where it is joined to one.")


class Topic(
    Resource, DataStore, kind="gcp.pubsub.topic", identifier="//pubsub.googleapis.com/projects/{project}/topics/{name}"
):
    """Where messages are published."""

    name = Text("Its name.")
    public = Flag("A grant on it goes to everyone.")
    own_key = Flag("Messages are encrypted with a key of the customer.")


class Repository(
    Resource,
    DataStore,
    kind="gcp.artifact.repository",
    identifier="//artifactregistry.googleapis.com/projects/{project}/locations/{region}/repositories/{name}",
):
    """Keeps images and packages."""

    name = Text("Its name.")
    public = Flag("A grant on it goes to everyone.")
    immutable = Flag("A tag cannot be moved.")
    applications = Link(Application, "What its images hold, where they are built here.", derived=True)
    own_key = Flag("It is encrypted with a key of the customer.")


FROM_TERRAFORM = Source(
    of=RunService,
    each=Block("google_cloud_run_service", "google_cloud_run_v2_service"),
    names=("name",),
    reads={
        RunService.ingress: "replace(lower(not_null(ingress, metadata[0].annotations.\"run.googleapis.com/ingress\", 'all')), 'ingress_traffic_', '')",
        RunService.networks: First(
            "not_null(template[0].vpc_access[0].network_interfaces, `[]`)[].network || `null`",
            Through(
                by='[template[0].vpc_access[0].connector, template[0].metadata[0].annotations."run.googleapis.com/vpc-access-connector"] | [?@] | [0]',
                read="network",
            ),
        ),
        RunService.account: "not_null(template[0].service_account, template[0].spec[0].service_account_name)",
        RunService.project: "project",
        RunService.name: "name",
        RunService.public: Beside(
            types=(
                "google_cloud_run_service_iam_member",
                "google_cloud_run_service_iam_binding",
                "google_cloud_run_v2_service_iam_member",
                "google_cloud_run_v2_service_iam_binding",
            ),
            on="[service, name]",
            read=EVERYONE,
            all=True,
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
resource "google_cloud_run_v2_service" "a" {
  name = "a"
}
""",
            gives=RunService("google_cloud_run_v2_service.a", name="a", public=False),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_cloud_run_v2_service" "a" {
  template {
    service_account = google_service_account.web.email
  }
  project = "shop"
  name = "a"
}

resource "google_cloud_run_v2_service_iam_member" "a" {
  name   = google_cloud_run_v2_service.a.name
  role   = "roles/run.invoker"
  member = "allUsers"
}
""",
            gives=RunService(
                "google_cloud_run_v2_service.a",
                account=frozenset({"google_service_account.web"}),
                project="shop",
                name="a",
                public=True,
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_vpc_access_connector" "c" {
  name    = "c"
  network = google_compute_network.n.name
}

resource "google_cloud_run_v2_service" "a" {
  name    = "a"
  ingress = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
  template {
    vpc_access {
      connector = google_vpc_access_connector.c.id
    }
  }
}
""",
            gives=RunService(
                "google_cloud_run_v2_service.a",
                ingress="internal_load_balancer",
                networks=frozenset({"google_compute_network.n"}),
            ),
        ),
    ],
)


FUNCTION_FROM_TERRAFORM = Source(
    of=Function,
    each=Block("google_cloudfunctions_function", "google_cloudfunctions2_function"),
    names=("name",),
    reads={
        Function.networks: Through(by="not_null(vpc_connector, service_config[0].vpc_connector)", read="network"),
        Function.account: "not_null(service_account_email, service_config[0].service_account_email)",
        Function.project: "project",
        Function.name: "name",
        Function.public: Beside(
            types=(
                "google_cloudfunctions_function_iam_member",
                "google_cloudfunctions_function_iam_binding",
                "google_cloudfunctions2_function_iam_member",
                "google_cloudfunctions2_function_iam_binding",
            ),
            on="cloud_function",
            read=EVERYONE,
            all=True,
            none=False,
        ),
        Function.literal_secrets: "length(entries(not_null(environment_variables, service_config[0].environment_variables, `{}`))[?matches(key, '(?i)(passw(or)?d|secret|token|api_?key|access_?key|private_?key|credential)') && type(value) == 'string' && value != '']) > `0`",
        Function.ingress: "not_null(ingress_settings, service_config[0].ingress_settings, 'ALLOW_ALL')",
    },
    shows=[
        Shown(
            text="""
resource "google_cloudfunctions_function" "a" {
  name    = "a"
  runtime = "python312"
}
""",
            gives=Function(
                "google_cloudfunctions_function.a", name="a", public=False, literal_secrets=False, ingress="ALLOW_ALL"
            ),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_cloudfunctions_function" "a" {
  service_account_email = google_service_account.web.email
  project = "shop"
  name                  = "a"
  runtime               = "python312"
  ingress_settings      = "ALLOW_INTERNAL_ONLY"
  environment_variables = { DB_PASSWORD = "hunter2" }
}

resource "google_cloudfunctions_function_iam_member" "a" {
  cloud_function = google_cloudfunctions_function.a.name
  role           = "roles/cloudfunctions.invoker"
  member         = "allUsers"
}
""",
            gives=Function(
                "google_cloudfunctions_function.a",
                account=frozenset({"google_service_account.web"}),
                project="shop",
                name="a",
                public=True,
                literal_secrets=True,
                ingress="ALLOW_INTERNAL_ONLY",
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_vpc_access_connector" "c" {
  name    = "c"
  network = google_compute_network.n.name
}

resource "google_cloudfunctions_function" "a" {
  name          = "a"
  vpc_connector = google_vpc_access_connector.c.id
}
""",
            gives=Function("google_cloudfunctions_function.a", networks=frozenset({"google_compute_network.n"})),
        ),
    ],
)


TOPIC_FROM_TERRAFORM = Source(
    of=Topic,
    each=Block("google_pubsub_topic"),
    names=("name",),
    reads={
        Topic.tags: LABELS,
        Topic.project: "project",
        Topic.name: "name",
        Topic.public: Beside(
            types=(
                "google_pubsub_topic_iam_member",
                "google_pubsub_topic_iam_binding",
            ),
            on="topic",
            read=EVERYONE,
            all=True,
            none=False,
        ),
        Topic.own_key: "kms_key_name != `null`",
    },
    shows=[
        Shown(
            text="""
resource "google_pubsub_topic" "a" {
  name = "a"
}
""",
            gives=Topic("google_pubsub_topic.a", name="a", public=False, own_key=False, tags=frozenset()),
        ),
        Shown(
            text="""
resource "google_pubsub_topic" "a" {
  project = "shop"
  name         = "a"
  kms_key_name = "k"
}

resource "google_pubsub_topic_iam_binding" "a" {
  topic   = google_pubsub_topic.a.name
  role    = "roles/pubsub.publisher"
  members = ["allUsers"]
}
""",
            gives=Topic("google_pubsub_topic.a", project="shop", name="a", public=True, own_key=True),
        ),
    ],
)


REPOSITORY_FROM_TERRAFORM = Source(
    of=Repository,
    each=Block("google_artifact_registry_repository"),
    names=("repository_id",),
    reads={
        Repository.tags: LABELS,
        Repository.project: "project",
        Repository.name: "repository_id",
        Repository.public: Beside(
            types=(
                "google_artifact_registry_repository_iam_member",
                "google_artifact_registry_repository_iam_binding",
            ),
            on="repository",
            read=EVERYONE,
            all=True,
            none=False,
        ),
        Repository.immutable: "flag(not_null(docker_config[0].immutable_tags, `false`))",
        Repository.own_key: "kms_key_name != `null`",
    },
    shows=[
        Shown(
            text="""
resource "google_artifact_registry_repository" "a" {
  repository_id = "a"
  format        = "DOCKER"
}
""",
            gives=Repository(
                "google_artifact_registry_repository.a",
                name="a",
                public=False,
                immutable=False,
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "google_artifact_registry_repository" "a" {
  project = "shop"
  repository_id = "a"
  format        = "DOCKER"
  kms_key_name  = "k"
  docker_config {
    immutable_tags = true
  }
}

resource "google_artifact_registry_repository_iam_member" "a" {
  repository = google_artifact_registry_repository.a.name
  role       = "roles/artifactregistry.reader"
  member     = "allUsers"
}
""",
            gives=Repository(
                "google_artifact_registry_repository.a",
                project="shop",
                name="a",
                public=True,
                immutable=True,
                own_key=True,
            ),
        ),
    ],
)
