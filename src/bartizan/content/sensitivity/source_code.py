"""Source code and what is built of it."""

from bartizan.content.kinds.aws.ecr_repository import Repository as EcrRepository
from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.content.kinds.gcp.serverless import Repository as ArtifactRepository
from bartizan.content.sensitivity.files import FILES
from bartizan.core.sensitivity import Kept, Sensitivity

CLASS = Sensitivity(
    id="source-code",
    title="Source code and what is built of it",
    words=("source code", "git", "repository mirror", "code artifact", "codecommit", "build artifact", "sourcecode"),
    unless=("git ops", "open source"),
    tags=("source code",),
    named=FILES,
    kept=(
        Kept(by=EcrRepository),
        Kept(by=Registry),
        Kept(by=ArtifactRepository),
    ),
    weight=0.4,
    because="Whoever reads the code finds what is wrong with it; whoever changes it runs his own.",
)
