// Sizes of type and the grid of the page.
#pragma once

namespace fulcrum {

// Four sizes of type in CSS px, each with the height of its line.
enum class TypeSize { Small = 13, Body = 16, Section = 20, Title = 28 };
constexpr float px(TypeSize size) {
    return static_cast<float>(size);
}
constexpr float line_height(TypeSize size) {
    switch (size) {
        case TypeSize::Small:
            return 20;
        case TypeSize::Body:
            return 24;
        case TypeSize::Section:
            return 28;
        case TypeSize::Title:
            return 36;
    }
    return 24;
}

inline constexpr float grid = 8;            // CSS px
inline constexpr float text_measure = 680;  // widest line of running text

}  // namespace fulcrum
