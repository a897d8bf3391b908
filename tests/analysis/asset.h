// The decisions of assets/, read as the programs read them.
#pragma once

#include "model/check.h"
#include "model/document_json.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace fulcrum {

inline Document asset(const std::string& name) {
    std::ifstream file(FULCRUM_ASSETS_DIR "/" + name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    ReadDocument read = read_document(text);
    for (const Error& error : read.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    return with_streams(std::move(read.document));
}

}  // namespace fulcrum
