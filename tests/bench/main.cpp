// fulcrum_bench FILE [DRAWS...]: the figures of `fulcrum bench` as JSON, in this build: the one for
// node tells how fast the page computes.
#include "app/bench.h"
#include "app/open_text.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    using namespace fulcrum;
    if (argc < 2) {
        std::cerr << "usage: fulcrum_bench FILE [DRAWS...]\n";
        return 2;
    }
    std::ifstream file(argv[1]);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const OpenedText opened = open_text(text);
    std::vector<std::size_t> draws;
    for (int k = 2; k < argc; ++k) draws.push_back(std::strtoul(argv[k], nullptr, 10));
    if (draws.empty()) draws = {1024, 16'384, 131'072};
    if (!opened.diagnostics.empty()) {
        std::cerr << opened.diagnostics.front().message << "\n";
        return 1;
    }
    const Result<std::vector<BenchFigure>> figures = bench_decision(opened.document, draws);
    if (!figures) {
        std::cerr << figures.error().message << "\n";
        return 1;
    }
    std::cout << bench_json(*figures);
    return 0;
}
