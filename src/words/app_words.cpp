#include "words/app_words.h"

#include "base/figure.h"

namespace fulcrum {
namespace {

std::string count(std::size_t number) {
    return bare_figure(static_cast<double>(number), "");
}

// Where a link of this length still works.
std::string reach(std::size_t length) {
    if (length <= 1900) return "short enough for almost everywhere.";
    if (length <= 4000) return "short enough for most chats and mail.";
    if (length <= 8000) return "send it as a hyperlink in a mail; chats may cut it.";
    return "too long for most mail and chats: send the saved page instead.";
}

std::string about(std::size_t length, bool has_address) {
    std::string text = count(length) + " characters, " + reach(length) +
                       " The decision is in the link itself; whoever has it can read it.";
    if (!has_address)
        text +=
            " This page has no address: paste the link into another Fulcrum page, or send the "
            "file.";
    return text;
}

std::string copied(std::size_t length, bool has_address) {
    return "Link copied: " + about(length, has_address);
}

std::string not_copied(std::size_t length, bool has_address) {
    return "The browser did not take the link. Copy it yourself: it is selected below. It has " +
           about(length, has_address);
}

std::string opened(const std::string& title) {
    return "Opened '" + title + "'.";
}

std::string not_opened(const std::string& reason, std::size_t others) {
    std::string text = "Nothing was changed: " + reason;
    if (others == 1) text += " (and one more finding)";
    if (others > 1) text += " (and " + count(others) + " more findings)";
    return text + ".";
}

std::string at_line(const std::string& reason, int line, int column, const std::string& path) {
    return reason + " (line " + std::to_string(line) + ", column " + std::to_string(column) +
           (path.empty() ? "" : ", " + path) + ")";
}

}  // namespace

const AppWords& app_words() {
    static const AppWords english{
        .copied = copied,
        .not_copied = not_copied,
        .saving = "Making the page…",
        .saved = "Handed to the browser's downloads: the page with the present values inside.",
        .no_picture =
            "This browser has no WebGL 2, so this is the text view: everything works but the "
            "charts.",
        .begun_again = "The page had to begin again, with the decision as it was.",
        .right_to_left =
            "Where several words stand from right to left, only the text view has them in their "
            "order.",
        .opened = opened,
        .not_opened = not_opened,
        .at_line = at_line,
        .unknown_view = "there is no such view",
        .unknown_section = "there is no such analysis",
    };
    return english;
}

}  // namespace fulcrum
