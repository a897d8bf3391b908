#include "report/chart_file_native.h"

#include "base/text.h"
#include "page/page.h"
#include "picture/svg.h"

#include <vector>

namespace fulcrum {
namespace {

constexpr double width = 800;

void collect(const Blocks& blocks, std::vector<Figure>& figures) {
    for (const Block& block : blocks) {
        if (const auto* figure = std::get_if<Figure>(&block.form)) figures.push_back(*figure);
        if (const auto* details = std::get_if<Details>(&block.form))
            collect(details->blocks, figures);
        if (const auto* columns = std::get_if<Columns>(&block.form))
            for (const Blocks& column : columns->columns) collect(column, figures);
    }
}

bool is_named(const std::string& key, const std::string& chart) {
    const std::size_t last = key.rfind('/');
    return key == chart || (last != std::string::npos &&
                            (key.substr(last + 1) == chart || key.substr(0, last) == chart));
}

}  // namespace

Result<std::string> chart_file(Session session, const std::string& chart) {
    std::vector<Figure> figures;
    for (const View& view : views()) {
        session.show(shown_by(view, session));
        session.settle();
        collect(view.page(session).blocks, figures);
    }
    std::vector<std::string> names;
    const Figure* found = nullptr;
    for (const Figure& figure : figures) {
        names.push_back(figure.key);
        names.push_back(figure.key.substr(figure.key.rfind('/') + 1));
        if (!figure.draw || !is_named(figure.key, chart)) continue;
        if (found == nullptr || figure.key == chart) found = &figure;
    }
    if (found == nullptr) return Error{"", "no chart '" + chart + "'" + did_you_mean(chart, names)};
    return svg_file(picture_of(*found, width),
                    plain(found->sentence.text) + " " + found->description);
}

}  // namespace fulcrum
