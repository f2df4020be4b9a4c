"""Networks whose firewalls ask rules by their rank, the first that fits deciding: those of Azure and Google Cloud."""
