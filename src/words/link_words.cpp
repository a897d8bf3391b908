#include "words/link_words.h"

#include "base/figure.h"

namespace fulcrum {
namespace {

std::string cut(std::size_t arrived, std::size_t whole, const std::string& title) {
    const std::string decision = title.empty() ? "" : ", decision '" + title + "'";
    return "this link was cut on its way: " + bare_figure(static_cast<double>(arrived), "") +
           " of " + bare_figure(static_cast<double>(whole), "") + " characters arrived" + decision +
           ". Ask for it again, or for the saved page";
}

std::string unknown_base(const std::string& id) {
    return "this link says how a decision differs from the built-in decision '" + id +
           "', which this version does not have. Open it with a newer Fulcrum";
}

}  // namespace

const LinkWords& link_words() {
    static const LinkWords english{
        .not_a_link = "this is not a link to a decision",
        .damaged =
            "this link was changed on its way and cannot be trusted. Ask for it again, or for the "
            "saved page",
        .other_base =
            "this link was made from another version of the built-in decision. Ask for the saved "
            "page",
        .cut = cut,
        .unknown_base = unknown_base,
    };
    return english;
}

}  // namespace fulcrum
