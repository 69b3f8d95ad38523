"""What Python, templates and style sheets of paper agree on: measures, colours, marks.

Each number, colour and name that more than one of them needs stands here once. `style` writes the
first two as custom properties for templates/print/css; templates carry the marks.
"""
