"""What the characters of symbol fonts look like, as characters everybody has."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_BULLET = "•"
# Private characters U+F0xx, and the same without the F0: Symbol and Wingdings.
_SYMBOL = {
    0x20: " ", 0x2D: "−", 0xA3: "≤", 0xA7: "♣", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "⋅", 0xDE: "⇒",
    0x61: "α", 0x62: "β", 0x64: "δ", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xE2: "®", 0xD2: "®", 0xD3: "©", 0xE3: "©", 0xD4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x77: "◆", 0xDF: "←", 0xE8: "➔",
}  # fmt: skip
# WordPerfect's typographic symbols: character set 4, counted from U+0021.
_WORDPERFECT = {
    0x24: "•", 0x26: "¶", 0x27: "§", 0x28: "¡", 0x29: "¿", 0x2A: "«", 0x2B: "»", 0x2C: "£",
    0x2D: "¥", 0x32: "½", 0x33: "¼", 0x34: "¢", 0x37: "®", 0x38: "©", 0x3A: "¾", 0x3D: "’",
    0x3E: "‘", 0x40: "”", 0x41: "“", 0x42: "–", 0x43: "—", 0x59: "…",
}  # fmt: skip
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wp typographicsymbols": _WORDPERFECT,
}


def symbol(font: str, code: str) -> str:
    """The character that ``w:sym`` shows; UNKNOWN where nobody here knows it."""
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN
    if 0xF000 <= place <= 0xF0FF:
        place -= 0xF000
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(place, UNKNOWN)
    return chr(place) if 0x20 <= place <= 0xFFFD and not 0xD800 <= place <= 0xF8FF else UNKNOWN


def plain_bullet(printed: str, font: str) -> str:
    """A list's bullet: private characters as the ones they look like."""
    shown = [
        symbol(font, f"{ord(one):X}") if "\uf000" <= one <= "\uf0ff" else one for one in printed
    ]
    written = "".join(shown).replace(UNKNOWN, _BULLET).strip()
    return "◦" if written == "o" and font.lower().startswith("courier") else written
