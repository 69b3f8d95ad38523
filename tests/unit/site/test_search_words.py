"""The visible words of a rendered page, part by part."""

from __future__ import annotations

from handbook.site.search.words import Part, parts_of


def test_a_page_comes_apart_at_its_headings() -> None:
    html = '<h1>题</h1><p>一</p><h2 id="b">二<a class="headerlink" href="#b">¶</a></h2><p>三</p>'
    assert parts_of(html) == (Part("", "", "一"), Part("b", "二", "三"))


def test_where_a_block_ends_a_word_ends() -> None:
    assert parts_of("<ul><li>甲</li><li>乙</li></ul>") == (Part("", "", "甲 乙"),)


def test_what_is_excluded_is_left_out_with_all_that_is_in_it() -> None:
    html = "<p>甲</p><div data-search-exclude><div><p>乙</p><br></div></div><p>丙</p>"
    assert parts_of(html) == (Part("", "", "甲 丙"),)


def test_what_stands_below_an_excluded_heading_is_left_out_up_to_the_next() -> None:
    html = '<h2 id="a" data-search-exclude>甲</h2><p>乙</p><h2 id="c">丙</h2><p>丁</p>'
    assert parts_of(html) == (Part("c", "丙", "丁"),)


def test_scripts_styles_and_pictures_are_no_words() -> None:
    assert parts_of("<p>甲</p><script>x</script><style>y</style><svg><text>z</text></svg>") == (
        Part("", "", "甲"),
    )


def test_text_that_looks_like_html_stays_as_typed() -> None:
    assert parts_of("<p>&lt;img src=x&gt; &amp;lt;</p>") == (Part("", "", "<img src=x> &lt;"),)
