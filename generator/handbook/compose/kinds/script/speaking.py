"""A script to speak from: its blanks, and where each line leads, in words without markup."""

from __future__ import annotations

from handbook.compose.kinds.script.view import SLOT
from handbook.compose.setting.markdown import bare
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Script
from handbook.model.kinds.procedure import END
from handbook.model.kinds.script import Reply
from handbook.model.references import Reference


def speaking(script: Script, screen: Screen) -> dict[str, object]:
    """Return what the page cannot tell by itself; lines are in the order of the page."""
    spoken = [str(line.say) for line in script.lines]
    spoken += [str(word) for phrase in script.phrases for word in phrase.words]
    names = [*map(str, script.slots), *(name for words in spoken for name in SLOT.findall(words))]
    return {
        "slots": [
            {"name": name, "example": screen.setter.bare(_example(script, name))}
            for name in dict.fromkeys(names)
        ],
        "lines": [
            {
                "id": str(line.id or ""),
                "replies": [_reply(reply, script, screen) for reply in line.branches],
            }
            for line in script.lines
        ],
        "never": [bare(screen.setter.plain(words)) for words in script.never],
    }


def _example(script: Script, name: str) -> str | None:
    slot = script.slots.get(name)
    return slot.example if slot else None


def _reply(reply: Reply, script: Script, screen: Screen) -> dict[str, str]:
    """Return what the customer says, and the way on: an anchor, a page, or nothing at the end."""
    when = bare(screen.setter.line(reply.when)) if reply.when else ""
    target, t = str(reply.go.text), screen.t
    numbers = {str(line.id): number for number, line in enumerate(script.lines, 1) if line.id}
    if target == END:
        return {"when": when, "href": "", "words": t("end")}
    if target in numbers:
        words = t("go-to-line", number=numbers[target])
        return {"when": when, "href": f"#{target}", "words": words}
    reference = Reference(reply.go.text, ("script", "procedure"), script.section.path)
    found = screen.handbook.find(reference)
    href = screen.href(found) if found else None
    words = t("go-to-script", title=bare(screen.setter.name(reference)))
    return {"when": when, "href": href or "", "words": words}
