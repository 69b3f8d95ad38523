"""Say which characters the sheets' typeface keeps, out of the 30,900 of the original."""

from __future__ import annotations

# Blocks kept whole, as far as the original has them: first and last code point.
BLOCKS = {
    "ASCII and Latin-1": (0x0020, 0x00FF),
    "Latin Extended-A": (0x0100, 0x017F),
    "Greek": (0x0370, 0x03FF),
    "Cyrillic": (0x0400, 0x045F),
    "general punctuation": (0x2000, 0x206F),
    "superscripts and subscripts": (0x2070, 0x209F),
    "currency": (0x20A0, 0x20CF),
    "letterlike signs": (0x2100, 0x214F),
    "fractions and roman numerals": (0x2150, 0x218F),
    "arrows": (0x2190, 0x21FF),
    "mathematics": (0x2200, 0x22FF),
    "enclosed numbers": (0x2460, 0x24FF),
    "box drawing": (0x2500, 0x257F),
    "blocks and geometric shapes": (0x2580, 0x25FF),
    "signs and dingbats": (0x2600, 0x27BF),
    "Chinese punctuation and kana": (0x3000, 0x312F),
    "enclosed Chinese": (0x3200, 0x32FF),
    "squared units": (0x3380, 0x33DF),
    "full-width forms": (0xFF00, 0xFFEF),
}

# Two-byte character sets: lead bytes (first, last) of the part that is kept.
CHARSETS = {
    "gb2312": (0xA1, 0xF7),  # its symbols, and levels 1 and 2
    "big5": (0xA1, 0xC6),  # its symbols, and level 1: everyday traditional characters
}

# Met in personal names, and in neither set.
NAMES = (
    "旸昉玹珺珅琤琇瑄瑀璠喆堃垚犇燚烜炘翀彧祎禛赟頔镕镠锳曌囍沄沚洺湉骉曈旻旼婳媖嬿孖寯屾峣嶒弢"
    "彣愔慜掞芃虓袆谞贇辀锜飏髙龑龢倓劼勔叡啓喦"
)


def wanted() -> frozenset[int]:
    """Return the code points to keep, whether or not the original has them."""
    points = {ord(character) for character in NAMES}
    for first, last in BLOCKS.values():
        points.update(range(first, last + 1))
    for charset, leads in CHARSETS.items():
        points.update(ord(character) for character in characters_of(charset, *leads))
    return frozenset(points)


def latin() -> frozenset[int]:
    """Return the code points that English text is made of: letters, figures, punctuation."""
    kept = ("ASCII and Latin-1", "Latin Extended-A", "general punctuation", "currency")
    return frozenset(
        point for name in kept for point in range(BLOCKS[name][0], BLOCKS[name][1] + 1)
    )


def characters_of(charset: str, first_lead: int, last_lead: int) -> list[str]:
    """List the characters of a two-byte set between two lead bytes, in the set's own order."""
    pairs = (
        bytes((lead, trail))
        for lead in range(first_lead, last_lead + 1)
        for trail in range(0x40, 0xFF)
    )
    decoded = (pair.decode(charset, errors="ignore") for pair in pairs)
    return [text for text in decoded if len(text) == 1 and ord(text) > 0x7F]
