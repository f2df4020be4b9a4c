"""Azure App Service and Functions, as providers before version 4 declare them."""

from bartizan.content.kinds.azure.app_web import SWIFT, AccessRule, App
from bartizan.content.kinds.azure.resource import AttachedIdentity
from bartizan.core.source import Beside, Block, First, Fixed, Inverse, Shown, Source, Unseen

FROM_TERRAFORM = Source(
    of=App,
    each=Block("azurerm_app_service", "azurerm_app_service_slot"),
    names=("name",),
    reads={
        App.access_rules: Inverse(AccessRule.app),
        App.default_action: "length(not_null(site_config[0].ip_restriction, `[]`)) > `0` && 'Deny' || 'Allow'",
        App.subnets: Beside(types=SWIFT, on="app_service_id", read="subnet_id"),
        App.resource_group: "resource_group_name",
        App.identity: Inverse(AttachedIdentity.holder),
        App.name: "name",
        App.web: Fixed(True, "The type of the resource says so."),
        App.requires_tls: "flag(not_null(https_only, `false`))",
        App.strong_tls: "contains(['1.2', '1.3'], to_string(not_null(site_config[0].minimum_tls_version, site_config[0].min_tls_version, '1.2')))",
        App.authenticates: "flag(not_null(auth_settings_v2[0].auth_enabled, `false`)) || flag(not_null(auth_settings[0].enabled, `false`))",
        App.ftp: First("site_config[0].ftps_state", Unseen("Left out, App Service decides it.")),
        App.has_identity: "length(not_null(identity, `[]`)) > `0`",
        App.basic_authentication: Unseen("The resource of older providers does not have it."),
        App.php: "not_null(site_config[0].php_version, starts_with(not_null(site_config[0].linux_fx_version, ''), 'PHP|') && split(site_config[0].linux_fx_version, '|')[1] || `null`)",
        App.python: "not_null(site_config[0].python_version, starts_with(not_null(site_config[0].linux_fx_version, ''), 'PYTHON|') && split(site_config[0].linux_fx_version, '|')[1] || `null`)",
        App.node: "starts_with(not_null(site_config[0].linux_fx_version, ''), 'NODE|') && split(site_config[0].linux_fx_version, '|')[1] || `null`",
        App.java: "site_config[0].java_version",
        App.dotnet: "site_config[0].dotnet_framework_version",
        App.http2: "flag(not_null(site_config[0].http2_enabled, `false`))",
        App.literal_secrets: "secret_settings(not_null(app_settings, `{}`))",
        App.literal_connection: "any(map(&secret_text(value), not_null(connection_string, `[]`)))",
        App.remote_debugging: "flag(not_null(site_config[0].remote_debugging_enabled, `false`))",
        App.asks_certificate: "flag(not_null(client_certificate_enabled, client_cert_enabled, `false`)) && not_null(client_certificate_mode, client_cert_mode, 'Required') == 'Required'",
        App.cors_for_all: "contains(not_null(site_config[0].cors[0].allowed_origins, `[]`), '*')",
        App.logged: "length(not_null(logs[0].http_logs, `[]`)) > `0` && flag(not_null(logs[0].detailed_error_messages, logs[0].detailed_error_messages_enabled, `false`)) && flag(not_null(logs[0].failed_request_tracing, logs[0].failed_request_tracing_enabled, `false`))",
        App.observed: "not_null(app_settings.APPLICATIONINSIGHTS_CONNECTION_STRING, app_settings.APPINSIGHTS_INSTRUMENTATIONKEY, site_config[0].application_insights_connection_string, site_config[0].application_insights_key) != `null`",
        App.public: Unseen("The resource of older providers does not have it."),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_app_service" "a" {
  resource_group_name = "shop"
  name = "shop"
  site_config {}
}
""",
            gives=App(
                "azurerm_app_service.a",
                resource_group="shop",
                name="shop",
                web=True,
                requires_tls=False,
                strong_tls=True,
                authenticates=False,
                has_identity=False,
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
                logged=False,
                observed=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_application_insights" "i" {
  name             = "i"
  application_type = "web"
}

resource "azurerm_app_service" "a" {
  name                = "shop"
  https_only          = true
  client_cert_enabled = true
  client_cert_mode    = "Required"
  app_settings        = {
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
    min_tls_version          = "1.0"
    ftps_state               = "FtpsOnly"
    http2_enabled            = true
    remote_debugging_enabled = true
    php_version              = "7.4"
    python_version           = "2.7"
    java_version             = "11"
    dotnet_framework_version = "v6.0"
    linux_fx_version         = "NODE|14-lts"
    cors {
      allowed_origins = ["*"]
    }
  }
  logs {
    detailed_error_messages_enabled = true
    failed_request_tracing_enabled  = true
    http_logs {
      file_system {
        retention_in_mb   = 35
        retention_in_days = 7
      }
    }
  }
}
""",
            gives=App(
                "azurerm_app_service.a",
                name="shop",
                web=True,
                requires_tls=True,
                strong_tls=False,
                authenticates=True,
                ftp="FtpsOnly",
                has_identity=True,
                php="7.4",
                python="2.7",
                node="14-lts",
                java="11",
                dotnet="v6.0",
                http2=True,
                literal_secrets=frozenset({"API_KEY"}),
                literal_connection=True,
                remote_debugging=True,
                asks_certificate=True,
                cors_for_all=True,
                logged=True,
                observed=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_app_service" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24"
    }
  }
}

resource "azurerm_app_service_virtual_network_swift_connection" "a" {
  app_service_id = azurerm_app_service.a.id
  subnet_id      = azurerm_subnet.s.id
}
""",
            gives=App("azurerm_app_service.a", default_action="Deny", subnets=frozenset({"azurerm_subnet.s"})),
        ),
        Shown(
            text="""
resource "azurerm_app_service" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24"
    }
  }
}
""",
            gives=App(
                "azurerm_app_service.a",
                access_rules=frozenset({"azurerm_app_service.a/site_config/0/ip_restriction/0"}),
            ),
        ),
    ],
)


FUNCTION_FROM_TERRAFORM = Source(
    of=App,
    each=Block("azurerm_function_app", "azurerm_function_app_slot"),
    names=("name",),
    reads={
        App.access_rules: Inverse(AccessRule.app),
        App.default_action: "length(not_null(site_config[0].ip_restriction, `[]`)) > `0` && 'Deny' || 'Allow'",
        App.subnets: Beside(types=SWIFT, on="app_service_id", read="subnet_id"),
        App.resource_group: "resource_group_name",
        App.identity: Inverse(AttachedIdentity.holder),
        App.name: "name",
        App.web: Fixed(False, "The type of the resource says so."),
        App.requires_tls: "flag(not_null(https_only, `false`))",
        App.strong_tls: "contains(['1.2', '1.3'], to_string(not_null(site_config[0].minimum_tls_version, site_config[0].min_tls_version, '1.2')))",
        App.authenticates: "flag(not_null(auth_settings_v2[0].auth_enabled, `false`)) || flag(not_null(auth_settings[0].enabled, `false`))",
        App.ftp: "not_null(site_config[0].ftps_state, 'AllAllowed')",
        App.has_identity: "length(not_null(identity, `[]`)) > `0`",
        App.basic_authentication: Unseen("The resource of older providers does not have it."),
        App.php: "not_null(site_config[0].php_version, starts_with(not_null(site_config[0].linux_fx_version, ''), 'PHP|') && split(site_config[0].linux_fx_version, '|')[1] || `null`)",
        App.python: "not_null(site_config[0].python_version, starts_with(not_null(site_config[0].linux_fx_version, ''), 'PYTHON|') && split(site_config[0].linux_fx_version, '|')[1] || `null`)",
        App.node: "starts_with(not_null(site_config[0].linux_fx_version, ''), 'NODE|') && split(site_config[0].linux_fx_version, '|')[1] || `null`",
        App.java: "site_config[0].java_version",
        App.dotnet: "site_config[0].dotnet_framework_version",
        App.http2: "flag(not_null(site_config[0].http2_enabled, `false`))",
        App.literal_secrets: "secret_settings(not_null(app_settings, `{}`))",
        App.literal_connection: "any(map(&secret_text(value), not_null(connection_string, `[]`)))",
        App.remote_debugging: "flag(not_null(site_config[0].remote_debugging_enabled, `false`))",
        App.asks_certificate: "client_cert_mode != `null` && client_cert_mode == 'Required'",
        App.cors_for_all: "contains(not_null(site_config[0].cors[0].allowed_origins, `[]`), '*')",
        App.logged: Unseen("Functions log to Application Insights."),
        App.observed: "not_null(app_settings.APPLICATIONINSIGHTS_CONNECTION_STRING, app_settings.APPINSIGHTS_INSTRUMENTATIONKEY, site_config[0].application_insights_connection_string, site_config[0].application_insights_key) != `null`",
        App.public: Unseen("The resource of older providers does not have it."),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_function_app" "a" {
  resource_group_name = "shop"
  name = "shop"
  site_config {}
}
""",
            gives=App(
                "azurerm_function_app.a",
                resource_group="shop",
                name="shop",
                web=False,
                requires_tls=False,
                strong_tls=True,
                authenticates=False,
                ftp="AllAllowed",
                has_identity=False,
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
            ),
        ),
        Shown(
            text="""
resource "azurerm_application_insights" "i" {
  name             = "i"
  application_type = "web"
}

resource "azurerm_function_app" "a" {
  name             = "shop"
  https_only       = true
  client_cert_mode = "Required"
  app_settings     = {
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
    min_tls_version          = "1.0"
    ftps_state               = "FtpsOnly"
    http2_enabled            = true
    remote_debugging_enabled = true
    java_version             = "11"
    dotnet_framework_version = "v6.0"
    linux_fx_version         = "NODE|14-lts"
    cors {
      allowed_origins = ["*"]
    }
  }
}
""",
            gives=App(
                "azurerm_function_app.a",
                name="shop",
                web=False,
                requires_tls=True,
                strong_tls=False,
                authenticates=True,
                ftp="FtpsOnly",
                has_identity=True,
                php=None,
                python=None,
                node="14-lts",
                java="11",
                dotnet="v6.0",
                http2=True,
                literal_secrets=frozenset({"API_KEY"}),
                literal_connection=True,
                remote_debugging=True,
                asks_certificate=True,
                cors_for_all=True,
                observed=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_function_app" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24"
    }
  }
}

resource "azurerm_app_service_virtual_network_swift_connection" "a" {
  app_service_id = azurerm_function_app.a.id
  subnet_id      = azurerm_subnet.s.id
}
""",
            gives=App("azurerm_function_app.a", default_action="Deny", subnets=frozenset({"azurerm_subnet.s"})),
        ),
        Shown(
            text="""
resource "azurerm_function_app" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24"
    }
  }
}
""",
            gives=App(
                "azurerm_function_app.a",
                access_rules=frozenset({"azurerm_function_app.a/site_config/0/ip_restriction/0"}),
            ),
        ),
    ],
)
