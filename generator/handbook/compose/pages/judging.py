"""Judge a handbook with what only its pages can tell: whether links between them lead anywhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from handbook.check.known import Judged, judge
from handbook.compose.pages.loose_references import loose_references
from handbook.model.handbook import Handbook
from handbook.model.load import Loaded
from handbook.problems import Problem


def judge_with_links(project: Path, loaded: Loaded, today: datetime.date) -> Judged:
    """Return every problem of a loaded handbook as of a day, known ones apart."""

    def links(handbook: Handbook, is_sound: bool) -> Iterable[Problem]:
        loose = [each for page in handbook.written for each in loose_references(page)]
        shown = (each for page in handbook.written for each in page.parsed.addresses)
        if all(each.scheme for each in shown):
            return loose
        # To compose takes long to load; few handbooks have links by hand.
        from handbook.compose.pages.written_links import broken_links

        return [*broken_links(handbook, project, is_sound=is_sound), *loose]

    return judge(project, loaded, today, links)
