#include "analysis/trace_csv.h"

#include "base/text.h"
#include "engine/names.h"
#include "engine/simulate.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr std::size_t bytes_of_a_number = 24;    // with its comma, at most
constexpr std::size_t numbers_of_a_piece = 512;  // written at a time

struct Column {
    std::string id;
    NodeId node = 0;
};

// What becomes a column, each id once.
class Columns {
  public:
    explicit Columns(const Model& model) : model_(model) {
        const auto nodes = model.program.nodes();
        inputs_.resize(model.inputs.size());
        for (NodeId node = 0; node < nodes.size(); ++node)
            if (nodes[node].op == Op::Input) inputs_[nodes[node].a] = node;
    }

    void add(const TraceEntry& entry) {
        if (entry.kind == TraceEntry::Kind::Assumption) return add_input(entry.id);
        const CellPlace& cell = entry.cell;
        const auto& months = model_.rows[cell.row].node[cell.option];
        if (entry.kind == TraceEntry::Kind::Single) return add(entry.id, *months[cell.month]);
        const std::string row = entry.id.substr(0, entry.id.rfind('/') + 1);
        for (std::size_t month = 0; month < months.size(); ++month)
            add(row + std::to_string(month), *months[month]);
    }

    void add_input(const std::string& id) {
        for (std::size_t input = 0; input < inputs_.size(); ++input)
            if (model_.inputs[input].id == id) add(id, inputs_[input]);
    }

    std::vector<Column> take() { return std::move(columns_); }

  private:
    void add(const std::string& id, NodeId node) {
        if (std::none_of(columns_.begin(), columns_.end(),
                         [&](const Column& known) { return known.id == id; }))
            columns_.push_back({id, node});
    }

    const Model& model_;
    std::vector<NodeId> inputs_;
    std::vector<Column> columns_;
};

std::vector<Column> columns_of(const Document& document, const Model& model,
                               std::span<const CellPlace> cells) {
    Columns columns(model);
    std::vector<Trace> traces;
    traces.reserve(cells.size());
    for (const CellPlace& cell : cells) traces.push_back(*trace(document, model, cell));
    for (const Trace& traced : traces) columns.add(traced.figure);
    for (const Trace& traced : traces)
        for (const TraceEntry& feed : traced.feeds)
            if (feed.kind != TraceEntry::Kind::Assumption) columns.add(feed);
    for (const CellPlace& cell : cells)
        for (const TraceEntry& input : trace_inputs(document, model, cell))
            if (input.uncertain) columns.add_input(input.id);
    return columns.take();
}

}  // namespace

class TraceCsv::Work {
  public:
    Work(const Model& model, const std::vector<Column>& columns, const SimulationSettings& settings)
        : model_(model),
          simulator_(model, nodes_of(columns), settings),
          block_(columns.size(), block_size) {
        text_ = "draw";
        for (const Column& column : columns) text_ += "," + column.id;
        text_ += "\r\n";
    }

    bool step() {
        const std::size_t draws = simulator_.settings().draws;
        if (written_ == drawn_) {
            if (drawn_ == draws) return false;
            const std::size_t count = std::min(block_size, draws - drawn_);
            std::vector<double*> to;
            for (std::size_t c = 0; c < block_.rows(); ++c) to.push_back(block_.row(c).data());
            simulator_.run(model_, {drawn_, count}, to);
            drawn_ += count;
        }
        for (std::size_t numbers = 0; numbers < numbers_of_a_piece && written_ < drawn_;
             numbers += block_.rows())
            write_line();
        return true;
    }

    std::string take() { return std::move(text_); }

  private:
    static std::vector<NodeId> nodes_of(const std::vector<Column>& columns) {
        std::vector<NodeId> nodes;
        nodes.reserve(columns.size());
        for (const Column& column : columns) nodes.push_back(column.node);
        return nodes;
    }

    void write_line() {
        const std::size_t at = written_++ % block_size;
        text_ += std::to_string(written_);
        for (std::size_t c = 0; c < block_.rows(); ++c) {
            const double value = block_.row(c)[at];
            text_ += ",";
            if (std::isfinite(value)) text_ += shortest(value);
        }
        text_ += "\r\n";
    }

    Model model_;
    Simulator simulator_;
    Grid block_;  // [column][draw of the block]
    std::size_t drawn_ = 0, written_ = 0;
    std::string text_;
};

Result<TraceCsv> TraceCsv::of(const Document& document, const Model& model,
                              std::span<const CellPlace> cells, std::size_t draws) {
    const std::vector<Column> columns = columns_of(document, model, cells);
    const std::size_t bytes = draws * (columns.size() + 1) * bytes_of_a_number;
    if (bytes > most_csv_bytes)
        return Error{"/simulation/draws",
                     "the table of " + std::to_string(draws) + " draws in " +
                         std::to_string(columns.size()) + " columns might take " +
                         std::to_string(bytes >> 20) + " MB, and at most " +
                         std::to_string(most_csv_bytes >> 20) + " MB are made: lower the draws"};
    return TraceCsv(std::make_unique<Work>(
        model, columns,
        SimulationSettings{.draws = draws,
                           .seed = static_cast<std::uint64_t>(document.simulation.seed)}));
}

TraceCsv::TraceCsv(std::unique_ptr<Work> work) : work_(std::move(work)) {}
TraceCsv::~TraceCsv() = default;
TraceCsv::TraceCsv(TraceCsv&&) noexcept = default;
TraceCsv& TraceCsv::operator=(TraceCsv&&) noexcept = default;

bool TraceCsv::step() {
    return work_->step();
}

std::string TraceCsv::take() && {
    return work_->take();
}

}  // namespace fulcrum
