"""Financial records."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="financial",
    title="Financial records",
    words=(
        "financial",
        "finance",
        "ledger",
        "accounting",
        "invoice",
        "tax",
        "revenue",
        "bookkeeping",
        "general ledger",
        "treasury",
        "loan",
        "mortgage",
        "trading",
        "portfolio",
        "salary",
        "sox",
    ),
    unless=("budget alarm",),
    tags=("financial", "sox", "finance", "glba", "mnpi"),
    weight=0.7,
    because="Books and figures move markets and money: they are forged as well as stolen.",
)
