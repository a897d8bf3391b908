// Controls of a page as native ones: each carries its key, and the host reports by it what happens
// to it.
#pragma once

#include "base/element.h"
#include "page/page.h"

namespace fulcrum {

// The attribute that holds a control's key.
inline constexpr const char* key_attribute = "data-key";

// A slider with its typed value, the ends of its range, pin and reset.
Element control_of(const Slider& slider);
Element control_of(const ButtonRow& row);
Element control_of(const Toggle& toggle);
Element control_of(const Tabs& tabs);

// The sentence of the app, which is announced when it changes, and what closes it. "" = none
Elements notice_of(const std::string& text);

}  // namespace fulcrum
