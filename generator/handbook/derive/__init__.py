"""What follows from the definitions: never typed twice, always up to date."""
