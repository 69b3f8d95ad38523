"""What follows from the definitions, with its pages, sheets and files.

Registers, the responsibility matrix, limits, charts and calendars: each a table or a picture that
is made once for the page, the sheet of paper and the file.
"""
