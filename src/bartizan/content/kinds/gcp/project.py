"""Google Cloud projects, API keys, Dataproc and notebooks."""

from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Beside, Block, Fixed, Inverse, Shown, Source, Unseen


class Project(Asset, kind="gcp.project", identifier="//cloudresourcemanager.googleapis.com/projects/{project_id}"):
    """What resources, rights and bills belong to."""

    metrics = Link(lambda: LogMetric, "Log metrics that are counted in it.")
    sinks = Link(lambda: LogSink, "Where its logs are exported to.")
    name = Text("Its name.")
    project_id = Text("Its id, unique in the world.")
    number = Text("Its number, given when it is made.")
    parent = Text("What it is in: `folders/12`, `organizations/1`.")
    policy_seen = Flag("Its allow policy was read.")
    default_network = Flag("The default network with its open firewall rules is made.")


class LogMetric(Asset, kind="gcp.logging.metric"):
    """Counts log entries that match a filter."""

    filter = Text("Which entries are counted.")
    alerted = Flag("An alert policy that is on watches it.")
    project = Link(Project, "The project it is counted in.")


class LogSink(Asset, kind="gcp.logging.sink"):
    """Exports log entries to where they are kept."""

    filter = Text("Which entries are exported; all, where it is not set.")
    project = Link(Project, "The project whose entries it exports.")


class ApiKey(
    Resource,
    kind="gcp.apikeys.key",
    identifier="//apikeys.googleapis.com/projects/{project}/locations/global/keys/{name}",
):
    """Says which project calls an API; whoever has it can call."""

    name = Text("Its name.")
    limits_callers = Flag("Only certain pages, addresses or applications may use it.")
    limits_apis = Flag("It is good for certain APIs only.")


class Dataproc(
    Resource,
    kind="gcp.dataproc.cluster",
    identifier="//dataproc.googleapis.com/projects/{project}/regions/{region}/clusters/{name}",
):
    """A managed Spark and Hadoop cluster."""

    name = Text("Its name.")
    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    own_key = Flag("Its disks are encrypted with a key of the customer.")
    internal = Flag("Its machines have no public addresses.")


class Notebook(
    Resource,
    kind="gcp.vertex.notebook",
    identifier="//notebooks.googleapis.com/projects/{project}/locations/{region}/instances/{name}",
):
    """A machine on which models are worked on."""

    name = Text("Its name.")
    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    private = Flag("It has no public address.")


class AppVersion(
    Resource,
    kind="gcp.appengine.version",
    identifier="//appengine.googleapis.com/apps/{project}/services/{name}",
):
    """A version of an App Engine application."""

    name = Text("Its name.")
    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")
    requires_https = Flag("Every handler asks for TLS.")


FROM_TERRAFORM = Source(
    of=Project,
    each=Block("google_project"),
    names=("project_id",),
    reads={
        Project.policy_seen: Fixed(True, "What is declared counts as all that is granted."),
        Project.project_id: "project_id",
        Project.number: "number",
        Project.parent: "folder_id || org_id && join('', ['organizations/', org_id])",
        Project.metrics: Inverse(LogMetric.project),
        Project.sinks: Inverse(LogSink.project),
        Project.name: "name",
        Project.default_network: "flag(not_null(auto_create_network, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "google_project" "a" {
  name       = "shop"
  project_id = "shop"
}
""",
            gives=Project("google_project.a", name="shop", policy_seen=True, default_network=True),
        ),
        Shown(
            text="""
resource "google_project" "a" {
  name                = "shop"
  project_id          = "shop"
  auto_create_network = false
}
""",
            gives=Project(
                "google_project.a", metrics=frozenset(), sinks=frozenset(), name="shop", default_network=False
            ),
        ),
        Shown(
            text="""
{"version": 4, "terraform_version": "1.9.0", "resources": [{"mode": "managed", "type": "google_project", "name": "a",
 "instances": [{"attributes": {"name": "shop", "project_id": "shop", "number": "12", "org_id": "1"}}]}]}
""",
            file="main.tfstate",
            gives=Project("google_project.a", project_id="shop", number="12", parent="organizations/1"),
        ),
    ],
)


METRIC_FROM_TERRAFORM = Source(
    of=LogMetric,
    each=Block("google_logging_metric"),
    names=("name",),
    reads={
        LogMetric.filter: "filter",
        LogMetric.alerted: Beside(
            types="google_monitoring_alert_policy",
            on="conditions[].condition_threshold[].filter",
            read="flag(not_null(enabled, `true`))",
            none=False,
        ),
        LogMetric.project: "project",
    },
    shows=[
        Shown(
            text="""
resource "google_logging_metric" "a" {
  name   = "a"
  filter = "a"
}
""",
            gives=LogMetric("google_logging_metric.a", filter="a", alerted=False),
        ),
        Shown(
            text="""
resource "google_project" "p" {
  name       = "p"
  project_id = "p"
}

resource "google_logging_metric" "a" {
  project = google_project.p.project_id
  name    = "a"
  filter  = "a"
}

resource "google_monitoring_alert_policy" "a" {
  display_name = "a"
  conditions {
    condition_threshold {
      filter = "metric.type='logging.googleapis.com/user/${google_logging_metric.a.id}'"
    }
  }
}
""",
            gives=LogMetric(
                "google_logging_metric.a", filter="a", alerted=True, project=frozenset({"google_project.p"})
            ),
        ),
    ],
)


SINK_FROM_TERRAFORM = Source(
    of=LogSink,
    each=Block("google_logging_project_sink"),
    reads={
        LogSink.filter: "filter",
        LogSink.project: "project",
    },
    shows=[
        Shown(
            text="""
resource "google_logging_project_sink" "a" {
  name        = "a"
  destination = "storage.googleapis.com/logs"
}
""",
            gives=LogSink("google_logging_project_sink.a", filter=None),
        ),
        Shown(
            text="""
resource "google_project" "p" {
  name       = "p"
  project_id = "p"
}

resource "google_logging_project_sink" "a" {
  project     = google_project.p.project_id
  name        = "a"
  filter      = "severity>=ERROR"
  destination = "storage.googleapis.com/logs"
}
""",
            gives=LogSink(
                "google_logging_project_sink.a", filter="severity>=ERROR", project=frozenset({"google_project.p"})
            ),
        ),
    ],
)


KEY_FROM_TERRAFORM = Source(
    of=ApiKey,
    each=Block("google_apikeys_key"),
    reads={
        ApiKey.name: "name",
        ApiKey.project: "project",
        ApiKey.limits_callers: "length([restrictions[].browser_key_restrictions, restrictions[].server_key_restrictions, restrictions[].android_key_restrictions, restrictions[].ios_key_restrictions][][]) > `0`",
        ApiKey.limits_apis: "length(not_null(restrictions[].api_targets[], `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "google_apikeys_key" "a" {
  name = "a"
}
""",
            gives=ApiKey("google_apikeys_key.a", limits_callers=False, limits_apis=False),
        ),
        Shown(
            text="""
resource "google_apikeys_key" "a" {
  project = "shop"
  name = "a"
  restrictions {
    api_targets {
      service = "translate.googleapis.com"
    }
    browser_key_restrictions {
      allowed_referrers = ["shop.example"]
    }
  }
}
""",
            gives=ApiKey("google_apikeys_key.a", name="a", project="shop", limits_callers=True, limits_apis=True),
        ),
    ],
)


DATAPROC_FROM_TERRAFORM = Source(
    of=Dataproc,
    each=Block("google_dataproc_cluster"),
    reads={
        Dataproc.name: "name",
        Dataproc.project: "project",
        Dataproc.account: "cluster_config[0].gce_cluster_config[0].service_account",
        Dataproc.own_key: "cluster_config[0].encryption_config[0].kms_key_name != `null`",
        Dataproc.internal: "flag(not_null(cluster_config[0].gce_cluster_config[0].internal_ip_only, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "google_dataproc_cluster" "a" {
  name = "a"
}
""",
            gives=Dataproc("google_dataproc_cluster.a", own_key=False, internal=False),
        ),
        Shown(
            text="""
resource "google_dataproc_cluster" "a" {
  name = "a"
  cluster_config {
    encryption_config {
      kms_key_name = "k"
    }
    gce_cluster_config {
      internal_ip_only = true
    }
  }
}
""",
            gives=Dataproc("google_dataproc_cluster.a", own_key=True, internal=True),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_dataproc_cluster" "a" {
  name = "a"
  project = "shop"
  cluster_config {
    gce_cluster_config {
      service_account = google_service_account.web.email
    }
  }
}
""",
            gives=Dataproc(
                "google_dataproc_cluster.a", name="a", project="shop", account=frozenset({"google_service_account.web"})
            ),
        ),
    ],
)


NOTEBOOK_FROM_TERRAFORM = Source(
    of=Notebook,
    each=Block("google_notebooks_instance", "google_workbench_instance"),
    reads={
        Notebook.name: "name",
        Notebook.project: "project",
        Notebook.account: "not_null(service_account, gce_setup[0].service_accounts[0].email)",
        Notebook.private: "flag(not_null(no_public_ip, gce_setup[0].disable_public_ip, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "google_notebooks_instance" "a" {
  name = "a"
}
""",
            gives=Notebook("google_notebooks_instance.a", private=False),
        ),
        Shown(
            text="""
resource "google_workbench_instance" "a" {
  name = "a"
  gce_setup {
    disable_public_ip = true
  }
}
""",
            gives=Notebook("google_workbench_instance.a", private=True),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_notebooks_instance" "a" {
  name = "a"
  project = "shop"
  service_account = google_service_account.web.email
}
""",
            gives=Notebook(
                "google_notebooks_instance.a",
                name="a",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


APP_FROM_TERRAFORM = Source(
    of=AppVersion,
    each=Block("google_app_engine_standard_app_version", "google_app_engine_flexible_app_version"),
    reads={
        AppVersion.name: "service",
        AppVersion.project: "project",
        AppVersion.account: "service_account",
        AppVersion.requires_https: "length(not_null(handlers, `[]`)) > `0` && length(not_null(handlers, `[]`)[?security_level != 'SECURE_ALWAYS']) == `0`",
    },
    shows=[
        Shown(
            text="""
resource "google_app_engine_standard_app_version" "a" {
  service = "a"
}
""",
            gives=AppVersion("google_app_engine_standard_app_version.a", requires_https=False),
        ),
        Shown(
            text="""
resource "google_app_engine_standard_app_version" "a" {
  service = "a"
  handlers {
    url_regex      = ".*"
    security_level = "SECURE_ALWAYS"
  }
}
""",
            gives=AppVersion("google_app_engine_standard_app_version.a", requires_https=True),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_app_engine_standard_app_version" "a" {
  service = "a"
  project = "shop"
  service_account = google_service_account.web.email
}
""",
            gives=AppVersion(
                "google_app_engine_standard_app_version.a",
                name="a",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


PROJECT_FROM_EXPORT = Source(
    of=Project,
    each=Block("gcloud/project"),
    names=("projectId", "join('', ['//cloudresourcemanager.googleapis.com/projects/', projectNumber])"),
    reads={
        Project.metrics: Unseen("a list of projects does not tell of their log metrics"),
        Project.sinks: Unseen("a list of projects does not tell of their log sinks"),
        Project.name: "name",
        Project.project_id: "projectId",
        Project.number: "projectNumber",
        Project.parent: "parent",
        Project.policy_seen: "policySeen",
        Project.default_network: Unseen("a list of projects does not tell of networks"),
    },
    shows=[
        Shown(
            file="projects.json",
            text="""
[{"projectId": "shop", "name": "Shop", "projectNumber": "12", "lifecycleState": "ACTIVE",
  "parent": {"type": "folder", "id": "7"}}]
""",
            gives=Project(
                "//cloudresourcemanager.googleapis.com/projects/shop",
                name="Shop",
                project_id="shop",
                number="12",
                parent="folders/7",
                policy_seen=False,
            ),
        ),
    ],
)
