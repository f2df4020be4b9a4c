"""Container images: where they are kept, their layers, and what they are made of."""
