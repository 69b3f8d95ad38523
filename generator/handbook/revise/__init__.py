"""Plan changes of a handbook: what each file is to hold, proved on the handbook as it would be.

One module a change, pure: a handbook as it stands and what is asked give `Changes`, or raise
`CannotRevise`. Nothing is asked, shown or written here; the command line, and whatever edits, do.
"""

from handbook.revise.changes import CannotRevise, Changes, Told
from handbook.revise.standing import Standing

__all__ = ["CannotRevise", "Changes", "Standing", "Told"]
