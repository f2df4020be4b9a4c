"""Where data lies, in any cloud or cluster."""

from bartizan.core.kind import Asset, Flag, Many


class DataStore(Asset):
    """Something that keeps data: a bucket, a database, a table, a disk, a queue, a secret."""

    holds = Many("Classes of data that it holds: customer, payment, health, secret ...", derived=True)
    production = Flag("It belongs to production.", derived=True)
