"""advance_widths.py OUT.cpp REGULAR.ttf MEDIUM.ttf: the table behind src/picture/advance_widths.h."""
import sys

from fontTools.ttLib import TTFont


def table(name, path):
    font = TTFont(path)
    glyphs = font.getBestCmap()
    advances = font["hmtx"].metrics
    rows = "".join(f"    {{0x{c:X}, {advances[glyphs[c]][0]}}},\n" for c in sorted(glyphs))
    return (
        f"const GlyphAdvance {name}_glyphs[] = {{\n{rows}}};\n",
        f"extern const AdvanceWidths {name}_advance_widths{{\n"
        f"    .units_per_em = {font['head'].unitsPerEm},\n"
        f"    .ascent = {font['hhea'].ascent},\n"
        f"    .descent = {-font['hhea'].descent},\n"
        f"    .missing = {advances['.notdef'][0]},\n"
        f"    .glyphs = {name}_glyphs,\n}};\n",
    )


def main(target, regular, medium):
    tables = [table("regular", regular), table("medium", medium)]
    with open(target, "w", encoding="ascii") as out:
        out.write('#include "picture/advance_widths.h"\n\nnamespace fulcrum {\nnamespace {\n')
        out.write("".join(glyphs for glyphs, _ in tables))
        out.write("}  // namespace\n")
        out.write("".join(widths for _, widths in tables))
        out.write("}  // namespace fulcrum\n")


main(*sys.argv[1:])
