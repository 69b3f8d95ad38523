"""The names that templates put on a sheet and Python looks for on the laid-out page.

Classes say what an element is, attributes what it is about. Whoever renames one in a template
renames it here: a test keeps the two alike.
"""

from __future__ import annotations

# Kinds of sheet: the class of the body, and the name of the template.
BOOK, CARD = "book", "card"
WORKED_BY = frozenset({"procedure", "checklist", CARD, BOOK})  # on which decisions are taken
NEVER_TURNED = frozenset({BOOK, CARD, "script"})  # whose pages are not turned on their side

# Parts of every page.
ALOUD = "aloud"  # only heard
STAMP = "stamp"  # lies across the page
IN_MARGINS = frozenset({"running", "foot"})
NOT_READ = frozenset({STAMP, ALOUD})
APART = IN_MARGINS | NOT_READ  # what is no text of the sheet
ROWS = frozenset({"head", "band", "foot", "foot__words"})  # what stands in one gives way together

# Steps, decisions, signatures.
ITEMS, ITEM = "items", "item"
WORK_ON_CARD = "pauses"
STEPS = frozenset({"step", "chain__step", ITEM})
DECISIONS = frozenset({"branches", "item__ways"})
SIGN_OFF = "sign-off"
SWIMLANE = "swimlane"  # the picture that draw/svg.py writes

# Headings that are no headings of the document, because they are rows or lines of a list.
LIKE_HEADINGS = frozenset(
    {"phase", "chain__phase", "toc--section", "toc--chapter", "article__title"}
)
LINE_OF_INDEX = "toc--index"  # looks like one of them, and has nothing below it

# What an element is about.
OF, STEP = "data-of", "data-step"  # a definition in a book, and a step
LEAST = "data-least"  # the least width of a column, in millimetres
TYPEFACE = "data-typeface"  # in which the fields of a sheet are filled: typefaces/form.py
FIT = "data-fit"  # how an element is loosened: sheets/loosen.py writes it, style sheets know it

# What an input of a form is, as templates/macros/inputs.html writes it.
KIND, FIELD, TITLE = "data-kind", "data-field", "data-title"
VALUE, DRAWN, OPTIONS = "data-value", "data-drawn", "data-options"
REQUIRED, FIGURE, ON = "data-required", "data-figure", "data-on"
PATTERN, WRONG = "data-pattern", "data-wrong"  # what an answer looks like, and what is said else
