"""A book bound of its pieces is as sound as one laid out whole."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdf
import pytest
from tests.composed import NOWHERE, handbook_with
from tests.composed import pressed as bound_anew

from handbook.compose.books import pieces
from handbook.compose.books.sheets import compose_book
from handbook.compose.templates.environment import environment
from handbook.sheets.outcome import Pressed
from handbook.sheets.press import print_sheets

SETTINGS = "title: 手册\norganisation: 单位\nsite_url: https://handbook.example/\n"
MANY = 7


def policies(word: str = "原来的话") -> str:
    """Return policies each of which refers to the next, with a table in each."""
    return "".join(
        f"- kind: policy\n  id: p{n}\n  title: 规定{n}\n  code: PO-{n}\n  articles:\n"
        f"  - {{id: a, text: '{'长' * 300}见[[p{(n + 1) % MANY}]]。{word if n == 3 else ''}',\n"
        f"     table: {{columns: [甲, 乙], rows: [[一, 二], [三, 四]]}}}}\n"
        for n in range(MANY)
    )


def composed(word: str = "原来的话"):
    handbook = handbook_with(all=policies(word), handbook=SETTINGS)
    return compose_book(handbook, environment(NOWHERE), handbook.organisation)


@pytest.fixture(scope="module", autouse=True)
def short_pieces():
    """Let pieces be of a page, so that a small book has many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "MOST_PAGES", 1.0)
        yield


@pytest.fixture(scope="module")
def made(short_pieces) -> Pressed:
    book = composed()
    assert len(book.pieces) == MANY + 1
    outcome = bound_anew(book)
    assert isinstance(outcome, Pressed), outcome
    assert outcome.misfits == ()
    return outcome


@pytest.fixture(scope="module")
def pages(made):
    return pypdf.PdfReader(BytesIO(made.pdf)).pages


@pytest.fixture
def document(made):
    with pikepdf.open(BytesIO(made.pdf)) as document:
        yield document


def words(page) -> str:
    return re.sub(r"\s+", " ", page.extract_text().replace("\u2009", " "))


def titles(outline):
    """Yield (level, title) of an outline."""
    waiting = [(1, outline.get("/First"))]
    while waiting:
        level, entry = waiting.pop()
        if entry is not None:
            yield level, str(entry.Title)
            waiting += [(level, entry.get("/Next")), (level + 1, entry.get("/First"))]


def tags(element):
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def test_each_page_tells_its_number_and_how_many_there_are(pages):
    for number, page in enumerate(pages[1:], 2):
        assert f"第 {number} / {len(pages)} 页" in words(page)


def test_mentions_tell_the_page_in_whichever_piece_it_is(made, pages):
    reader = pypdf.PdfReader(BytesIO(made.pdf))
    where = {
        n: reader.get_destination_page_number(reader.named_destinations[f"d-p{n}"]) + 1
        for n in range(MANY)
    }
    text = " ".join(map(words, pages))
    told = re.findall(r"规定 (\d) PO-\d 第 (\d+) 页", text)
    assert {(int(n), int(page)) for n, page in told} == set(where.items())


def test_links_lead_to_places_that_there_are(document):
    names = document.Root.Names.Dests.Names
    known = {str(name) for name in list(names)[::2]}
    assert list(names)[::2] == sorted(names[::2], key=str)
    links = [note for page in document.pages for note in page.get("/Annots", ())]
    inside = [str(note.Dest) for note in links if "/Dest" in note]
    assert len(inside) > MANY
    assert known.issuperset(inside)
    assert not [note for note in links if "/A" in note]


def test_the_outline_is_one(document):
    assert list(titles(document.Root.Outlines)) == [
        (1, "手册"), (1, "受控页"), (1, "目录"), (1, "单位"), (2, "制度"),
        *((3, f"规定\u2009{n}") for n in range(MANY)),
    ]  # fmt: skip


def test_each_typeface_is_there_once(document):
    files = [thing for thing in document.objects
             if isinstance(thing, pikepdf.Stream) and "/Length1" in thing]  # fmt: skip
    names = {str(font.BaseFont) for page in document.pages
             for font in page.Resources.Font.values()}  # fmt: skip
    assert len(files) == len(names) == 2


def test_each_page_and_each_link_is_known_to_the_tree_of_tags(document):
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(each) for each in numbers[::2]]
    assert keys == sorted(set(keys))
    asked = [int(page.StructParents) for page in document.pages]
    asked += [int(note.StructParent) for page in document.pages for note in page.get("/Annots", ())]
    assert sorted(asked) == keys
    known = {page.objgen for page in document.pages}
    root = document.Root.StructTreeRoot.K[0]
    assert {each.Pg.objgen for each in tags(root) if "/Pg" in each} <= known


def test_cells_know_the_headers_of_their_own_table(document):
    below = list(tags(document.Root.StructTreeRoot.K[0]))
    heads = [str(each.ID) for each in below if "/ID" in each]
    assert len(heads) == len(set(heads)) == 2 * MANY
    asked = {str(id) for each in below if "/A" in each for id in each.A.get("/Headers", ())}
    assert asked == set(heads)


def test_the_same_pieces_are_bound_to_the_same_bytes(made):
    again = bound_anew(composed())
    assert isinstance(again, Pressed)
    assert again.pdf == made.pdf


def test_a_changed_word_lays_out_its_piece_and_the_front_alone(tmp_path):
    laid: list[str] = []

    def printed(word: str):
        laid.clear()
        return print_sheets(
            [composed(word)], cache=tmp_path, jobs=1, progress=lambda *_: laid.append(word)
        )

    first = printed("原来的话")
    assert len(laid) == MANY + 1
    second = printed("改过的话")
    assert len(laid) == 2
    assert (first.rendered, second.rendered) == (1, 1)
    printed("改过的话")
    assert laid == []
    texts = [" ".join(map(words, pypdf.PdfReader(made.path).pages))
             for made in (*first.files.values(), *second.files.values())]  # fmt: skip
    assert ["改过的话" in text for text in texts] == [False, True]
    editions = [re.findall(r"手册 版次 ([0-9a-f]{6})", text) for text in texts]
    assert all(len(set(each)) == 1 for each in editions)
    assert editions[0] != editions[1]
