#include "words/about_words.h"

#include <string_view>

namespace fulcrum {
namespace {

// Name, whose, licence; a line each.
constexpr const char* parts =
    "Dear ImGui, © 2014-2025 Omar Cornut, MIT; in it stb_truetype and "
    "stb_rect_pack, © 2017 Sean Barrett, MIT\n"
    "nlohmann/json, © 2013-2022 Niels Lohmann, MIT\n"
    "lzma1, © 2023 Filip Seman, MIT\n"
    "Emscripten, © 2010-2014 Emscripten authors, MIT; musl, © 2005-2020 Rich Felker "
    "and others, MIT\n"
    "zlib, © 1995-2022 Jean-loup Gailly and Mark Adler, zlib licence\n"
    "double-conversion, © 2006-2011 the V8 project authors, BSD with 3 clauses\n"
    "libc++, the LLVM project, Apache 2.0 with LLVM exceptions\n"
    "Roboto, © 2015 Google Inc., Apache 2.0\n"
    "Sobol direction numbers of S. Joe and F. Y. Kuo, as in Boost, Boost Software "
    "License 1.0";

constexpr const char* mit =
    "MIT: Permission is hereby granted, free of charge, to any person obtaining a "
    "copy of this software and associated documentation files (the “Software”), to "
    "deal in the Software without restriction, including without limitation the "
    "rights to use, copy, modify, merge, publish, distribute, sublicense, and/or "
    "sell copies of the Software, and to permit persons to whom the Software is "
    "furnished to do so, subject to the following conditions: The above copyright "
    "notice and this permission notice shall be included in all copies or "
    "substantial portions of the Software. The Software is provided “as is”, "
    "without warranty of any kind, express or implied, including but not limited to "
    "the warranties of merchantability, fitness for a particular purpose and "
    "noninfringement. In no event shall the authors or copyright holders be liable "
    "for any claim, damages or other liability, whether in an action of contract, "
    "tort or otherwise, arising from, out of or in connection with the Software or "
    "the use or other dealings in the Software.";

constexpr const char* bsd =
    "BSD: Redistribution and use in source and binary forms, with or without "
    "modification, are permitted provided that the following conditions are met: "
    "Redistributions of source code must retain the above copyright notice, this "
    "list of conditions and the following disclaimer. Redistributions in binary "
    "form must reproduce the above copyright notice, this list of conditions and "
    "the following disclaimer in the documentation and/or other materials provided "
    "with the distribution. Neither the name of Google Inc. nor the names of its "
    "contributors may be used to endorse or promote products derived from this "
    "software without specific prior written permission. This software is provided "
    "by the copyright holders and contributors “as is” and any express or implied "
    "warranties, including, but not limited to, the implied warranties of "
    "merchantability and fitness for a particular purpose are disclaimed. In no "
    "event shall the copyright owner or contributors be liable for any direct, "
    "indirect, incidental, special, exemplary, or consequential damages (including, "
    "but not limited to, procurement of substitute goods or services; loss of use, "
    "data, or profits; or business interruption) however caused and on any theory "
    "of liability, whether in contract, strict liability, or tort (including "
    "negligence or otherwise) arising in any way out of the use of this software, "
    "even if advised of the possibility of such damage.";

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines(1);
    for (const char letter : text)
        if (letter == '\n')
            lines.emplace_back();
        else
            lines.back() += letter;
    return lines;
}

}  // namespace

const AboutWords& about_words() {
    static const AboutWords english{
        .title = "About this page",
        .intro =
            "Fulcrum, a decision calculator, under the MIT licence. Nothing that you enter leaves "
            "this page unless you send it. It contains:",
        .parts = lines_of(parts),
        .licences = {mit, bsd},
    };
    return english;
}

}  // namespace fulcrum
