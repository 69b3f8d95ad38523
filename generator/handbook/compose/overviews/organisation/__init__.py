"""The organisation: its chart and its headcounts, on pages and on paper."""
