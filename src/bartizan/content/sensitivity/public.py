"""Data meant for everyone."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="public",
    title="Data meant for everyone",
    words=(
        "website",
        "web site",
        "static site",
        "static content",
        "static asset",
        "static file",
        "public asset",
        "public file",
        "public content",
        "cdn",
        "storefront asset",
    ),
    tags=("public", "unclassified", "open data", "non sensitive", "not sensitive", "none", "internal use", "low"),
    weight=0.0,
    clears=True,
    because="Nothing is lost when it becomes known; it may still matter that nobody changes it.",
)
