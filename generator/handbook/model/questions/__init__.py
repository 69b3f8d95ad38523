"""Questions put to a handbook, and answers to them that can be compared from build to build."""

from handbook.model.questions.answers import Answers, Question
from handbook.model.questions.observed import Observed, World
from handbook.model.questions.told import Untellable

__all__ = ["Answers", "Observed", "Question", "Untellable", "World"]
