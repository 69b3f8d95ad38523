"""Make a service team's handbook out of YAML: a searchable site and printable sheets."""
