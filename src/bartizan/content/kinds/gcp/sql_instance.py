"""Google Cloud SQL instances and users."""

from bartizan.content.kinds.data_store import LABELS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.gcp.network import Network
from bartizan.content.kinds.gcp.resource import Resource
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class SqlInstance(
    Resource,
    DataStore,
    Endpoint,
    kind="gcp.sql.instance",
    identifier="//cloudsql.googleapis.com/projects/{project}/instances/{name}",
):
    """A managed MySQL, PostgreSQL or SQL Server."""

    name = Text("Its name.")

    version = Text("Engine and version: POSTGRES_16.")
    public_ip = Flag("It has a public address.")
    open_to_world = Flag("Every address may connect.")
    requires_tls = Flag("Connections without TLS are refused.")
    backed_up = Flag("Backups are made.")
    restores_to_time = Flag("It can be brought back to a point in time.")
    deletion_protected = Flag("Deletion is refused.")
    highly_available = Flag("It has a stand-by in another zone.")
    own_key = Flag("It is encrypted with a key of the customer.")
    skip_show_database = Text("Whether users see only their own databases.")
    local_infile = Text("Whether clients may load files.")
    log_error_verbosity = Text("How much an error says.")
    log_connections = Text("Whether connections are logged.")
    log_disconnections = Text("Whether ends of connections are logged.")
    log_statement = Text("Which statements are logged.")
    log_min_messages = Text("From which level messages are logged.")
    log_min_error_statement = Text("From which level statements with errors are logged.")
    log_min_duration_statement = Text("From which duration in milliseconds statements are logged.")
    audits = Text("Whether the audit extension is on.")
    external_scripts_enabled = Text("Whether programs can be run from SQL.")
    cross_db_ownership_chaining = Text("Whether rights in one database count in another.")
    user_connections = Text("How many connections there may be.")
    user_options = Text("Defaults for all users.")
    remote_access = Text("Whether other servers may run procedures.")
    hides_errors = Text("Whether error messages hide details.")
    contained_database_authentication = Text("Whether databases have users of their own.")
    authorized = Many("Addresses that may connect to its public address.")
    networks = Link(Network, "The network it has a private address in.")


class SqlUser(Asset, kind="gcp.sql.user"):
    """A user of a Cloud SQL instance."""

    name = Text("Its name.")
    host = Text("From where it may connect; MySQL only.")
    literal_password = Flag("The password is written in the source.")
    has_password = Flag("A password is set.")
    instance = Link(SqlInstance, "The instance it is a user of.")


FROM_TERRAFORM = Source(
    of=SqlInstance,
    each=Block("google_sql_database_instance"),
    names=("name",),
    reads={
        SqlInstance.project: "project",
        SqlInstance.name: "name",
        SqlInstance.authorized: "not_null(settings[0].ip_configuration[0].authorized_networks, `[]`)[].value",
        SqlInstance.networks: "settings[0].ip_configuration[0].private_network",
        SqlInstance.tags: LABELS.replace("labels", "settings[0].user_labels"),
        SqlInstance.version: "database_version",
        SqlInstance.public_ip: "flag(not_null(settings[0].ip_configuration[0].ipv4_enabled, `true`))",
        SqlInstance.open_to_world: "contains(not_null(settings[].ip_configuration[].authorized_networks[].value, `[]`), '0.0.0.0/0')",
        SqlInstance.requires_tls: "contains(['ENCRYPTED_ONLY', 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED'], not_null(settings[0].ip_configuration[0].ssl_mode, '')) || flag(not_null(settings[0].ip_configuration[0].require_ssl, `false`))",
        SqlInstance.backed_up: "flag(not_null(settings[0].backup_configuration[0].enabled, `false`))",
        SqlInstance.restores_to_time: "flag(not_null(settings[0].backup_configuration[0].point_in_time_recovery_enabled, settings[0].backup_configuration[0].binary_log_enabled, `false`))",
        SqlInstance.deletion_protected: "flag(not_null(deletion_protection, `true`))",
        SqlInstance.highly_available: "not_null(settings[0].availability_type, 'ZONAL') == 'REGIONAL'",
        SqlInstance.own_key: "encryption_key_name != `null`",
        SqlInstance.skip_show_database: "settings[].database_flags[?name=='skip_show_database'].value[] | [0]",
        SqlInstance.local_infile: "settings[].database_flags[?name=='local_infile'].value[] | [0]",
        SqlInstance.log_error_verbosity: "settings[].database_flags[?name=='log_error_verbosity'].value[] | [0]",
        SqlInstance.log_connections: "settings[].database_flags[?name=='log_connections'].value[] | [0]",
        SqlInstance.log_disconnections: "settings[].database_flags[?name=='log_disconnections'].value[] | [0]",
        SqlInstance.log_statement: "settings[].database_flags[?name=='log_statement'].value[] | [0]",
        SqlInstance.log_min_messages: "settings[].database_flags[?name=='log_min_messages'].value[] | [0]",
        SqlInstance.log_min_error_statement: "settings[].database_flags[?name=='log_min_error_statement'].value[] | [0]",
        SqlInstance.log_min_duration_statement: "settings[].database_flags[?name=='log_min_duration_statement'].value[] | [0]",
        SqlInstance.audits: "settings[].database_flags[?name=='cloudsql.enable_pgaudit'].value[] | [0]",
        SqlInstance.external_scripts_enabled: "settings[].database_flags[?name=='external scripts enabled'].value[] | [0]",
        SqlInstance.cross_db_ownership_chaining: "settings[].database_flags[?name=='cross db ownership chaining'].value[] | [0]",
        SqlInstance.user_connections: "settings[].database_flags[?name=='user connections'].value[] | [0]",
        SqlInstance.user_options: "settings[].database_flags[?name=='user options'].value[] | [0]",
        SqlInstance.remote_access: "settings[].database_flags[?name=='remote access'].value[] | [0]",
        SqlInstance.hides_errors: "settings[].database_flags[?name=='3625'].value[] | [0]",
        SqlInstance.contained_database_authentication: "settings[].database_flags[?name=='contained database authentication'].value[] | [0]",
    },
    shows=[
        Shown(
            text="""
resource "google_sql_database_instance" "a" {
  name             = "a"
  database_version = "POSTGRES_16"
  settings {
    tier = "db-f1-micro"
  }
}
""",
            gives=SqlInstance(
                "google_sql_database_instance.a",
                version="POSTGRES_16",
                public_ip=True,
                open_to_world=False,
                requires_tls=False,
                backed_up=False,
                restores_to_time=False,
                deletion_protected=True,
                highly_available=False,
                own_key=False,
                skip_show_database=None,
                local_infile=None,
                log_error_verbosity=None,
                log_connections=None,
                log_disconnections=None,
                log_statement=None,
                log_min_messages=None,
                log_min_error_statement=None,
                log_min_duration_statement=None,
                audits=None,
                external_scripts_enabled=None,
                cross_db_ownership_chaining=None,
                user_connections=None,
                user_options=None,
                remote_access=None,
                hides_errors=None,
                contained_database_authentication=None,
                tags=frozenset(),
                project=None,
                name="a",
            ),
        ),
        Shown(
            text="""
resource "google_sql_database_instance" "a" {
  name                = "a"
  database_version    = "MYSQL_8_0"
  deletion_protection = false
  encryption_key_name = "k"
  settings {
    tier              = "db-f1-micro"
    availability_type = "REGIONAL"
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
    database_flags {
      name  = "skip_show_database"
      value = "on"
    }
    database_flags {
      name  = "local_infile"
      value = "on"
    }
    database_flags {
      name  = "log_error_verbosity"
      value = "on"
    }
    database_flags {
      name  = "log_connections"
      value = "on"
    }
    database_flags {
      name  = "log_disconnections"
      value = "on"
    }
    database_flags {
      name  = "log_statement"
      value = "on"
    }
    database_flags {
      name  = "log_min_messages"
      value = "on"
    }
    database_flags {
      name  = "log_min_error_statement"
      value = "on"
    }
    database_flags {
      name  = "log_min_duration_statement"
      value = "on"
    }
    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "on"
    }
    database_flags {
      name  = "external scripts enabled"
      value = "on"
    }
    database_flags {
      name  = "cross db ownership chaining"
      value = "on"
    }
    database_flags {
      name  = "user connections"
      value = "on"
    }
    database_flags {
      name  = "user options"
      value = "on"
    }
    database_flags {
      name  = "remote access"
      value = "on"
    }
    database_flags {
      name  = "3625"
      value = "on"
    }
    database_flags {
      name  = "contained database authentication"
      value = "on"
    }
  }
}
""",
            gives=SqlInstance(
                "google_sql_database_instance.a",
                version="MYSQL_8_0",
                public_ip=False,
                open_to_world=True,
                requires_tls=True,
                backed_up=True,
                restores_to_time=True,
                deletion_protected=False,
                highly_available=True,
                own_key=True,
                skip_show_database="on",
                local_infile="on",
                log_error_verbosity="on",
                log_connections="on",
                log_disconnections="on",
                log_statement="on",
                log_min_messages="on",
                log_min_error_statement="on",
                log_min_duration_statement="on",
                audits="on",
                external_scripts_enabled="on",
                cross_db_ownership_chaining="on",
                user_connections="on",
                user_options="on",
                remote_access="on",
                hides_errors="on",
                contained_database_authentication="on",
            ),
        ),
        Shown(
            text="""
resource "google_compute_network" "n" {
  name = "n"
}

resource "google_sql_database_instance" "a" {
  database_version = "POSTGRES_16"
  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      private_network = google_compute_network.n.id
      authorized_networks {
        value = "203.0.113.0/24"
      }
    }
  }
}
""",
            gives=SqlInstance(
                "google_sql_database_instance.a",
                authorized=frozenset({"203.0.113.0/24"}),
                networks=frozenset({"google_compute_network.n"}),
            ),
        ),
    ],
)


USER_FROM_TERRAFORM = Source(
    of=SqlUser,
    each=Block("google_sql_user"),
    reads={
        SqlUser.name: "name",
        SqlUser.host: "host",
        SqlUser.literal_password: "type(password) == 'string'",
        SqlUser.has_password: "password != `null` || password_wo != `null`",
        SqlUser.instance: "instance",
    },
    shows=[
        Shown(
            text="""
resource "google_sql_user" "a" {
  name     = "app"
  instance = "other"
}
""",
            gives=SqlUser("google_sql_user.a", name="app", host=None, literal_password=False, has_password=False),
        ),
        Shown(
            text="""
resource "google_sql_database_instance" "i" {
  name             = "i"
  database_version = "MYSQL_8_0"
}

resource "google_sql_user" "a" {
  name     = "root"
  host     = "%"
  password = "hunter2"
  instance = google_sql_database_instance.i.name
}
""",
            gives=SqlUser(
                "google_sql_user.a",
                name="root",
                host="%",
                literal_password=True,
                has_password=True,
                instance=frozenset({"google_sql_database_instance.i"}),
            ),
        ),
    ],
)
