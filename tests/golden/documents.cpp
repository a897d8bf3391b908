#include "golden/documents.h"

#include "golden/formulas.h"
#include "model/check.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace fulcrum::golden {
namespace {

constexpr std::string_view families[] = {"point",   "uniform",  "triangular",
                                         "pert",    "normal",   "lognormal",
                                         "poisson", "discrete", "integer_uniform"};
constexpr std::size_t first_later = 200;       // documents from here on have the later families too
constexpr std::size_t first_correlated = 240;  // and from here on ranges that go together
constexpr std::string_view later_families[] = {
    "exponential", "weibull",   "bernoulli",        "binomial",  "gamma",
    "beta",        "student_t", "truncated_normal", "empirical", "mixture"};
constexpr Interval intervals[] = {Interval::P5P95, Interval::P10P90, Interval::P25P75};

void make_discrete(Chance& chance, Assumption& assumption) {
    std::size_t sixteenths = 16;
    while (sixteenths > 0) {
        const std::size_t part = 1 + chance.below(sixteenths);
        sixteenths -= part;
        assumption.values.push_back(std::round(chance.between(-20, 80)) / 4);
        assumption.probabilities.push_back(static_cast<double>(part) / 16);
    }
    assumption.base = assumption.values.front();
}

// Base and ends as the family wants them.
Assumption random_range(Chance& chance, std::string_view family) {
    Assumption made{.family = std::string(family)};
    constexpr double sizes[] = {0.5, 3, 40, 700};
    made.base = chance.one_of(sizes);  // one choice a statement: their order is the language's
    made.base *= chance.between(0.5, 2);
    if (family == "discrete") make_discrete(chance, made);
    if (family == "point" || family == "poisson" || family == "discrete") return made;

    const bool is_lognormal = family == "lognormal";
    if (!is_lognormal && chance.once_in(5)) made.base = -made.base;
    const double size = std::fabs(made.base);
    made.low =
        is_lognormal ? size / chance.between(1.1, 3) : made.base - size * chance.between(0, 1);
    made.high = made.base + size * chance.between(0.1, 1);
    if (is_lognormal || family == "normal") made.interval = chance.one_of(intervals);
    if (family == "integer_uniform") {
        made.base = std::round(made.base);
        made.low = std::round(*made.low) - 1;
        made.high = std::round(*made.high) + 1;
    }
    return made;
}

Component component(const Assumption& range, double weight) {
    return {.weight = weight,
            .base = range.base,
            .low = range.low,
            .high = range.high,
            .interval = range.interval,
            .sd = {},
            .family = range.family,
            .shape = {},
            .trials = {},
            .values = range.values,
            .probabilities = range.probabilities,
            .min = {},
            .max = {}};
}

void make_mixture(Chance& chance, Assumption& made) {
    std::size_t eighths = 8;
    while (eighths > 0) {
        const std::size_t part = 1 + chance.below(std::min<std::size_t>(eighths, 7));
        eighths -= part;
        const std::string_view family = chance.one_of(families);
        made.components.push_back(
            component(random_range(chance, family), static_cast<double>(part) / 8));
    }
}

Assumption random_later_range(Chance& chance, std::string_view family) {
    Assumption made{.family = std::string(family)};
    made.base = chance.between(0.5, 40);
    if (family == "bernoulli" || family == "beta") made.base = chance.between(0.1, 0.9);
    if (family == "beta") made.sd = made.base * (1 - made.base) * chance.between(0.1, 1);
    if (family == "gamma" || family == "student_t") made.sd = made.base * chance.between(0.2, 1.5);
    if (family == "student_t") made.shape = chance.between(2.5, 30);
    if (family == "binomial") made.trials = 40 + static_cast<std::int64_t>(chance.below(100));
    if (family == "weibull" || family == "truncated_normal") {
        made.low = made.base / chance.between(1.5, 3);
        made.high = made.base * chance.between(1.5, 3);
        made.interval = chance.one_of(intervals);
    }
    if (family == "truncated_normal") made.min = made.base / 4;
    if (family == "empirical")
        for (std::size_t count = 2 + chance.below(30); count > 0; --count)
            made.values.push_back(std::round(chance.between(-20, 80)) / 4);
    if (family == "mixture") make_mixture(chance, made);
    return made;
}

class Maker {
  public:
    explicit Maker(std::size_t number) : chance_(0xF01C'0000u + number), number_(number) {}

    Document document() {
        document_.id = "golden_" + std::to_string(number_);
        document_.title = "Golden " + std::to_string(number_);
        document_.simulation.draws = std::int64_t{256} << chance_.below(4);
        document_.simulation.seed = static_cast<std::int64_t>(chance_.below(1'000'000));
        document_.headline = {.threshold = chance_.between(0.4, 0.9), .matters = 0.5};
        const std::size_t count = 2 + chance_.below(3);
        for (std::size_t o = 0; o < count; ++o) options_.push_back(letter(o));
        for (const std::string& option : options_)
            document_.options.push_back({.id = option, .name = "Option " + option});
        add_assumptions();
        if (number_ >= first_correlated) add_correlations();
        add_rows();
        add_scoring();
        return with_streams(document_);
    }

  private:
    static std::string letter(std::size_t option) {
        return std::string(1, static_cast<char>('A' + option));
    }

    // Over the documents every family comes equally often, in every place.
    std::string_view next_family() { return families[(number_ + family_++) % std::size(families)]; }

    Assumption any_range() {
        if (number_ < first_later) return random_range(chance_, next_family());
        const std::size_t choice = (number_ + family_++) % std::size(later_families);
        return random_later_range(chance_, later_families[choice]);
    }

    Assumption uncertain() {
        Assumption made = any_range();
        made.known = chance_.once_in(12);
        if (chance_.once_in(6)) made.stream = 256 + 10 * static_cast<std::int64_t>(family_);
        return made;
    }

    void add_assumptions() {
        const std::size_t count = 3 + chance_.below(6);
        for (std::size_t x = 0; x < count; ++x) {
            Assumption made = uncertain();
            made.id = made.name = "x" + std::to_string(x);
            names_.push_back(made.id);
            document_.assumptions.push_back(std::move(made));
        }
    }

    // A pair, or three that may contradict each other.
    void add_correlations() {
        document_.simulation.repair_correlations = true;
        std::vector<std::string> drawn;
        for (const Assumption& each : document_.assumptions)
            if (!each.known) drawn.push_back(each.id);
        const auto rank = [this] { return std::round(chance_.between(-90, 90)) / 100; };
        if (drawn.size() < 3 || chance_.once_in(2)) {
            drawn.resize(2, document_.assumptions.front().id);
            document_.correlations.push_back({.of = drawn, .rank = rank()});
            return;
        }
        drawn.resize(3);
        const double a = rank(), b = rank(), c = rank();
        document_.correlations.push_back(
            {.of = drawn, .matrix = {{1, a, b}, {a, 1, c}, {b, c, 1}}});
    }

    Row& add_row(const std::string& id) {
        return document_.rows.emplace_back(
            Row{.id = id,
                .name = id,
                .direction = chance_.once_in(3) ? Direction::Less : Direction::More});
    }

    void add_rows() {
        add_level_row();
        const std::size_t count = 3 + chance_.below(4);
        for (std::size_t r = 0; r < count; ++r) {
            const std::string id = "r" + std::to_string(r);
            Row& row = add_row(id);
            row.formula = random_formula(chance_, names_, 3);
            for (const std::string& option : options_) add_cell(row, option);
            row.off = chance_.once_in(20);
            names_.push_back(id);
            names_.push_back(id + "@" + options_[chance_.below(options_.size())]);
            if (chance_.once_in(3)) add_series("s" + std::to_string(r));
        }
        Row& result = add_row("result");
        result.formula = random_formula(chance_, names_, 4) + " + " + names_.back();
        if (!chance_.once_in(5)) document_.objective = "result";
    }

    void add_cell(Row& row, const std::string& option) {
        if (chance_.once_in(3)) return;  // the row's formula
        if (chance_.once_in(3)) {
            row.cells.emplace_back(option, chance_.between(-10, 90));
        } else if (chance_.once_in(2)) {
            row.cells.emplace_back(option, Formula{random_formula(chance_, names_, 3)});
        } else {
            row.cells.emplace_back(option, uncertain());
        }
    }

    void add_level_row() {
        Row& row = add_row("level");
        row.kind = RowKind::Level;
        row.scale = {{"poor", 0}, {"fair", chance_.between(20, 80)}, {"good", 100}};
        for (const std::string& option : options_)
            row.cells.emplace_back(option, Word{row.scale[chance_.below(3)].name});
    }

    // The next names are the series at a month, one month of another option too.
    void add_series(const std::string& id) {
        std::vector<std::string> names = names_;
        names.push_back("(month / 1 [month])");
        Row& row = add_row(id);
        row.months = 1 + static_cast<std::int64_t>(chance_.below(18));
        row.start = random_formula(chance_, names_, 2);
        row.formula = "0.9 * previous(" + id + ") + (" + random_formula(chance_, names, 2) + ")";
        const std::string last = std::to_string(*row.months);
        names_.push_back("at(" + id + ", " + last + ")");
        names_.push_back("at(" + id + "@" + options_.front() + ", 1)");
    }

    void add_scoring() {
        Scoring& scoring = document_.scoring;
        scoring.equal_weights = chance_.once_in(6);
        if (chance_.once_in(3)) scoring.groups = {{"g", "G", 2}, {"h", "H", 1}};
        for (const Row& row : document_.rows) {
            if (row.months || chance_.once_in(3)) continue;
            Criterion criterion{.row = row.id, .weight = chance_.between(0, 3)};
            if (!scoring.groups.empty()) criterion.group = scoring.groups[chance_.below(2)].id;
            if (row.kind == RowKind::Number) {
                criterion.worst = chance_.between(-100, 0);
                criterion.best = chance_.between(1, 300);
            }
            scoring.criteria.push_back(criterion);
        }
    }

    Chance chance_;
    std::size_t number_;
    std::size_t family_ = 0;
    Document document_;
    std::vector<std::string> options_, names_;
};

}  // namespace

Document random_document(std::size_t number) {
    return Maker(number).document();
}

}  // namespace fulcrum::golden
