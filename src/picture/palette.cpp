#include "picture/palette.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr Palette light{
    .paper = rgb(0xFFFFFF),
    .margin = rgb(0xF7F6F2),
    .ink = rgb(0x1B1B1A),
    .quiet = rgb(0x5C5B57),
    .axis = rgb(0x7C7B76),
    .hairline = rgb(0xE2E0D9),
    .hover = rgb(0xEBE9E2),
    .selection = rgb(0xCFE0F2),
    .option = {rgb(0x0B5CAD), rgb(0xAB4600), rgb(0x00735A), rgb(0x7A3E9D), rgb(0x7A5B00),
               rgb(0x5F6368)},
};

constexpr Palette dark{
    .paper = rgb(0x16181A),
    .margin = rgb(0x1D2023),
    .ink = rgb(0xEDEBE6),
    .quiet = rgb(0xACAAA4),
    .axis = rgb(0x8B8983),
    .hairline = rgb(0x34373A),
    .hover = rgb(0x2C3034),
    .selection = rgb(0x2F4A66),
    .option = {rgb(0x72B7F5), rgb(0xF79B55), rgb(0x45C9A3), rgb(0xCB9FEC), rgb(0xD8B44C),
               rgb(0xABB0B5)},
};

double luminance(Colour colour) {
    const auto linear = [&](int shift) {
        const double share = (colour >> shift & 0xFFu) / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

}  // namespace

Colour with_opacity(Colour colour, double opacity) {
    const double alpha = (colour >> 24) * std::clamp(opacity, 0.0, 1.0);
    return (colour & 0x00FFFFFFu) | static_cast<Colour>(std::lround(alpha)) << 24;
}

const Palette& palette(bool is_dark) {
    return is_dark ? dark : light;
}

std::size_t option_colour(int position) {
    return static_cast<std::size_t>(std::max(0, position)) % light.option.size();
}

Colour colour(const Palette& palette, const Ink& ink) {
    const auto full = [&] {
        switch (ink.role) {
            case Role::Text:
            case Role::Accent:
            case Role::Zero:
                return palette.ink;
            case Role::Quiet:
                return palette.quiet;
            case Role::Axis:
                return palette.axis;
            case Role::Ground:
                return palette.paper;
            case Role::Option:
                break;
        }
        return palette.option.at(option_colour(ink.option));
    };
    return with_opacity(full(), ink.strength);
}

double contrast(Colour one, Colour other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace fulcrum
