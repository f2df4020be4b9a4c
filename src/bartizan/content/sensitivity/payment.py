"""Payment card data."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="payment",
    title="Payment card data",
    words=(
        "payment",
        "card",
        "credit card",
        "debit card",
        "cardholder",
        "pci",
        "billing",
        "checkout",
        "stripe",
        "paypal",
        "iban",
        "bank account",
        "sepa",
    ),
    unless=(
        "score card",
        "report card",
        "graphics card",
        "network card",
        "card catalog",
        "billing alarm",
        "billing alert",
        "billing role",
        "business card",
        "wild card",
    ),
    tags=("pci", "pci dss", "cardholder", "cardholder data", "payment", "card data"),
    weight=1.0,
    because="Card data can be used at once, and whoever stores it is held to PCI DSS.",
)
