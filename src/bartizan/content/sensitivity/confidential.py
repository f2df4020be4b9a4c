"""Data classified as confidential."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="confidential",
    title="Data classified as confidential",
    words=(
        "confidential",
        "restricted data",
        "top secret",
        "classified",
        "sensitive",
        "proprietary",
        "trade secret",
        "intellectual property",
        "legal hold",
        "contract",
        "board paper",
    ),
    unless=(
        "data contract",
        "contract test",
        "smart contract",
        "insensitive",
        "case sensitive",
        "confidential compute",
        "confidential vm",
        "confidential computing",
        "confidential node",
    ),
    tags=(
        "confidential",
        "restricted",
        "sensitive",
        "highly confidential",
        "highly restricted",
        "strictly confidential",
        "internal restricted",
        "proprietary",
        "secret data",
        "crown jewel",
    ),
    weight=0.8,
    because="Somebody who knows the data decided that it must not become known.",
)
