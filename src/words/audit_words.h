// What the audit says.
#pragma once

#include "words/words.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

struct AuditWords {
    // Figures of the audit have four or five significant digits and no K: "$13,500".
    std::string (*figure)(double value, std::string_view unit);
    std::string (*range)(double low, double high, std::string_view unit);  // one where they agree
    std::string (*at_least)(double low, std::string_view unit);
    std::string (*at_most)(double high, std::string_view unit);

    std::string (*in_the_middle)(const std::string& figure, const std::string& range);

    std::string pending;  // not made yet
    std::string nothing;  // no claims
    std::string (*headline)(std::size_t faults, std::size_t claims);
    std::string (*follows)(std::size_t claims);  // from figures that do not follow themselves
    std::string (*method)(std::size_t draws);

    std::string (*quoted)(const std::string& text);
    // Below the quotation, in quiet ink. kind: of kinds.
    std::string (*where)(const std::string& kind, const std::string& section);
    std::array<std::string, 5> kinds;  // figure, direction, tree, overlap, statement
    std::string (*against)(const std::string& text);
    // Titles of findings; what: the row, or the text where there is none.
    std::string (*differs)(const std::string& what, const std::string& stated,
                           const std::string& lines);
    std::string (*only_follows)(const std::string& what, const std::string& stated,
                                const std::string& through);
    std::string (*cannot)(const std::string& what);
    std::string (*direction)(const std::string& row);
    std::string (*tree)(std::size_t questions);
    std::string (*overlap)(const std::string& row, std::span<const std::string> others);
    std::string (*statements)(const std::string& text, const std::string& against);

    std::string (*undefined)(const std::string& reason);
    // Recomputed less stated, at either end; the ends apart where they differ.
    std::string (*off)(std::optional<double> low, std::optional<double> high,
                       std::string_view unit);
    std::string reached;  // the range was looked for, not proven
    struct Line {
        std::size_t begin = 0, end = 0;  // in the formula
        std::string name, range;
        bool stated = false;
    };
    std::string (*formula)(const std::string& text, std::span<const Line> lines);
    std::string (*line_of)(const std::string& name, const std::string& option);
    std::string (*through)(const std::string& range);  // from what the stated lines give themselves
    std::string (*rests_on)(std::span<const std::string> claims);
    std::string (*carried_to)(const std::string& claim, const std::string& range);
    enum class Ends { Both, Low, High };
    std::string (*leaves_out)(const std::string& line, Ends ends);
    std::string (*adds)(const std::string& line, Ends ends);
    std::string (*turns_sign)(const std::string& line, Ends ends);
    std::string (*holds)(const std::string& line, const std::string& at, Ends ends);
    std::string unexplained;
    std::string (*reading)(const std::string& name, const std::string& range);
    std::string no_reading;  // gives the stated figure

    std::string (*rises)(const std::string& row, std::size_t others);
    std::string means_stated, means_without, means_turned, means_caption;
    std::string (*twice)(const std::string& question, const std::string& label, std::size_t times);
    std::string unasked, ends_alike, ends_apart;  // go on after the question's sentence
    std::string (*step)(const std::string& question, const std::string& label,
                        const std::string& to);
    std::string read_as, no_consistent;
    std::string (*computed_from)(const std::string& first, const std::string& second,
                                 std::span<const std::string> assumptions);
    std::string (*equal)(const std::string& first, const std::string& second,
                         const std::string& amount);
    std::string rows_caption;

    // What an edit or a reading does to the verdict. leader: its chance; second and gap may be "".
    struct Effect {
        OptionFigure leader;
        std::optional<NamedOption> second;
        std::string gap;
        bool same = false;     // nothing changes
        bool changes = false;  // the leader
        std::string undefined;
    };
    std::string with_stated;
    std::string (*without_row)(const std::string& row, bool is_off);  // "Without …"
    Sentence (*effect)(const std::string& what, const Effect& effect);
    std::string use_stated, use_recomputed, use_stated_note, use_recomputed_note;
    std::string in_use;  // the stated figure is
    std::string (*leave_out)(const std::string& row);
    std::string (*count_again)(const std::string& row);
    std::string leave_out_note;

    std::string (*others)(std::size_t claims);  // title of those that agree
    std::string stated_column, lines_column, accord_column, others_caption;
    std::string agrees, rounds, within, shown, differs_from_model;
    std::string (*modelled)(const std::string& accord);
};

const AuditWords& audit_words();

}  // namespace fulcrum
