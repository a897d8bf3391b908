#include "words/about_words.h"

namespace fulcrum {

const AboutWords& about_words() {
    static const AboutWords english{
        .title = "About this page",
        .intro =
            "Fulcrum, a decision calculator, under the MIT licence. Nothing that you enter leaves "
            "this page unless you send it. It contains:",
        .parts =
            {
                "Dear ImGui, © 2014-2025 Omar Cornut, MIT; in it stb_truetype and stb_rect_pack, "
                "© 2017 Sean Barrett, MIT",
                "nlohmann/json, © 2013-2022 Niels Lohmann, MIT",
                "lzma1, © 2023 Filip Seman, MIT",
                "Emscripten, © 2010-2014 Emscripten authors, MIT; musl, © 2005-2020 Rich Felker "
                "and others, MIT",
                "zlib, © 1995-2022 Jean-loup Gailly and Mark Adler, zlib licence",
                "double-conversion, © 2006-2011 the V8 project authors, BSD with 3 clauses",
                "libc++, the LLVM project, Apache 2.0 with LLVM exceptions",
                "Roboto, © 2015 Google Inc., Apache 2.0",
                "Sobol direction numbers of S. Joe and F. Y. Kuo, as in Boost, Boost Software "
                "License 1.0",
            },
        .licences =
            {
                "MIT: Permission is hereby granted, free of charge, to any person obtaining a copy "
                "of this software and associated documentation files (the “Software”), to deal in "
                "the Software without restriction, including without limitation the rights to use, "
                "copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the "
                "Software, and to permit persons to whom the Software is furnished to do so, "
                "subject to the following conditions: The above copyright notice and this "
                "permission notice shall be included in all copies or substantial portions of the "
                "Software. The Software is provided “as is”, without warranty of any kind, express "
                "or implied, including but not limited to the warranties of merchantability, "
                "fitness for a particular purpose and noninfringement. In no event shall the "
                "authors or copyright holders be liable for any claim, damages or other liability, "
                "whether in an action of contract, tort or otherwise, arising from, out of or in "
                "connection with the Software or the use or other dealings in the Software.",
                "BSD: Redistribution and use in source and binary forms, with or without "
                "modification, are permitted provided that the following conditions are met: "
                "Redistributions of source code must retain the above copyright notice, this list "
                "of conditions and the following disclaimer. Redistributions in binary form must "
                "reproduce the above copyright notice, this list of conditions and the following "
                "disclaimer in the documentation and/or other materials provided with the "
                "distribution. Neither the name of Google Inc. nor the names of its contributors "
                "may be used to endorse or promote products derived from this software without "
                "specific prior written permission. This software is provided by the copyright "
                "holders and contributors “as is” and any express or implied warranties, "
                "including, but not limited to, the implied warranties of merchantability and "
                "fitness for a particular purpose are disclaimed. In no event shall the copyright "
                "owner or contributors be liable for any direct, indirect, incidental, special, "
                "exemplary, or consequential damages (including, but not limited to, procurement "
                "of substitute goods or services; loss of use, data, or profits; or business "
                "interruption) however caused and on any theory of liability, whether in contract, "
                "strict liability, or tort (including negligence or otherwise) arising in any way "
                "out of the use of this software, even if advised of the possibility of such "
                "damage.",
            },
    };
    return english;
}

}  // namespace fulcrum
