"""Secrets in files, in layers and in history: the search, and the checks of what it finds."""
