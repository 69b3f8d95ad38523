"""A page of ours as MkDocs knows it: composed when it is read, drawn without Python-Markdown."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from handbook.compose.setting.markdown import split_head
from handbook.site.markup import anchors_of, draw, takes


class HandbookPage(Page):
    """A page that our templates wrote; one that is more than headings and HTML is drawn as any."""

    _anchors: set[str] | None = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Split the head from the text; heads of ours are plain enough to do without YAML."""
        written = config.plugins.on_page_read_source(page=self, config=config)
        parted = None if written is not None else split_head(self.file.content_string)
        if parted is None:
            super().read_source(config)
        else:
            self.meta, self.markdown = parted

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give the page its HTML and its table of contents."""
        assert self.markdown is not None
        settings = config.mdx_configs or {}
        drawn = None
        if takes(config.markdown_extensions, settings):
            permalink = settings.get("toc", {}).get("permalink", False)
            drawn = draw(self.markdown, permalink=permalink)
        if drawn is None:
            super().render(config, files)
            return
        self.content, self.toc = drawn.html, drawn.toc
        self.present_anchor_ids, self.links_to_anchors = None, {}

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """The anchors of the page, looked for when a hand-written page leads to one."""
        if self._anchors is None and self.content is not None:
            self._anchors = anchors_of(self.content)
        return self._anchors

    @present_anchor_ids.setter
    def present_anchor_ids(self, anchors: set[str] | None) -> None:
        self._anchors = anchors
