"""What compose gives to later stages, pages and sheets, and what stands around each of them."""
