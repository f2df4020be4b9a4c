"""What happened: events of the providers' audit logs."""
