"""Make the inputs of a sheet fields of its PDF, which can be filled in and are drawn already.

WeasyPrint gives each input its place, its name and its part in the structure; what a viewer needs
besides is written here: kind, typeface, order, what is required, and a drawing of each state.
(ISO 32000-1, 12.7; PDF/UA-1, 7.18)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

from handbook.paper import marks
from handbook.sheets.boxes import Document
from handbook.sheets.fonts import EMOJI, REGULAR
from handbook.sheets.form_font import characters_of, few_of, form_font
from handbook.sheets.form_text import IN_LINES, INK, SIZE, Lettering, drawn_text

# The attributes of an input, as templates/macros/inputs.html writes them.
Attributes = Mapping[str, str]

PRINTED = 4  # an annotation that is printed too
REQUIRED, MULTILINE, RADIO, COMBO, EDITABLE = 1 << 1, 1 << 12, 1 << 15, 1 << 17, 1 << 18
HAS_SIGNATURE_FIELDS = 1
AT_THE_RIGHT = 2
KEPT = ("Type", "Subtype", "Rect", "P", "F", "StructParent")
TICK = "{ink} 1.1 w 1 J 1 j {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l {x2:.2f} {y2:.2f} l S"

BLANK = "q Q"  # some readers take a stream without a byte for a damaged one


def finish(content: bytes, inputs: Sequence[Attributes], typeface: str) -> bytes:
    """Return the PDF with its inputs as fields; `inputs` are their attributes, in order."""
    with Pdf.open(BytesIO(content)) as pdf:
        _Fields(pdf, inputs, typeface).write()
        finished = BytesIO()
        pdf.save(
            finished,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            recompress_flate=False,
        )
        return finished.getvalue()


class _Fields:
    """The fields of one file while they are made."""

    def __init__(self, pdf: Pdf, inputs: Sequence[Attributes], script: str) -> None:
        self.pdf = pdf
        self.inputs = {each["name"]: each for each in inputs}
        self.lettering = _lettering(script, "".join(map(_drawn, inputs)))
        self.fonts = Dictionary()
        for name, font in self.lettering.fonts.items():
            self.fonts[f"/{name}"] = font.embed(pdf)
        self.radios: dict[str, Object] = {}
        self.shared: dict[tuple[float, float, str], Object] = {}
        self.fields: list[Object] = []

    def write(self) -> None:
        makers: dict[str, Callable[[Object, Attributes], None]] = {
            "text": self._text, "long": self._text, "cell": self._text, "list": self._list,
            "tick": self._tick, "one-of": self._one_of, "signature": self._signature,
        }  # fmt: skip
        for page in self.pdf.pages:
            page.obj.Tabs = Name.S  # the order of the structure, which is that of reading
            for widget in page.obj.get("/Annots", ()):
                if widget.Subtype != Name.Widget:  # a link
                    continue
                attributes = self.inputs[str(widget.T)]
                for key in set(widget.keys()) - {f"/{kept}" for kept in KEPT}:
                    del widget[key]
                widget.F = PRINTED
                left, first, right, second = map(float, widget.Rect)
                corners = left, min(first, second), right, max(first, second)
                widget.Rect = Array(round(side, 3) for side in corners)
                makers[attributes[marks.KIND]](widget, attributes)
        self.pdf.Root.AcroForm = Dictionary(
            Fields=Array(self.fields),
            DR=Dictionary(Font=self.fonts),
            DA=String(_appearance("text")),
            SigFlags=HAS_SIGNATURE_FIELDS if self._is_signed() else 0,
        )

    def _is_signed(self) -> bool:
        return any(each[marks.KIND] == "signature" for each in self.inputs.values())

    def _field(self, field: Object, kind: str, attributes: Attributes, flags: int = 0) -> None:
        field.FT = Name("/" + kind)
        field.T = String(attributes[marks.FIELD])
        field.TU = String(attributes[marks.TITLE])
        field.Ff = flags | (REQUIRED if marks.REQUIRED in attributes else 0)
        self.fields.append(field)

    def _text(self, widget: Object, attributes: Attributes) -> None:
        kind = attributes[marks.KIND]
        self._field(widget, "Tx", attributes, MULTILINE if kind in IN_LINES else 0)
        self._say(widget, attributes, kind)
        if marks.PATTERN in attributes:
            judging = _judging(attributes[marks.PATTERN], attributes[marks.WRONG])
            widget.AA = Dictionary(V=judging)

    def _list(self, widget: Object, attributes: Attributes) -> None:
        self._field(widget, "Ch", attributes, COMBO | EDITABLE)
        widget.Opt = Array(map(String, ("", *attributes[marks.OPTIONS].split("\n"))))
        self._say(widget, attributes, "list")

    def _say(self, widget: Object, attributes: Attributes, kind: str) -> None:
        value, is_figure = attributes[marks.VALUE], marks.FIGURE in attributes
        widget.DA = String(_appearance(kind))
        widget.V = widget.DV = String(value)
        widget.BS = Dictionary(W=0)  # else viewers keep its room free, which a second line needs
        if is_figure:
            widget.Q = AT_THE_RIGHT
        size = _size(widget)
        stream, _ = drawn_text(_drawn(attributes), kind, size, self.lettering, is_figure=is_figure)
        widget.AP = Dictionary(N=self._drawing(widget, stream, self.fonts))

    def _tick(self, widget: Object, attributes: Attributes) -> None:
        self._field(widget, "Btn", attributes)
        widget.TU = String(attributes["title"])
        self._box(widget, "Yes", attributes)
        widget.V = widget.DV = widget.AS

    def _one_of(self, widget: Object, attributes: Attributes) -> None:
        name = attributes[marks.FIELD]
        if name not in self.radios:
            made = self.pdf.make_indirect(Dictionary(Kids=Array(), Opt=Array()))
            self._field(made, "Btn", attributes, RADIO)
            made.V = made.DV = Name.Off
            self.radios[name] = made
        group = self.radios[name]
        state = str(len(group.Kids))  # the place of its words in Opt
        widget.Parent = group
        widget.TU = String(attributes["title"])
        self._box(widget, state, attributes)
        if marks.ON in attributes:
            group.V = group.DV = Name("/" + state)
        group.Kids.append(widget)
        group.Opt.append(String(attributes[marks.VALUE]))

    def _box(self, widget: Object, state: str, attributes: Attributes) -> None:
        on = Name("/" + state)
        widget.AS = on if marks.ON in attributes else Name.Off
        states = Dictionary(Off=self._shared(widget, BLANK))
        states[on] = self._shared(widget, _tick_of(*_size(widget)))
        widget.AP = Dictionary(N=states)

    def _shared(self, widget: Object, content: str) -> Object:
        """Return a drawing of a state: boxes of one size share it, as nobody draws it anew."""
        width, height = _size(widget)
        at = round(width, 3), round(height, 3), content
        if at not in self.shared:
            self.shared[at] = self._drawing(widget, content)
        return self.shared[at]

    def _signature(self, widget: Object, attributes: Attributes) -> None:
        """Leave the box blank: for a hand on paper, or for a digital signature."""
        self._field(widget, "Sig", attributes)
        widget.AP = Dictionary(N=self._drawing(widget, BLANK))

    def _drawing(self, widget: Object, content: str, fonts: Object | None = None) -> Object:
        width, height = _size(widget)
        return self.pdf.make_stream(
            content.encode(), Type=Name.XObject, Subtype=Name.Form,
            BBox=Array([0, 0, round(width, 3), round(height, 3)]),
            Resources=Dictionary(Font=fonts) if fonts is not None else Dictionary(),
        )  # fmt: skip


def inputs_of(document: Document) -> Iterator[Attributes]:
    """Yield the attributes of each input of a WeasyPrint document, in reading order."""
    for page in document.pages:
        for boxes in page.forms.values():
            for box, _ in boxes:
                yield dict(box.element.attrib)


def _judging(pattern: str, wrong: str) -> Object:
    """Return the action by which a viewer refuses an answer that does not look as it should.

    It runs when an answer is left; viewers without scripts take any. (ISO 32000-1, 12.6.4.16)
    """
    test = f"new RegExp({json.dumps(f'^(?:{pattern})$')}, 'u').test(String(event.value).trim())"
    script = f"if (event.value && !{test}) {{ app.alert({json.dumps(wrong)}); event.rc = false; }}"
    return Dictionary(S=Name.JavaScript, JS=String(script))


def _drawn(attributes: Attributes) -> str:
    """Return what is seen of what a field says."""
    return attributes.get(marks.DRAWN, attributes[marks.VALUE])


def _lettering(script: str, said: str) -> Lettering:
    """Return the typeface of fields, and the characters of others that it lacks."""
    fonts = {"Form": form_font(script)}
    lacking = set(said) - fonts["Form"].glyphs.keys()
    for name, path in (("Rare", REGULAR), ("Emoji", EMOJI)):
        if found := lacking & characters_of(path):
            fonts[name] = few_of(path, found, f"{path.stem}-Rare")
            lacking -= found
    return Lettering(fonts)


def _appearance(kind: str) -> str:
    return f"/Form {SIZE[kind]} Tf {INK}"


def _size(widget: Object) -> tuple[float, float]:
    left, bottom, right, top = map(float, widget.Rect)
    return abs(right - left), abs(top - bottom)


def _tick_of(width: float, height: float) -> str:
    return TICK.format(
        ink=INK.replace("rg", "RG"),
        x0=0.18 * width, y0=0.52 * height, x1=0.42 * width, y1=0.24 * height,
        x2=0.84 * width, y2=0.80 * height,
    )  # fmt: skip
