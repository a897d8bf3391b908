// The self-contained HTML file, put together from its parts. The build and "Save page" use this one
// function.
#pragma once

#include <string>
#include <string_view>

namespace fulcrum {

// Each is the exact textContent of one element of the page; nothing in them needs escaping where
// they stand.
struct PageParts {
    std::string style;    // <style>
    std::string regular;  // font, deflated, base64: <script type="text/plain" id="font-regular">
    std::string medium;
    std::string wasm;  // deflated, base64
    std::string glue;  // the loader that the compiler made
    std::string host;  // boot, input, storage
    bool operator==(const PageParts&) const = default;
};

// document   canonical text, becomes the inert JSON data block early in the file with its length
// and checksum title      of the decision summary    lines of plain text: the verdict and the
// comparison as text, shown before any script runs returns    the whole file: same input, same
// bytes; no date, no random id. Its content security policy names the hashes of style
//            and scripts and allows nothing else.
std::string assemble(const PageParts& parts, std::string_view document, std::string_view title,
                     std::string_view summary);

// The document's text out of a page that assemble made; empty when there is none.
std::string data_block(std::string_view html);

}  // namespace fulcrum
