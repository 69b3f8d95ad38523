"""Each kind of definition as pages and sheets show it: a folder or a file a kind."""
