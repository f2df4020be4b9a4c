"""What belongs to production."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="production",
    title="What belongs to production",
    words=("prod", "production", "prd", "live"),
    unless=(
        "non prod",
        "non production",
        "pre prod",
        "pre production",
        "nonprod",
        "preprod",
        "not prod",
        "non prd",
        "liveness",
        "live stream",
        "live reload",
    ),
    tags=("prod", "production", "prd", "live"),
    keys=(
        "env",
        "environment",
        "stage",
        "tier",
        "deployment environment",
        "app environment",
        "environment name",
        "lifecycle",
    ),
    weight=0.2,
    because="What people rely on hurts when it is changed or gone.",
)
