"""Versions: one module per way of ordering them. A version becomes a key of bytes that sorts as it does."""
