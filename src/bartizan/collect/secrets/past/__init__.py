"""The search for credentials in the history of a repository."""
