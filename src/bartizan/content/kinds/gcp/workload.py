"""Google Cloud workloads that act as a service account: builds, pipelines, schedules, workflows, environments."""

from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Link, Text
from bartizan.core.source import Block, Shown, Source


class Workload(Resource):
    """Something that acts as a service account."""

    name = Text("Its name.")
    account = Link(ServiceAccount, "The service account it acts as; none is seen where it is a default one.")


class BuildTrigger(
    Workload,
    kind="gcp.cloudbuild.trigger",
    identifier="//cloudbuild.googleapis.com/projects/{project}/locations/{region}/triggers/{name}",
):
    """Starts a build when code changes."""


class Environment(
    Workload,
    kind="gcp.composer.environment",
    identifier="//composer.googleapis.com/projects/{project}/locations/{region}/environments/{name}",
):
    """Runs Airflow."""


class DataflowJob(
    Workload,
    kind="gcp.dataflow.job",
    identifier="//dataflow.googleapis.com/projects/{project}/locations/{region}/jobs/{name}",
):
    """Processes data on workers."""


class SchedulerJob(
    Workload,
    kind="gcp.cloudscheduler.job",
    identifier="//cloudscheduler.googleapis.com/projects/{project}/locations/{region}/jobs/{name}",
):
    """Calls an address at set times."""


class Workflow(
    Workload,
    kind="gcp.workflows.workflow",
    identifier="//workflows.googleapis.com/projects/{project}/locations/{region}/workflows/{name}",
):
    """Calls services step by step."""


class RunJob(
    Workload,
    kind="gcp.run.job",
    identifier="//run.googleapis.com/projects/{project}/locations/{region}/jobs/{name}",
):
    """A container that runs to its end."""


CLOUDBUILD_TRIGGER_FROM_TERRAFORM = Source(
    of=BuildTrigger,
    each=Block("google_cloudbuild_trigger"),
    names=("name",),
    reads={BuildTrigger.name: "name", BuildTrigger.project: "project", BuildTrigger.account: "service_account"},
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_cloudbuild_trigger" "a" {
  name    = "a"
  project = "shop"
  service_account = google_service_account.web.id
}
""",
            gives=BuildTrigger(
                "google_cloudbuild_trigger.a",
                name="a",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


COMPOSER_ENVIRONMENT_FROM_TERRAFORM = Source(
    of=Environment,
    each=Block("google_composer_environment"),
    names=("name",),
    reads={
        Environment.name: "name",
        Environment.project: "project",
        Environment.account: "config[0].node_config[0].service_account",
    },
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_composer_environment" "a" {
  name    = "a"
  project = "shop"
  config {
    node_config {
      service_account = google_service_account.web.email
    }
  }
}
""",
            gives=Environment(
                "google_composer_environment.a",
                name="a",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


DATAFLOW_JOB_FROM_TERRAFORM = Source(
    of=DataflowJob,
    each=Block("google_dataflow_job", "google_dataflow_flex_template_job"),
    names=("name",),
    reads={DataflowJob.name: "name", DataflowJob.project: "project", DataflowJob.account: "service_account_email"},
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_dataflow_job" "a" {
  name    = "a"
  project = "shop"
  service_account_email = google_service_account.web.email
}
""",
            gives=DataflowJob(
                "google_dataflow_job.a", name="a", project="shop", account=frozenset({"google_service_account.web"})
            ),
        ),
    ],
)


CLOUDSCHEDULER_JOB_FROM_TERRAFORM = Source(
    of=SchedulerJob,
    each=Block("google_cloud_scheduler_job"),
    names=("name",),
    reads={
        SchedulerJob.name: "name",
        SchedulerJob.project: "project",
        SchedulerJob.account: "http_target[0].[oauth_token[0].service_account_email, oidc_token[0].service_account_email] | [?@] | [0]",
    },
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_cloud_scheduler_job" "a" {
  name    = "a"
  project = "shop"
  http_target {
    uri = "https://shop.example"
    oidc_token {
      service_account_email = google_service_account.web.email
    }
  }
}
""",
            gives=SchedulerJob(
                "google_cloud_scheduler_job.a",
                name="a",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


WORKFLOWS_WORKFLOW_FROM_TERRAFORM = Source(
    of=Workflow,
    each=Block("google_workflows_workflow"),
    names=("name",),
    reads={Workflow.name: "name", Workflow.project: "project", Workflow.account: "service_account"},
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_workflows_workflow" "a" {
  name    = "a"
  project = "shop"
  service_account = google_service_account.web.email
}
""",
            gives=Workflow(
                "google_workflows_workflow.a",
                name="a",
                project="shop",
                account=frozenset({"google_service_account.web"}),
            ),
        ),
    ],
)


RUN_JOB_FROM_TERRAFORM = Source(
    of=RunJob,
    each=Block("google_cloud_run_v2_job"),
    names=("name",),
    reads={RunJob.name: "name", RunJob.project: "project", RunJob.account: "template[0].template[0].service_account"},
    shows=[
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_cloud_run_v2_job" "a" {
  name    = "a"
  project = "shop"
  template {
    template {
      service_account = google_service_account.web.email
    }
  }
}
""",
            gives=RunJob(
                "google_cloud_run_v2_job.a", name="a", project="shop", account=frozenset({"google_service_account.web"})
            ),
        ),
    ],
)
