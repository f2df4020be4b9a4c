"""Searches source code for the shapes that weaknesses have in it."""
