// fulcrum_vectors FILE...: one line of JSON per vector of the files, with what Fulcrum computes for
// it.
#include "vectors_program/answer.h"

#include <fstream>
#include <iostream>

int main(int count, char** arguments) {
    using fulcrum::vectors::json;
    for (int a = 1; a < count; ++a) {
        std::ifstream file(arguments[a]);
        const json document = json::parse(file, nullptr, false);
        if (!document.is_object() || document.value("schema", "") != "decision-vectors/1") {
            std::cerr << arguments[a] << " is no file of decision vectors\n";
            return 1;
        }
        for (const json& vector : document["vectors"]) {
            json line{{"id", vector["id"]}};
            if (auto got = fulcrum::vectors::answer(vector)) {
                line["kind"] = vector["kind"];
                line["got"] = *std::move(got);
            } else {
                line["unsupported"] = true;
            }
            std::cout << line.dump() << '\n';
        }
    }
}
