"""Good values of the settings that attack paths rest on."""
