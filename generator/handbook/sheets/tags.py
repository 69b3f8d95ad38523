"""Put the structure of a PDF right where WeasyPrint leaves it untrue, empty or unsaid.

A screen reader follows the tree of tags. Here running heads and feet become artifacts, header
cells say of what, lists hold items only, pictures say where they are, and what says nothing goes.
(ISO 14289-1, 7.1 to 7.8; ISO 32000-1, 14.7 and 14.8)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

POINTS_PER_PX = 0.75
PRINTED = 4
# What says something by being there, even without content.
KEPT_EMPTY = frozenset({"/Document", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Form", "/Link"})
# The dots of a leader, behind a link or in an element of their own: that, what follows in it, and
# the box that is drawn.
LEADER = 3
NO_MEANING = frozenset({"/NonStruct", "/Div"})
BLANK = "____"  # what is said of a cell to write in


class Structure:
    """The tree of tags of a PDF that is about to be written."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.by_reference = {thing.reference: thing for thing in pdf.objects}
        self.root = self.by_reference[pdf.catalog["StructTreeRoot"]]
        self.document = self.by_reference[self.root["K"][0]]
        self.numbers = self.by_reference[self.root["ParentTree"]]["Nums"]
        self.marked = dict(self._owners())
        self.needless: set[bytes] = set()
        self.reached: set[bytes] = set()

    def put_right(self) -> None:
        """Put everything right."""
        self._join_links(self.document, None)
        self._remove_annotations()
        self._tidy(self.document)
        self._reach(self.document)
        self._make_artifacts()
        for thing in self.pdf.objects:
            if _is_element(thing) and thing.reference not in self.reached:
                thing.clear()  # the library counts freed objects wrongly; an empty one is small
            elif isinstance(thing, dict) and thing.get("Subtype") == "/Link":
                thing["F"] = PRINTED

    def _children(self, element: Any) -> list[Any]:
        """Return the elements below; places in the content and objects are left out."""
        found = (self.by_reference.get(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [child for child in found if _is_element(child)]

    def _join_links(self, element: Any, link: Any, links: int = 0, plain: int = 0) -> None:
        """Make one link of a link and the links in it, which lead to the same place.

        WeasyPrint makes one of every box in a link. `link` is the outermost that an element is in,
        `links` and `plain` are how many links, and elements without a meaning, are around it. So
        many of either, one in the other, hold the dots of a leader, which nobody wants to hear.
        """
        if link is not None:
            kids = element["K"]
            element["K"] = pydyf.Array(kid for kid in kids if not self._is_annotation(kid))
            for kid in kids:
                if self._is_annotation(kid):
                    self.needless.add(self.by_reference[kid]["Obj"])
        is_link = element["S"] == "/Link"
        links += is_link
        plain = plain + 1 if links and element["S"] == "/NonStruct" else 0
        if LEADER in (links if is_link else 0, plain):
            element["K"] = pydyf.Array()
        outermost = element if is_link and link is None else link
        for child in self._children(element):
            self._join_links(child, outermost, links, plain)
        if is_link and link is not None:
            element["S"] = "/NonStruct" if links == LEADER else "/Span"

    def _owners(self) -> Iterator[tuple[int, Any]]:
        """Yield what the tree says of each page and annotation, by its number."""
        return zip(self.numbers[::2], self.numbers[1::2], strict=True)

    def _is_annotation(self, kid: Any) -> bool:
        thing = self.by_reference.get(kid) if isinstance(kid, bytes) else None
        return isinstance(thing, dict) and thing.get("Type") == "/OBJR"

    def _remove_annotations(self) -> None:
        """Take the places to click that others cover out of their pages and the tree."""
        for number in self.pdf.pages["Kids"][::3]:
            page = self.pdf.objects[number]
            if "Annots" in page:
                notes = (note for note in page["Annots"] if note not in self.needless)
                page["Annots"] = pydyf.Array(notes)
        gone = {self.by_reference[each]["StructParent"] for each in self.needless}
        kept = ((at, owner) for at, owner in self._owners() if at not in gone)
        self.numbers[:] = [part for pair in kept for part in pair]
        for each in self.needless:
            self.by_reference[each].clear()

    def _tidy(self, element: Any) -> None:
        kids: list[Any] = []
        for kid in element["K"]:
            child = self.by_reference.get(kid) if isinstance(kid, bytes) else None
            if child is None or not _is_element(child):
                kids.append(kid)
                continue
            self._tidy(child)
            if child["K"] or child["S"] in KEPT_EMPTY:
                kids += self._unwrapped(child, element)
        element["K"] = pydyf.Array(kids)
        match element["S"]:
            case "/L":
                element["K"] = pydyf.Array(self._items(element))
            case "/TH":
                self._say_of_what(element)
            case "/TD" if not element["K"]:
                element["ActualText"] = pydyf.String(BLANK)
            case "/TBody":
                element["K"] = pydyf.Array(self._rows(element))
            case "/Figure":
                self._place(element)

    def _unwrapped(self, child: Any, parent: Any) -> list[Any]:
        """Return a child, or what is in it where it only wraps something without meaning."""
        wraps = child["S"] in NO_MEANING or (child["S"] == parent["S"] == "/L")
        if not wraps or any(isinstance(kid, int) for kid in child["K"]):
            return [child.reference]
        for grandchild in self._children(child):
            grandchild["P"] = parent.reference
        return list(child["K"])

    def _items(self, listing: Any) -> list[Any]:
        """Return the children of a list, those that are no items wrapped into items."""
        items = []
        for child in self._children(listing):
            if child["S"] in ("/LI", "/Caption"):
                items.append(child.reference)
                continue
            item = self._new("/LI", listing)
            body = self._new("/LBody", item)
            item["K"], body["K"] = pydyf.Array([body.reference]), pydyf.Array([child.reference])
            if "Pg" in child:
                item["Pg"] = body["Pg"] = child["Pg"]
            child["P"] = body.reference
            items.append(item.reference)
        return items

    def _rows(self, body: Any) -> list[Any]:
        """Return the rows of a table; of the rows to write in, one says what all have to say."""
        rows, blank = [], False
        for row in self._children(body):
            is_blank = all("ActualText" in cell for cell in self._children(row))
            if not (is_blank and blank):
                rows.append(row.reference)
            blank = blank or is_blank
        return rows

    def _new(self, tag: str, parent: Any) -> Any:
        element = pydyf.Dictionary({"Type": "/StructElem", "S": tag, "P": parent.reference})
        self.pdf.add_object(element)
        self.by_reference[element.reference] = element
        return element

    def _say_of_what(self, cell: Any) -> None:
        """Say that a header is its column's, or, below the head of a table, its row's."""
        row = self.by_reference[cell["P"]]
        part = self.by_reference[row["P"]]["S"]
        if part == "/TH" or part == "/THead":
            cell["A"]["Scope"] = "/Column"
        elif "ColSpan" in cell["A"]:  # a heading across the table is no header of a cell
            cell["S"] = "/TD"
            cell.pop("ID", None)
        else:
            cell["A"]["Scope"] = "/Row"

    def _place(self, figure: Any) -> None:
        """Tell a picture's place as the page counts: in points, from the lower left."""
        height = self.by_reference[figure["Pg"]]["MediaBox"][3]
        left, top, right, bottom = (side * POINTS_PER_PX for side in figure["A"]["BBox"])
        figure["A"]["BBox"] = pydyf.Array(
            round(side, 2) for side in (left, height - bottom, right, height - top)
        )

    def _reach(self, element: Any) -> None:
        self.reached.add(element.reference)
        for child in self._children(element):
            self._reach(child)

    def _make_artifacts(self) -> None:
        """Take out of the structure what is marked on a page, but not part of the tree."""
        for number in self.pdf.pages["Kids"][::3]:
            page = self.pdf.objects[number]
            owners = self.marked[page["StructParents"]]
            lost = {number for number, owner in enumerate(owners) if owner not in self.reached}
            for number in lost:
                owners[number] = "null"
            stream = self.by_reference[page["Contents"]]
            stream.stream = _without_marks(stream.stream, lost)


def _is_element(thing: Any) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _without_marks(operations: list[Any], lost: set[int]) -> list[Any]:
    """Return a page's operations, with the marks of what is lost as those of artifacts."""
    kept: list[Any] = []
    for piece in operations:
        if piece == b"BDC" and kept[-1].get("MCID") in lost:
            kept[-2:] = ["/Artifact"]
            piece = b"BMC"
        kept.append(piece)
    return kept
