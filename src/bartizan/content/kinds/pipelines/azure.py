"""Azure Pipelines: pipelines, jobs and steps."""

from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class AzureRepository(Asset, kind="azure-pipelines.repository"):
    """Another repository that a pipeline takes templates or code from."""

    name = Text("Its name.")
    pinned = Flag("A tag or a commit of it is named.")


class AzureJob(PipelineJob, kind="azure-pipelines.job"):
    """A job of an Azure pipeline."""

    name = Text("Its name.")
    image_tagged = Flag("Its container has a tag other than latest, or a digest; true where it has none.")
    literal_secrets = Flag("A variable that is named like a secret has its value in the file.")
    self_hosted = Flag("It runs on a machine of your own.")


class AzureStep(Asset, kind="azure-pipelines.step"):
    """A task or a script."""

    injects = Flag("Text that strangers write becomes part of a script.")
    unmarked_secret = Flag("A variable that is named like a secret is set without marking it as one.")
    keeps_credentials = Flag("A checkout leaves the token of the job in the work tree.")
    literal_secrets = Flag("An input or variable that is named like a secret has its value in the file.")


FROM_PIPELINE = Source(
    of=AzureRepository,
    each=Block("azure-pipelines/pipeline", each="repositories"),
    reads={
        AzureRepository.name: "name",
        AzureRepository.pinned: "matches(not_null(ref, ''), '^(refs/tags/.+|[0-9a-f]{40})$')",
    },
    shows=[
        Shown(
            text="""
resources:
  repositories:
    - {repository: t, type: github, name: other/templates}
trigger: [main]
pool: {vmImage: ubuntu-latest}
jobs:
  - job: build
    steps:
      - script: make
""",
            gives=AzureRepository("azure-pipelines.yml/repositories/0", name="other/templates", pinned=False),
        ),
        Shown(
            text="""
resources:
  repositories:
    - {repository: t, type: github, name: other/templates, ref: refs/tags/v1}
trigger: [main]
pool: {vmImage: ubuntu-latest}
jobs:
  - job: build
    steps:
      - script: make
""",
            gives=AzureRepository("azure-pipelines.yml/repositories/0", name="other/templates", pinned=True),
        ),
    ],
)


JOB_FROM_PIPELINE = Source(
    of=AzureJob,
    each=Block("azure-pipelines/job"),
    reads={
        AzureJob.name: "name",
        AzureJob.image_tagged: "container == `null` || !matches(not_null(container.image, 'a:b'), '^[^@]*:latest$|^([^/@]*/)*[^/:@]+$')",
        AzureJob.literal_secrets: "length(not_null(variables, `[]`)[?value.secret && value.literal]) > `0`",
        AzureJob.self_hosted: "self_hosted",
    },
    shows=[
        Shown(
            text="""
trigger: [main]
pool: {vmImage: ubuntu-latest}
jobs:
  - job: build
    steps:
      - script: make
""",
            gives=AzureJob(
                "azure-pipelines.yml#jobs.build",
                name="build",
                image_tagged=True,
                literal_secrets=False,
                self_hosted=False,
            ),
        ),
        Shown(
            text="""
trigger: [main]
pool: {vmImage: ubuntu-latest}
jobs:
  - job: build
    container: node:latest
    variables: {DB_PASSWORD: hunter2}
    steps:
      - checkout: self
        persistCredentials: true
      - script: echo $(Build.SourceVersionMessage) && echo "##vso[task.setvariable variable=SECRET_KEY]x"
        env: {DB_PASSWORD: hunter2}
""",
            gives=AzureJob(
                "azure-pipelines.yml#jobs.build",
                name="build",
                image_tagged=False,
                literal_secrets=True,
                self_hosted=False,
            ),
        ),
    ],
)


STEP_FROM_PIPELINE = Source(
    of=AzureStep,
    each=Block("azure-pipelines/step"),
    reads={
        AzureStep.injects: "length(macros[?matches(@, '^(Build[.](SourceVersionMessage|SourceBranch|SourceBranchName|RequestedFor|RequestedForEmail)|System[.]PullRequest[.](SourceBranch|SourceRepositoryURI|SourceCommitId))$')]) > `0`",
        AzureStep.unmarked_secret: "matches(not_null(script, ''), '(?i)##vso.task[.]setvariable [^]]*variable=[^];]*(secret|password|token|key)') && !matches(not_null(script, ''), '(?i)issecret=true')",
        AzureStep.keeps_credentials: "flag(not_null(checkout.persist_credentials, `false`))",
        AzureStep.literal_secrets: "length([values(not_null(inputs, `{}`)), values(not_null(env, `{}`))][] | [?secret && literal]) > `0`",
    },
    shows=[
        Shown(
            text="""
trigger: [main]
pool: {vmImage: ubuntu-latest}
jobs:
  - job: build
    steps:
      - script: make
""",
            gives=AzureStep(
                "azure-pipelines.yml#jobs.build.steps.0",
                injects=False,
                unmarked_secret=False,
                keeps_credentials=False,
                literal_secrets=False,
            ),
        ),
        Shown(
            text="""
trigger: [main]
pool: {vmImage: ubuntu-latest}
jobs:
  - job: build
    container: node:latest
    variables: {DB_PASSWORD: hunter2}
    steps:
      - checkout: self
        persistCredentials: true
      - script: echo $(Build.SourceVersionMessage) && echo "##vso[task.setvariable variable=SECRET_KEY]x"
        env: {DB_PASSWORD: hunter2}
""",
            gives=AzureStep(
                "azure-pipelines.yml#jobs.build.steps.1",
                injects=True,
                unmarked_secret=True,
                keeps_credentials=False,
                literal_secrets=True,
            ),
        ),
    ],
)
