"""What a page may load and run: its own Content-Security-Policy."""

from __future__ import annotations

# By double click a page's own files are `file:`, and not every browser takes those for 'self'.
OWN = "'self' file:"
POLICY = "; ".join((
    "default-src 'none'",
    f"script-src {OWN}",
    f"style-src {OWN}",
    f"img-src {OWN} data:",
    f"media-src {OWN}",
    f"font-src {OWN}",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
))  # fmt: skip
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
