"""What may come in: numbers are numbers, orders have the fields of orders."""

from typing import Any


class Invalid(Exception):
    """Input that is not what the API describes."""


def number(value: Any, what: str, most: int = 2**31 - 1) -> int:
    """Return a whole number between 1 and `most`."""
    if isinstance(value, bool) or not isinstance(value, (int, str)) or not str(value).isdecimal():
        raise Invalid(f"{what} is not a whole number")
    if not 1 <= int(value) <= most:
        raise Invalid(f"{what} is not between 1 and {most}")
    return int(value)


def order(value: Any) -> dict[str, int]:
    """Return the customer, product and quantity of an order."""
    if not isinstance(value, dict) or set(value) != {"customer", "product", "quantity"}:
        raise Invalid("an order has a customer, a product and a quantity")
    return {
        "customer": number(value["customer"], "customer"),
        "product": number(value["product"], "product"),
        "quantity": number(value["quantity"], "quantity", most=1000),
    }
