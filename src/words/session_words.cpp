#include "words/session_words.h"

namespace fulcrum {
namespace {

std::string not_a_number(const std::string& typed) {
    return "'" + typed + "' is not a number: type one like 40, 40K, 67% or =3*40K";
}

}  // namespace

const SessionWords& session_words() {
    static const SessionWords english{
        .not_a_number = not_a_number,
        .not_a_truth = "expected true or false",
        .not_above_zero = "a risk tolerance is an amount above 0",
        .nothing_to_restore = "every assumption stands at the document's own value",
    };
    return english;
}

}  // namespace fulcrum
