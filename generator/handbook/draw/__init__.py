"""Draw what the handbook says: swimlanes of procedures, charts of the organisation."""
