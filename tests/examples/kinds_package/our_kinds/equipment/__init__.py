"""Equipment: where it stands, who keeps it, and when it is serviced."""
