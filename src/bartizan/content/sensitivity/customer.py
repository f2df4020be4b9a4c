"""Data of customers."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="customer",
    title="Data of customers",
    words=(
        "customer",
        "client data",
        "crm",
        "consumer data",
        "subscriber",
        "buyer",
        "shopper",
        "member data",
        "user profile",
        "account holder",
        "order",
        "cart",
        "purchase",
    ),
    unless=(
        "customer managed",
        "customer key",
        "customer gateway",
        "customer master",
        "customer provided",
        "customer encryption",
        "customer owned",
        "order by",
        "work order",
    ),
    tags=("customer", "customer data", "client data"),
    weight=0.9,
    because="What customers entrusted is what thieves sell, and what the law asks to be told of when it is lost.",
)
