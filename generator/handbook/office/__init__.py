"""Tables as files for those who go on with them in an office program."""
