"""How long a test waits before it gives up: for a machine that is busy, never as a measure."""

PATIENCE = 600  # seconds
