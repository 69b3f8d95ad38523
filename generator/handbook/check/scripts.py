"""The words of scripts: blanks, phrases that must be said, phrases that must never be said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from handbook.check.speakers import speakers_of_scripts
from handbook.check.spoken import Spoken, words_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Script
from handbook.model.nearest import nearest
from handbook.model.values import is_open
from handbook.problems import Problem, problem
from handbook.read.nodes import Text
from handbook.write.spelling import one_line

_SLOT = re.compile(r"\{([^{}\n]+)\}")


def undeclared_slots(handbook: Handbook) -> Iterator[Problem]:
    """Every blank in a script's words is explained under `slots`."""
    for script in handbook.current(Script):
        seen: set[str] = set()
        for text in words_of(script):
            for match in _SLOT.finditer(text):
                name = match[1].strip()
                if name in script.slots or name in seen:
                    continue
                seen.add(name)
                near = nearest(name, script.slots)
                yield problem(
                    "undeclared-slot", text.offset_place(match.start()),
                    "nearest" if near else "declare",
                    slot=name, nearest=near, key=one_line(name, flow=True),
                )  # fmt: skip


def missing_phrases(handbook: Handbook) -> Iterator[Problem]:
    """A script's own words hold every phrase of its `always`; without lines it is not judged."""
    for script in handbook.current(Script):
        if not script.lines:
            continue
        spoken = [Spoken(text) for text in words_of(script, handbook)]
        for phrase in script.always:
            if not is_open(phrase) and not any(text.holds(phrase) for text in spoken):
                yield problem("missing-phrase", phrase.place, "say", phrase=phrase)


def forbidden_phrases(handbook: Handbook) -> Iterator[Problem]:
    """No script holds a phrase that it, its speakers or its section must never say.

    The `never` of a script is checked in the script itself and in every script that the same
    people use. That of a script without words of its own, or of one without lines that nobody is
    told to use, is a rule of the house: it holds in its section and in all below it.
    """
    forbidders = [script for script in handbook.current(Script) if script.never]
    speakers = speakers_of_scripts(handbook)
    of_the_house = defaultdict(list)
    of_people = defaultdict(list)
    for script in forbidders:
        if not script.lines and not (script.phrases and speakers[script]):
            of_the_house[script.section.path].append(script)
        for people in speakers[script]:
            of_people[people].append(script)
    for script in handbook.current(Script):
        texts = [Spoken(text) for text in words_of(script, handbook)]
        if not texts:
            continue
        binding = [script, *(other for who in speakers[script] for other in of_people[who])]
        for section in script.section.lineage:
            binding += of_the_house[section.path]
        phrases = {
            str(phrase): phrase for source in reversed(binding) for phrase in source.never
            if not is_open(phrase)
        }  # fmt: skip
        for phrase in phrases.values():
            for text in texts:
                yield from _forbidden(phrase, text)


def _forbidden(phrase: Text, spoken: Spoken) -> Iterator[Problem]:
    at = spoken.find(phrase)
    if at is not None:
        yield problem(
            "forbidden-phrase", spoken.text.offset_place(at), "reword",
            phrase=phrase, where=phrase.place,
        )  # fmt: skip
