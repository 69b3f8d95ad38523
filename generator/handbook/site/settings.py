"""Make MkDocs' configuration agree with content/handbook.yml: name, language, look, search."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify_unicode
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from handbook.compose.desk.embedded import ON_HOME, desk_words
from handbook.compose.frame.policy import META
from handbook.compose.kinds.registry import SHOWN
from handbook.compose.setting.labels import Labels, labels
from handbook.compose.templates.environment import shipped_templates
from handbook.languages import catalogue, record_of
from handbook.languages.finding.keys import segmenter
from handbook.model.kinds import KINDS
from handbook.model.settings import Settings
from handbook.read import Picture
from handbook.read.site_settings import OURS

ASSETS = "assets/handbook"
STYLES = ("handbook.css", "derived.css")
SCRIPTS = ("handbook.js", "tables.js", "dates.js")
EXTENSIONS = ("attr_list", "tables", "toc")  # the pages are written with these
MEDIA = {"default": "(prefers-color-scheme: light)", "slate": "(prefers-color-scheme: dark)"}


def apply(settings: Settings, config: MkDocsConfig, project: Path) -> None:
    """Change the configuration in place."""
    t = labels(str(settings.language))
    # Markup, because the theme prints names as they stand.
    config.site_name = escape(str(settings.title))
    config.copyright = escape(str(settings.organisation))
    config.site_url = config.site_url or (str(settings.site_url) if settings.site_url else None)
    config.use_directory_urls = False
    config.extra["handbook"] = {"tag": record_of(str(settings.language)).tags.page}
    _theme(config, settings, project, t)
    _markdown(config)
    _assets(config)


def _theme(config: MkDocsConfig, settings: Settings, project: Path, t: Labels) -> None:
    theme = config.theme
    theme["language"] = record_of(str(settings.language)).tags.theme
    theme["font"] = False  # fonts would come from elsewhere
    if not theme.get("palette"):
        theme["palette"] = [
            {"media": media, "scheme": scheme, "primary": "custom", "accent": "custom",
             "toggle": {"icon": icon, "name": t(name)}}
            for (scheme, media), icon, name in zip(
                MEDIA.items(),
                ("material/weather-sunny", "material/weather-night"),
                ("dark", "light"),
                strict=True,
            )
        ]  # fmt: skip
    own = [project / "templates" / "theme", shipped_templates() / "theme"]
    first = [str(folder) for folder in own if folder.is_dir()]
    theme.dirs = list(dict.fromkeys((*first, *theme.dirs)))


def _markdown(config: MkDocsConfig) -> None:
    for extension in EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    # Chinese headings of hand-written pages would else be called _1, _2.
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    # Columns aligned by a style would go against the pages' own policy.
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
    if OURS.issuperset(config.plugins) and not config.hooks:  # else others' pages are not known
        links = config.validation.links  # the check tells of them, with line and cure
        links.not_found = links.unrecognized_links = links.anchors = logging.DEBUG
        links.absolute_links = logging.DEBUG


def _assets(config: MkDocsConfig) -> None:
    config.extra_css[:0] = [f"{ASSETS}/{name}" for name in STYLES]
    config.extra_javascript[:0] = [f"{ASSETS}/{name}" for name in SCRIPTS]


def theme_words(settings: Settings) -> dict[str, Any]:
    """Return what the theme's templates ask for by name: our labels, our words, our policy."""
    language = str(settings.language)
    return {
        "content_policy": META,
        "t": labels(language),
        "language": record_of(language),
        "feedback": str(settings.feedback or ""),
        "desk_words": desk_words(settings),
        "desk_scripts": {kind: each.scripts for kind, each in SHOWN.items()} | {"home": ON_HOME},
        "controlled_kinds": [kind.kind for kind in KINDS.values() if kind.controlled],
        "reading_words": catalogue(language, "reading"),
        "search_words": catalogue(language, "search"),
    }


def logo_path(logo: Picture) -> str:
    """Return where the handbook's logo stands on the site."""
    return f"{ASSETS}/logo{logo.suffix}"


def without_worker(config: MkDocsConfig) -> None:
    """Leave out what stands in for the theme's search worker from a disk: our search has none."""
    polyfills = config.extra.get("polyfills", [])
    config.extra["polyfills"] = [each for each in polyfills if "iframe-worker" not in str(each)]


def accent_css(settings: Settings) -> str:
    """Return the stylesheet of the handbook's own colour."""
    colour = str(settings.accent)
    return f":root{{--accent:{colour}}}\n"


def language_css(settings: Settings) -> str:
    """Return the stylesheet of the handbook's language: its typefaces, its quotes.

    Signs stand upright in a column; a word of letters is read from below.
    """
    known = record_of(str(settings.language))
    turn = "none" if known.is_of_signs else "rotate(180deg)"
    return (
        f":root{{--face:{known.typefaces.screen};--face-code:{known.typefaces.code};"
        f'--quote-open:"{known.quotes.open}";--quote-close:"{known.quotes.close}";'
        f"--column-turn:{turn}}}\n"
    )


def require_segmentation(language: str) -> None:
    """Stop when Chinese could not be searched: without jieba the search fails silently."""
    if not record_of(language).is_of_signs:
        return
    try:
        segmenter()
    except ImportError:
        raise PluginError(catalogue(language, "pages")["no-jieba"]) from None
