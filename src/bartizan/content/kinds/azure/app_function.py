"""Azure Functions."""

from bartizan.content.kinds.azure.app_web import AccessRule, App
from bartizan.content.kinds.azure.resource import AttachedIdentity
from bartizan.core.source import Block, Fixed, Inverse, Shown, Source, Unseen

FROM_TERRAFORM = Source(
    of=App,
    each=Block(
        "azurerm_linux_function_app",
        "azurerm_windows_function_app",
        "azurerm_linux_function_app_slot",
        "azurerm_windows_function_app_slot",
    ),
    names=("name",),
    reads={
        App.access_rules: Inverse(AccessRule.app),
        App.default_action: "site_config[0].ip_restriction_default_action",
        App.subnets: "virtual_network_subnet_id",
        App.resource_group: "resource_group_name",
        App.identity: Inverse(AttachedIdentity.holder),
        App.name: "name",
        App.web: Fixed(False, "The type of the resource says so."),
        App.requires_tls: "flag(not_null(https_only, `false`))",
        App.strong_tls: "contains(['1.2', '1.3'], to_string(not_null(site_config[0].minimum_tls_version, site_config[0].min_tls_version, '1.2')))",
        App.authenticates: "flag(not_null(auth_settings_v2[0].auth_enabled, `false`)) || flag(not_null(auth_settings[0].enabled, `false`))",
        App.ftp: "not_null(site_config[0].ftps_state, 'Disabled')",
        App.has_identity: "length(not_null(identity, `[]`)) > `0`",
        App.basic_authentication: "flag(not_null(ftp_publish_basic_authentication_enabled, `true`)) || flag(not_null(webdeploy_publish_basic_authentication_enabled, `true`))",
        App.php: "site_config[0].application_stack[0].php_version",
        App.python: "site_config[0].application_stack[0].python_version",
        App.node: "site_config[0].application_stack[0].node_version",
        App.java: "site_config[0].application_stack[0].java_version",
        App.dotnet: "site_config[0].application_stack[0].dotnet_version",
        App.http2: "flag(not_null(site_config[0].http2_enabled, `false`))",
        App.literal_secrets: "secret_settings(not_null(app_settings, `{}`))",
        App.literal_connection: "any(map(&secret_text(value), not_null(connection_string, `[]`)))",
        App.remote_debugging: "flag(not_null(site_config[0].remote_debugging_enabled, `false`))",
        App.asks_certificate: "flag(not_null(client_certificate_enabled, `false`)) && client_certificate_mode == 'Required'",
        App.cors_for_all: "contains(not_null(site_config[0].cors[0].allowed_origins, `[]`), '*')",
        App.logged: Unseen("Functions log to Application Insights."),
        App.observed: "not_null(app_settings.APPLICATIONINSIGHTS_CONNECTION_STRING, app_settings.APPINSIGHTS_INSTRUMENTATIONKEY, site_config[0].application_insights_connection_string, site_config[0].application_insights_key) != `null`",
        App.public: "flag(not_null(public_network_access_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_linux_function_app" "a" {
  resource_group_name = "shop"
  name = "shop"
  site_config {}
}
""",
            gives=App(
                "azurerm_linux_function_app.a",
                resource_group="shop",
                name="shop",
                web=False,
                requires_tls=False,
                strong_tls=True,
                authenticates=False,
                ftp="Disabled",
                has_identity=False,
                basic_authentication=True,
                php=None,
                python=None,
                node=None,
                java=None,
                dotnet=None,
                http2=False,
                literal_secrets=frozenset(),
                literal_connection=False,
                remote_debugging=False,
                asks_certificate=False,
                cors_for_all=False,
                observed=False,
                public=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_application_insights" "i" {
  name             = "i"
  application_type = "web"
}

resource "azurerm_linux_function_app" "a" {
  name                                           = "shop"
  https_only                                     = true
  client_certificate_enabled                     = true
  client_certificate_mode                        = "Required"
  public_network_access_enabled                  = false
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false
  app_settings                                   = {
    API_KEY                        = "hunter2hunter2"
    APPINSIGHTS_INSTRUMENTATIONKEY = azurerm_application_insights.i.instrumentation_key
  }
  connection_string {
    name  = "db"
    type  = "SQLAzure"
    value = "Server=db;User=shop;Password=hunter2hunter2"
  }
  auth_settings {
    enabled = true
  }
  identity {
    type = "SystemAssigned"
  }
  site_config {
    minimum_tls_version      = "1.0"
    ftps_state               = "FtpsOnly"
    http2_enabled            = true
    remote_debugging_enabled = true
    application_stack {
      python_version = "3.13"
      node_version   = "22-lts"
      java_version   = "21"
      dotnet_version = "8.0"
    }
    cors {
      allowed_origins = ["*"]
    }
  }
}
""",
            gives=App(
                "azurerm_linux_function_app.a",
                name="shop",
                web=False,
                requires_tls=True,
                strong_tls=False,
                authenticates=True,
                ftp="FtpsOnly",
                has_identity=True,
                basic_authentication=False,
                php=None,
                python="3.13",
                node="22-lts",
                java="21",
                dotnet="8.0",
                http2=True,
                literal_secrets=frozenset({"API_KEY"}),
                literal_connection=True,
                remote_debugging=True,
                asks_certificate=True,
                cors_for_all=True,
                observed=True,
                public=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_linux_function_app" "a" {
  name                      = "a"
  virtual_network_subnet_id = azurerm_subnet.s.id
  site_config {
    ip_restriction_default_action = "Deny"
  }
}
""",
            gives=App("azurerm_linux_function_app.a", default_action="Deny", subnets=frozenset({"azurerm_subnet.s"})),
        ),
        Shown(
            text="""
resource "azurerm_linux_function_app" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24"
    }
  }
}
""",
            gives=App(
                "azurerm_linux_function_app.a",
                access_rules=frozenset({"azurerm_linux_function_app.a/site_config/0/ip_restriction/0"}),
            ),
        ),
    ],
)
