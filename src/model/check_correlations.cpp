#include "base/text.h"
#include "model/check_context.h"
#include "model/pointer.h"

#include <algorithm>
#include <map>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t most_in_group = 64;

// Which assumptions hang together, as a forest: each id leads to its parent, a root to itself.
class Groups {
  public:
    // How many the two hang together with from now on.
    std::size_t join(const std::string& one, const std::string& other) {
        const std::string root = root_of(one), joined = root_of(other);
        if (root == joined) return size_[root];
        parent_[joined] = root;
        return size_[root] += size_[joined];
    }

  private:
    std::string root_of(std::string id) {
        if (parent_.try_emplace(id, id).second) size_[id] = 1;
        while (parent_[id] != id) id = parent_[id] = parent_[parent_[id]];
        return id;
    }

    std::map<std::string, std::string> parent_;
    std::map<std::string, std::size_t> size_;
};

class CorrelationCheck {
  public:
    explicit CorrelationCheck(CheckContext& context) : context_(context) {}

    void run() {
        for (std::size_t c = 0; c < context_.document.correlations.size(); ++c)
            entry(c, context_.document.correlations[c]);
    }

  private:
    void entry(std::size_t c, const Correlation& correlation) {
        path_ = "/correlations" + pointer_step(c);
        if (!members(correlation) || !is_pair_or_matrix(correlation)) return;
        if (correlation.rank) {
            if (is_rank("/rank", *correlation.rank))
                pair(c, correlation.of[0], correlation.of[1], *correlation.rank, "");
        } else if (is_square(correlation)) {
            matrix(c, correlation);
        }
    }

    // returns   whether the entry names assumptions enough, each once.
    bool members(const Correlation& correlation) {
        const std::size_t before = context_.findings.size();
        IdSet seen;
        for (std::size_t k = 0; k < correlation.of.size(); ++k) {
            const std::string& id = correlation.of[k];
            const std::string own = "/of" + pointer_step(k);
            if (!context_.inputs.has(id))
                add(own, "there is no assumption '" + id + "'" +
                             context_.suggestion(id, context_.inputs));
            else if (!seen.add(id))
                add(own, "'" + id + "' stands twice: name each assumption once");
        }
        if (correlation.of.size() < 2)
            add("/of", "a correlation is of two assumptions or more, found " +
                           std::to_string(correlation.of.size()));
        return context_.findings.size() == before;
    }

    bool is_pair_or_matrix(const Correlation& correlation) {
        const bool has_matrix = !correlation.matrix.empty();
        if (correlation.rank.has_value() == has_matrix) {
            add("", has_matrix ? "give rank or matrix, not both"
                               : "the correlation is missing: give rank for a pair, or a matrix");
            return false;
        }
        if (has_matrix || correlation.of.size() == 2) return true;
        add("/rank", "rank is of a pair, 'of' names " + std::to_string(correlation.of.size()) +
                         ": give a matrix, or an entry for each pair");
        return false;
    }

    bool is_square(const Correlation& correlation) {
        const std::size_t size = correlation.of.size();
        const std::string wanted =
            std::to_string(size) + " assumptions need a matrix of " + std::to_string(size);
        if (correlation.matrix.size() != size) {
            add("/matrix", wanted + " rows, found " + std::to_string(correlation.matrix.size()));
            return false;
        }
        bool square = true;
        for (std::size_t row = 0; row < size; ++row) {
            const std::size_t found = correlation.matrix[row].size();
            if (found == size) continue;
            add("/matrix" + pointer_step(row),
                wanted + " columns, this row has " + std::to_string(found));
            square = false;
        }
        return square;
    }

    void matrix(std::size_t c, const Correlation& correlation) {
        const auto& matrix = correlation.matrix;
        const auto place = [](std::size_t row, std::size_t column) {
            return "/matrix" + pointer_step(row) + pointer_step(column);
        };
        for (std::size_t row = 0; row < matrix.size(); ++row) {
            for (std::size_t column = 0; column < row; ++column) {
                const double rank = matrix[row][column], mirrored = matrix[column][row];
                if (rank != mirrored)
                    add(place(row, column), shortest(rank) + " here, " + shortest(mirrored) +
                                                " on the other side of the diagonal: the "
                                                "matrix must be symmetric");
                else if (is_rank(place(row, column), rank))
                    pair(c, correlation.of[column], correlation.of[row], rank, place(row, column));
            }
            if (matrix[row][row] != 1)
                add(place(row, row), "found " + shortest(matrix[row][row]) +
                                         " on the diagonal: an assumption has correlation 1 "
                                         "with itself");
        }
    }

    bool is_rank(const std::string& own, double rank) {
        if (rank > -1 && rank < 1) return true;
        if (rank == 1 || rank == -1)
            add(own, "rank " + shortest(rank) +
                         " means that one follows from the other: write it as a formula of the "
                         "other instead");
        else
            add(own,
                "rank " + shortest(rank) + " is no correlation: use a number above -1 and below 1");
        return false;
    }

    void pair(std::size_t c, const std::string& one, const std::string& other, double rank,
              const std::string& own) {
        const auto [known, is_new] = pairs_.try_emplace(std::minmax({one, other}), c);
        if (!is_new)
            add(own, "'" + one + "' and '" + other + "' are correlated already, in /correlations/" +
                         std::to_string(known->second) + ": state a pair once");
        if (rank == 0 || groups_.join(one, other) <= most_in_group || is_too_large_) return;
        is_too_large_ = true;
        add(own, "more than " + std::to_string(most_in_group) +
                     " assumptions hang together: leave out the weakest correlations");
    }

    void add(const std::string& own, std::string message) {
        context_.add(path_ + own, std::move(message));
    }

    CheckContext& context_;
    std::string path_;                                                  // of the entry at hand
    std::map<std::pair<std::string, std::string>, std::size_t> pairs_;  // -> entry
    Groups groups_;
    bool is_too_large_ = false;
};

}  // namespace

void check_correlations(CheckContext& context) {
    CorrelationCheck(context).run();
}

}  // namespace fulcrum
