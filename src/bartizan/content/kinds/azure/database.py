"""What database servers of Azure have in common, whatever their engine."""

from bartizan.core.kind import Asset, Flag


class DatabaseServer(Asset):
    """A server whose host and upkeep are Microsoft's."""

    public = Flag("It has an endpoint on the Internet.")
    literal_password = Flag("The password of its administrator is written in the source.")
