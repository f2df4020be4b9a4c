"""The Internet: everybody who has no right of his own, as an actor."""

from bartizan.core.kind import Asset


class Internet(Asset, kind="internet"):
    """Everybody. There is one, with the id `internet`; nothing declares it."""
