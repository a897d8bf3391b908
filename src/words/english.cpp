#include "words/english.h"

namespace fulcrum {

std::string plain(const Sentence& sentence) {
    std::string text;
    for (const Piece& piece : sentence) text += piece.text;
    return text;
}

std::string as_sentence(std::string message) {
    if (!message.empty() && message.front() >= 'a' && message.front() <= 'z')
        message.front() = static_cast<char>(message.front() - 'a' + 'A');
    return message + ".";
}

const Words& words() {
    static const Words english_words{
        .language = "en",
        .option = english::option,
        .listed = english::listed,
        .bar = english::bar(),
        .verdict = english::verdict(),
        .slider = english::slider(),
        .views = {.compare = "Compare",
                  .money = "Money",
                  .risk = "Risk",
                  .flips = "What flips it",
                  .map = "Map",
                  .rules = "Other rules",
                  .tree = "Tree",
                  .audit = "Audit"},
        .figures = english::figures(),
        .compare = english::compare(),
        .money = english::money(),
        .risk = english::risk(),
        .flips = english::flips(),
        .spread = english::spread(),
        .tests = english::tests(),
        .rules = english::rules(),
        .map = english::map(),
        .tree = english::tree(),
        .trace = english::trace(),
        .chart = english::chart(),
    };
    return english_words;
}

namespace english {
namespace {

std::string changed(std::size_t assumptions, bool others) {
    std::string text;
    if (assumptions > 0) text = counted(assumptions, "assumption", "assumptions") + " changed";
    if (others)
        text += assumptions > 0 ? ", and weights or switches" : "Weights or switches changed";
    return text + " · not kept: save page or copy link";
}

}  // namespace

std::string option(const NamedOption& option) {
    return option.name.empty() ? option.letter : option.letter + " · " + option.name;
}

Piece name(const NamedOption& option) {
    return {.text = english::option(option), .option = option.index, .bold = true};
}

Piece letter(const NamedOption& option) {
    return {.text = option.letter, .option = option.index, .bold = true};
}

void add(Sentence& sentence, const OptionFigure& figure) {
    sentence.push_back(letter(figure.option));
    std::string text = "\u00a0" + figure.figure;
    if (!figure.change.empty()) text += " (" + figure.change + ")";
    sentence.push_back({text});
}

void add(Sentence& sentence, std::span<const OptionFigure> figures) {
    for (std::size_t k = 0; k < figures.size(); ++k) {
        if (k > 0) sentence.push_back({", "});
        add(sentence, figures[k]);
    }
}

std::string listed(std::span<const std::string> entries) {
    std::string text;
    for (std::size_t k = 0; k < entries.size(); ++k) {
        if (k > 0) text += k + 1 == entries.size() ? " and " : ", ";
        text += entries[k];
    }
    return text;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

BarWords bar() {
    return {
        .undo = {"Undo", "Undo"},
        .redo = {"Redo", "Redo"},
        .copy_link = {"Copy link", "Link"},
        .save_page = {"Save page", "Save"},
        .open_file = {"Open", "Open"},
        .restore_all = {"Restore all", "Restore"},
        .text_view = {"Text view", "Text"},
        .undo_note = "Takes back the last change (Ctrl+Z)",
        .redo_note = "Does it again (Ctrl+Y)",
        .copy_link_note = "Copies a link that holds all your changes",
        .save_page_note = "Saves this page with your changes inside (Ctrl+S)",
        .open_file_note = "Opens a saved page or a decision file",
        .restore_all_note = "Puts every assumption back to what the document says",
        .text_view_note =
            "The same page as text and tables: for screen readers, to print and to search",
        .unchanged = "As the document states it",
        .changed = changed,
    };
}

}  // namespace english
}  // namespace fulcrum
