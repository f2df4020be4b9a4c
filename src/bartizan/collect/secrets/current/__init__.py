"""The search for credentials in the files of a tree, as they are now."""
