"""Managed databases, of whatever engine, and clusters of them."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Grouped
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import DataStore
from bartizan.core.kind import Flag, Link, Number


class Database(DataStore, Grouped):
    """Keeps data and answers queries over the network."""

    encrypted = Flag("Its storage, backups and snapshots are encrypted at rest.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    backup_days = Number("Days that automatic backups are kept; 0 is no backup.")
    literal_password = Flag("The main user's password is written in the source.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )
    port = Number("The port it listens on; none where it is the one its engine has by itself.")
