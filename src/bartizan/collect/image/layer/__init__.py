"""Layers: how they are read as streams, what is kept of them, and what they come to one on top of the other."""
