#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"

namespace fulcrum {
namespace {

bool same_numbers(const Assumption& a, const Assumption& b) {
    return a.base == b.base && a.low == b.low && a.high == b.high && a.known == b.known;
}

std::size_t changed_numbers(const Document& document, const Document& reference) {
    std::size_t changed = 0;
    for (const PlacedAssumption& placed : assumptions_of(document)) {
        const Assumption* original = find_assumption(reference, placed.id);
        if (original != nullptr && !same_numbers(*original, *placed.assumption)) ++changed;
    }
    changed += replaced_cells(document, reference).size();
    for (const Row& row : document.rows) {
        const Row* original = find_row(reference, row.id);
        if (original == nullptr) continue;
        for (const auto& [option, cell] : row.cells) {
            const Cell* was = find_cell(*original, option);
            const double* now = std::get_if<double>(&cell);
            if (was != nullptr && now != nullptr && std::holds_alternative<double>(*was) &&
                *was != cell)
                ++changed;
        }
    }
    return changed;
}

bool other_changes(const Document& document, const Document& reference) {
    if (document.scoring != reference.scoring) return true;
    for (const Row& row : document.rows) {
        const Row* original = find_row(reference, row.id);
        if (original != nullptr && original->off != row.off) return true;
    }
    return false;
}

Button button(std::string key, const BarWords::Label& label, const std::string& note,
              Command command, bool enabled = true) {
    return {.key = std::move(key),
            .label = label.whole,
            .note = note,
            .action = command,
            .enabled = enabled,
            .brief = label.brief};
}

}  // namespace

Page bar(const Session& session) {
    const BarWords& text = words().bar;
    const Document& document = session.document();
    const std::size_t changed = changed_numbers(document, session.reference());
    const bool others = other_changes(document, session.reference());
    const bool any = changed > 0 || others;

    Page page{.id = "bar", .title = document.title, .blocks = {}};
    page.blocks.push_back(parts::heading(1, document.title));
    page.blocks.push_back(parts::paragraph(any ? text.changed(changed, others) : text.unchanged,
                                           Weight::Small, Role::Quiet));
    Button save = button("save_page", text.save_page, text.save_page_note, Command::SavePage);
    save.primary = any;
    page.blocks.push_back({ButtonRow{{
        button("undo", text.undo, text.undo_note, Command::Undo, session.can_undo()),
        button("redo", text.redo, text.redo_note, Command::Redo, session.can_redo()),
        button("restore_all", text.restore_all, text.restore_all_note, Command::RestoreAll,
               changed > 0),
        button("open_file", text.open_file, text.open_file_note, Command::OpenFile),
        button("copy_link", text.copy_link, text.copy_link_note, Command::CopyLink),
        save,
        button("text_view", text.text_view, text.text_view_note, Command::ShowText),
    }}});
    return page;
}

}  // namespace fulcrum
