"""Azure App Service: web applications."""

from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Fixed, Inverse, OwnerLink, Shown, Source


class App(
    Resource,
    Runner,
    kind="azure.app.web",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Web/sites/{name}",
):
    """An application of App Service or Functions, or a slot of one."""

    name = Text("Its name.")
    web = Flag("It is a web application rather than functions.")
    requires_tls = Flag("Requests without TLS are sent on to HTTPS.")
    strong_tls = Flag("Connections need TLS 1.2 or later.")
    authenticates = Flag("The platform asks visitors who they are.")
    ftp = Text("What may be sent by FTP: Disabled, FtpsOnly, or AllAllowed.")
    has_identity = Flag("It has an identity in Entra ID.")
    basic_authentication = Flag("A name and a password are good for changing its code.")
    php = Text("The version of PHP it runs on, where it does.")
    python = Text("The version of Python it runs on, where it does.")
    node = Text("The version of Node.js it runs on, where it does.")
    java = Text("The version of Java it runs on, where it does.")
    dotnet = Text("The version of .NET it runs on, where it does.")
    http2 = Flag("It speaks HTTP/2.")
    literal_secrets = Many("Settings that hold a credential written in the source.")
    literal_connection = Flag("A connection string holds a credential written in the source.")
    remote_debugging = Flag("Debuggers may be attached from outside.")
    asks_certificate = Flag("Visitors must show a certificate.")
    cors_for_all = Flag("Pages of every site may call it in the name of their visitor.")
    logged = Flag("Requests, and details of those that fail, are logged.")
    observed = Flag("Application Insights is connected.")
    public = Flag("It has an endpoint on the Internet.")
    default_action = Text("What becomes of visitors that no rule names: Allow or Deny; none where it is not written.")
    subnets = Link(Subnet, "The subnets that it opens connections from.")
    access_rules = Link(lambda: AccessRule, "Whom it lets in and whom not, where it says so.")


class AccessRule(Asset, kind="azure.app.access-rule"):
    """Visitors whom an application lets in or not."""

    app = Link(App, "The application.")
    priority = Number("Its place: those with smaller numbers come first, and the first that fits decides.")
    allows = Flag("It lets them in; otherwise it keeps them out.")
    addresses = Many("Their addresses, as CIDR blocks.")
    tag = Text("The service tag that their addresses have.")
    subnets = Link(Subnet, "The subnet they are in.")


SWIFT = "azurerm_app_service_virtual_network_swift_connection"


FROM_TERRAFORM = Source(
    of=App,
    each=Block(
        "azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_linux_web_app_slot", "azurerm_windows_web_app_slot"
    ),
    names=("name",),
    reads={
        App.access_rules: Inverse(AccessRule.app),
        App.default_action: "site_config[0].ip_restriction_default_action",
        App.subnets: "virtual_network_subnet_id",
        App.resource_group: "resource_group_name",
        App.identity: Inverse(AttachedIdentity.holder),
        App.name: "name",
        App.web: Fixed(True, "The type of the resource says so."),
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
        App.asks_certificate: "flag(not_null(client_certificate_enabled, client_cert_enabled, `false`)) && not_null(client_certificate_mode, client_cert_mode, 'Required') == 'Required'",
        App.cors_for_all: "contains(not_null(site_config[0].cors[0].allowed_origins, `[]`), '*')",
        App.logged: "length(not_null(logs[0].http_logs, `[]`)) > `0` && flag(not_null(logs[0].detailed_error_messages, logs[0].detailed_error_messages_enabled, `false`)) && flag(not_null(logs[0].failed_request_tracing, logs[0].failed_request_tracing_enabled, `false`))",
        App.observed: "not_null(app_settings.APPLICATIONINSIGHTS_CONNECTION_STRING, app_settings.APPINSIGHTS_INSTRUMENTATIONKEY, site_config[0].application_insights_connection_string, site_config[0].application_insights_key) != `null`",
        App.public: "flag(not_null(public_network_access_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_linux_web_app" "a" {
  resource_group_name = "shop"
  name = "shop"
  site_config {}
}
""",
            gives=App(
                "azurerm_linux_web_app.a",
                resource_group="shop",
                name="shop",
                web=True,
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
                logged=False,
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

resource "azurerm_linux_web_app" "a" {
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
      php_version    = "8.3"
      python_version = "3.13"
      node_version   = "22-lts"
      java_version   = "21"
      dotnet_version = "8.0"
    }
    cors {
      allowed_origins = ["*"]
    }
  }
  logs {
    detailed_error_messages = true
    failed_request_tracing  = true
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
                "azurerm_linux_web_app.a",
                name="shop",
                web=True,
                requires_tls=True,
                strong_tls=False,
                authenticates=True,
                ftp="FtpsOnly",
                has_identity=True,
                basic_authentication=False,
                php="8.3",
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
                logged=True,
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

resource "azurerm_linux_web_app" "a" {
  name                      = "a"
  virtual_network_subnet_id = azurerm_subnet.s.id
  site_config {
    ip_restriction_default_action = "Deny"
  }
}
""",
            gives=App("azurerm_linux_web_app.a", default_action="Deny", subnets=frozenset({"azurerm_subnet.s"})),
        ),
        Shown(
            text="""
resource "azurerm_linux_web_app" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24"
    }
  }
}
""",
            gives=App(
                "azurerm_linux_web_app.a",
                access_rules=frozenset({"azurerm_linux_web_app.a/site_config/0/ip_restriction/0"}),
            ),
        ),
    ],
)


RULE_FROM_TERRAFORM = Source(
    of=AccessRule,
    each=Block(
        "azurerm_linux_web_app",
        "azurerm_windows_web_app",
        "azurerm_linux_web_app_slot",
        "azurerm_windows_web_app_slot",
        "azurerm_linux_function_app",
        "azurerm_windows_function_app",
        "azurerm_linux_function_app_slot",
        "azurerm_windows_function_app_slot",
        "azurerm_app_service",
        "azurerm_app_service_slot",
        "azurerm_function_app",
        "azurerm_function_app_slot",
        each="site_config[0].ip_restriction",
    ),
    reads={
        AccessRule.app: OwnerLink(),
        AccessRule.priority: "not_null(priority, `65000`)",
        AccessRule.allows: "lower(not_null(action, 'Allow')) == 'allow'",
        AccessRule.addresses: "split(ip_address, ',')",
        AccessRule.tag: "service_tag",
        AccessRule.subnets: "virtual_network_subnet_id",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_linux_web_app" "a" {
  name = "a"
  site_config {
    ip_restriction {
      ip_address = "203.0.113.0/24,198.51.100.7/32"
      action     = "Allow"
      priority   = 100
    }
  }
}
""",
            gives=AccessRule(
                "azurerm_linux_web_app.a/site_config/0/ip_restriction/0",
                app=frozenset({"azurerm_linux_web_app.a"}),
                priority=100,
                allows=True,
                addresses=frozenset({"203.0.113.0/24", "198.51.100.7/32"}),
                tag=None,
                subnets=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_linux_function_app" "a" {
  name = "a"
  site_config {
    ip_restriction {
      service_tag = "AzureFrontDoor.Backend"
    }
  }
}
""",
            gives=AccessRule(
                "azurerm_linux_function_app.a/site_config/0/ip_restriction/0",
                app=frozenset({"azurerm_linux_function_app.a"}),
                priority=65000,
                tag="AzureFrontDoor.Backend",
            ),
        ),
    ],
)
