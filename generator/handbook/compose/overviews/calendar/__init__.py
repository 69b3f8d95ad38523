"""What is due when: the duty calendar, planners for the wall, calendar files, dates of events."""
