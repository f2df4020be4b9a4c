"""Models and what they are trained on."""

from bartizan.content.kinds.aws.sagemaker_model import Model
from bartizan.content.kinds.azure.ml_workspace import MlWorkspace
from bartizan.content.sensitivity.files import FILES
from bartizan.core.sensitivity import Kept, Sensitivity

CLASS = Sensitivity(
    id="ai",
    title="Models and what they are trained on",
    words=(
        "training data",
        "training set",
        "ml model",
        "model weight",
        "model artifact",
        "embedding",
        "feature store",
        "fine tune",
        "finetune",
        "rag",
        "vector store",
        "knowledge base",
        "sagemaker",
        "llm",
        "prompt log",
        "dataset",
    ),
    unless=("data model", "threat model"),
    tags=("training data", "model weight", "embedding"),
    named=FILES,
    kept=(
        Kept(by=Model),
        Kept(by=MlWorkspace),
    ),
    weight=0.5,
    because="A model tells what it was trained on, and who changes its training data changes what it does.",
)
