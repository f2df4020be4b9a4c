"""What other kinds read of Azure diagnostic settings and private endpoints, which stand beside them."""

from bartizan.core.source import Beside

SETTINGS = "azurerm_monitor_diagnostic_setting"
BLOCKS = "[enabled_log, log[?flag(not_null(enabled, `true`))]][]"
"""The logs that one setting sends, as the provider's current and older versions write them."""
CATEGORIES = f"[].{BLOCKS}[].[category, category_group][]"
"""The categories, and groups of them, that several settings send."""

PRIVATE_ENDPOINT = Beside(
    types="azurerm_private_endpoint",
    on="private_service_connection[].private_connection_resource_id",
    read="`true`",
    none=False,
)
"""Whether a private endpoint leads to it."""
