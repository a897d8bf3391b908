"""subset_font.py all|heading IN.ttf OUT.ttf: the code points that the page can show, without hinting and layout
tables (Dear ImGui applies none, and the form must measure as the canvas does): the Latin letters of Europe, figures and
signs. Letters of other scripts come from the reader's own fonts. A heading's face holds only what is common in headings;
for the rest it falls back to the face that holds all."""
import sys

from fontTools import subset

HEADING = [
    (0x20, 0x7E), (0xA0, 0xFF),  # Latin, its western European letters
    (0x2000, 0x200B), (0x2010, 0x2027), (0x202F, 0x203A),  # punctuation
    (0x20AC, 0x20AC), (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265),  # euro, minus, about, at most, at least
    (0xFFFD, 0xFFFD),
]
ALL = HEADING + [
    (0x100, 0x17F), (0x218, 0x21B),  # central European letters
    (0x2C6, 0x2DD), (0x2044, 0x2044),  # accents alone, the bar of fractions
    (0x2070, 0x209C), (0x20A0, 0x20BE), (0x2116, 0x2126),  # raised and lowered figures, currency, signs
    (0x2202, 0x2265), (0x25CA, 0x25CA),  # mathematics
]


def main(which, source, target):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    options.name_IDs = [1, 2, 13]  # family, style, licence
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in {"all": ALL, "heading": HEADING}[which] for c in range(first, last + 1)])
    subsetter.subset(font)
    subset.save_font(font, target, options)


main(*sys.argv[1:])
