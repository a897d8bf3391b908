#include "report/trace_file_native.h"

#include "analysis/trace_csv.h"
#include "base/text.h"
#include "model/find.h"
#include "page/page.h"

#include <vector>

namespace fulcrum {
namespace {

template <class Named>
Error unknown(const std::string& kind, const std::string& id, const std::vector<Named>& all) {
    std::vector<std::string> ids;
    ids.reserve(all.size());
    for (const Named& each : all) ids.push_back(each.id);
    return {"", "no " + kind + " '" + id + "'" + did_you_mean(id, ids)};
}

Result<TracedFigure> figure_of(const Document& document, const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        return Error{"",
                     "a figure is named by its row and option: ROW/OPTION, found '" + text + "'"};
    const std::size_t second = text.find('/', slash + 1);
    TracedFigure figure{text.substr(0, slash), text.substr(slash + 1, second - slash - 1)};
    const Row* row = find_row(document, figure.row);
    if (row == nullptr) return unknown("row", figure.row, document.rows);
    if (find_option(document, figure.option) == nullptr)
        return unknown("option", figure.option, document.options);
    figure.month = last_month(*row);
    if (second == std::string::npos) return figure;
    const std::string month = text.substr(second + 1);
    const std::optional<double> number = parse_decimal(month);
    figure.month = number && *number >= 0 ? static_cast<std::size_t>(*number) : 0;
    if (!number || static_cast<double>(figure.month) != *number || !row->months ||
        figure.month > last_month(*row))
        return Error{"", "row '" + figure.row + "' has no month '" + month + "'"};
    return figure;
}

Result<std::string> csv_of(const Session& session, const TracedFigure& figure) {
    const Document& document = session.document();
    Result<TraceCsv> made = TraceCsv::of(document, session.model(), traced_cells(session, figure),
                                         static_cast<std::size_t>(document.simulation.draws));
    if (!made) return made.error();
    TraceCsv csv = *std::move(made);
    while (csv.step()) {
    }
    return std::move(csv).take();
}

}  // namespace

Result<std::string> trace_file(Session session, const std::string& figure, bool as_csv) {
    const Result<TracedFigure> traced = figure_of(session.document(), figure);
    if (!traced) return traced.error();
    std::vector<std::size_t> all(session.document().rows.size());
    for (std::size_t row = 0; row < all.size(); ++row) all[row] = row;
    session.show({std::move(all)});
    session.settle();
    const std::optional<Page> page = trace_page(session, *traced);
    if (!page) return Error{"", "'" + traced->row + "' has no figure for option " + traced->option};
    return as_csv ? csv_of(session, *traced) : as_text(*page);
}

}  // namespace fulcrum
