"""What is common to resources of Google Cloud that belong to a project."""

from bartizan.core.kind import Asset, Text


class Resource(Asset):
    """Something in a project."""

    project = Text("Id of the project it is in; where it is not set, that of the provider counts.")
