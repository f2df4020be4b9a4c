"""Azure API Management, App Configuration, Automation and IoT Hub."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class ApiManagement(Endpoint, kind="azure.apim.service"):
    """Stands before APIs, with keys and limits."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    old_protocols = Flag("It speaks SSL 3.0, TLS 1.0 or TLS 1.1.")


class ConfigurationStore(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.appconfiguration.store",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.AppConfiguration/configurationStores/{name}",
):
    """Settings of applications."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    local_keys = Flag("Keys of its own let callers in.")


class AutomationAccount(
    Resource,
    kind="azure.automation.account",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Automation/automationAccounts/{name}",
):
    """Runs scripts on a schedule."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    has_identity = Flag("It has an identity in Entra ID.")


class AutomationVariable(Asset, kind="azure.automation.variable"):
    """A value that scripts read."""

    name = Text("Its name.")
    encrypted = Flag("Only scripts can read it.")


class IotHub(Asset, kind="azure.iot.hub"):
    """Where devices send what they measure."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")


FROM_TERRAFORM = Source(
    of=ApiManagement,
    each=Block("azurerm_api_management"),
    names=("name",),
    reads={
        ApiManagement.name: "name",
        ApiManagement.public: "flag(not_null(public_network_access_enabled, `true`)) && not_null(virtual_network_type, 'None') != 'Internal'",
        ApiManagement.old_protocols: "any(map(&flag(@), not_null(security[].[frontend_ssl30_enabled, frontend_tls10_enabled, frontend_tls11_enabled, backend_ssl30_enabled, backend_tls10_enabled, backend_tls11_enabled, enable_frontend_ssl30, enable_frontend_tls10, enable_frontend_tls11, enable_backend_ssl30, enable_backend_tls10, enable_backend_tls11][], `[]`)))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_api_management" "a" {
  name = "shop"
}
""",
            gives=ApiManagement("azurerm_api_management.a", name="shop", public=True, old_protocols=False),
        ),
        Shown(
            text="""
resource "azurerm_api_management" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  security {
    frontend_tls10_enabled = true
  }
}
""",
            gives=ApiManagement("azurerm_api_management.a", name="shop", public=False, old_protocols=True),
        ),
    ],
)


CONFIGURATION_FROM_TERRAFORM = Source(
    of=ConfigurationStore,
    each=Block("azurerm_app_configuration"),
    names=("name",),
    reads={
        ConfigurationStore.resource_group: "resource_group_name",
        ConfigurationStore.identity: Inverse(AttachedIdentity.holder),
        ConfigurationStore.tags: TAGS,
        ConfigurationStore.name: "name",
        ConfigurationStore.public: "public_network_access && lower(public_network_access) == 'enabled'",
        ConfigurationStore.local_keys: "flag(not_null(local_auth_enabled, local_authentication_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_app_configuration" "a" {
  name = "shop"
}
""",
            gives=ConfigurationStore(
                "azurerm_app_configuration.a",
                name="shop",
                local_keys=True,
                tags=frozenset(),
                resource_group=None,
                identity=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_app_configuration" "a" {
  name                  = "shop"
  public_network_access = "Disabled"
  local_auth_enabled    = false
}
""",
            gives=ConfigurationStore("azurerm_app_configuration.a", name="shop", public=False, local_keys=False),
        ),
    ],
)


AUTOMATION_FROM_TERRAFORM = Source(
    of=AutomationAccount,
    each=Block("azurerm_automation_account"),
    names=("name",),
    reads={
        AutomationAccount.resource_group: "resource_group_name",
        AutomationAccount.identity: Inverse(AttachedIdentity.holder),
        AutomationAccount.name: "name",
        AutomationAccount.public: "flag(not_null(public_network_access_enabled, `true`))",
        AutomationAccount.has_identity: "length(not_null(identity, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_automation_account" "a" {
  resource_group_name = "shop"
  name = "shop"
}
""",
            gives=AutomationAccount(
                "azurerm_automation_account.a", resource_group="shop", name="shop", public=True, has_identity=False
            ),
        ),
        Shown(
            text="""
resource "azurerm_automation_account" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  identity {
    type = "SystemAssigned"
  }
}
""",
            gives=AutomationAccount("azurerm_automation_account.a", name="shop", public=False, has_identity=True),
        ),
    ],
)


VARIABLE_FROM_TERRAFORM = Source(
    of=AutomationVariable,
    each=Block(
        "azurerm_automation_variable_string",
        "azurerm_automation_variable_int",
        "azurerm_automation_variable_bool",
        "azurerm_automation_variable_datetime",
        "azurerm_automation_variable_object",
    ),
    names=("name",),
    reads={
        AutomationVariable.name: "name",
        AutomationVariable.encrypted: "flag(not_null(encrypted, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_automation_variable_string" "a" {
  name = "shop"
}
""",
            gives=AutomationVariable("azurerm_automation_variable_string.a", name="shop", encrypted=False),
        ),
        Shown(
            text="""
resource "azurerm_automation_variable_string" "a" {
  name      = "shop"
  encrypted = true
}
""",
            gives=AutomationVariable("azurerm_automation_variable_string.a", name="shop", encrypted=True),
        ),
    ],
)


IOT_HUB_FROM_TERRAFORM = Source(
    of=IotHub,
    each=Block("azurerm_iothub"),
    names=("name",),
    reads={
        IotHub.name: "name",
        IotHub.public: "flag(public_network_access_enabled)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_iothub" "a" {
  name = "shop"
}
""",
            gives=IotHub("azurerm_iothub.a", name="shop"),
        ),
        Shown(
            text="""
resource "azurerm_iothub" "a" {
  name                          = "shop"
  public_network_access_enabled = false
}
""",
            gives=IotHub("azurerm_iothub.a", name="shop", public=False),
        ),
    ],
)
