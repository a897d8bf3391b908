// The self-contained HTML file, put together from its parts. The build and "Save page" use this one
// function.
#pragma once

#include "base/element.h"

#include <string>
#include <string_view>

namespace fulcrum {

// Each is the exact textContent of one element of the page (policy: the exact content of the meta
// element); nothing in them needs escaping where they stand.
struct PageParts {
    std::string policy;  // <meta http-equiv="Content-Security-Policy">
    std::string style;   // <style id="style">
    // Packed bytes as text (tools/part.mjs): <script type="text/plain" id="font-regular"> and so on
    std::string regular, medium, wasm;
    std::string glue;  // <script id="glue">: the loader that the compiler made
    std::string host;  // <script id="host">: boot, input, storage
    bool operator==(const PageParts&) const = default;
};

// The policy of a page with these hashes ("sha256-..." in base64): its own style and scripts,
// WebAssembly, nothing from anywhere.
std::string content_security_policy(std::string_view style_hash, std::string_view glue_hash,
                                    std::string_view host_hash);

// What the file says before any script runs, and where none may: <main id="static">.
struct StaticText {
    std::string title;
    Element verdict;
    std::string sentence;  // why only this is seen, when scripts do not run
    // The same, by what the script lacked: data-program, data-simd, data-decision.
    struct {
        std::string program, simd, decision;
    } without = {};
    Elements decision = {};  // all that the page shows, with the results as they are
};

// The document of a page: <script type="application/json" id="document"> early in the file, with
// the length in bytes and the check of the canonical text in data-length and data-check. The text
// is its content, every < written as its JSON escape. A built-in decision as it is stands in the
// program already: then the element is empty, and data-builtin names it.
struct DocumentText {
    std::string_view text;     // canonical
    std::string_view builtin;  // the id of the built-in decision whose text it is, else ""
};

// returns    the whole file: same input, same bytes; no date, no random id
std::string assemble(const PageParts& parts, const DocumentText& document, const StaticText& text);

// The document out of a page that assemble made (however else the page was changed since); all is
// empty when there is none.
struct DataBlock {
    std::string document;
    std::string builtin;
    std::string length, check;
};
DataBlock data_block(std::string_view html);

// Is this text, the block's own or the built-in decision's, what stood in the page when it was
// made?
bool is_whole(const DataBlock& block, std::string_view document);

}  // namespace fulcrum
