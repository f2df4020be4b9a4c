"""Where images are: archives, layouts and registries."""
