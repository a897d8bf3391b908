#include "page/text_table.h"

#include <algorithm>
#include <numeric>

namespace fulcrum {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_column = 9;

using Strings = std::vector<std::string>;

std::string cell_text(const TableCell& cell) {
    std::string text = plain(cell.text);
    if (!cell.change.empty()) text += " (" + cell.change + ")";
    return text;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        longest = std::max(longest, text_columns(text.substr(0, space)));
        text.remove_prefix(std::min(text.size(), space + 1));
    }
    return longest;
}

// Column texts of the header, then of every row that is no heading.
std::vector<Strings> columns_of(const Table& table) {
    std::vector<Strings> columns(table.columns.size());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        columns[column].push_back(plain(table.columns[column].title));
        for (const TableRow& row : table.rows)
            if (!row.heading && column < row.cells.size())
                columns[column].push_back(cell_text(row.cells[column]));
    }
    return columns;
}

// Widths that add up to at most `room`: what every column wants where that fits; else the longest
// word of each, and the rest shared by what each still wants.
std::vector<std::size_t> column_widths(const std::vector<Strings>& columns, std::size_t room) {
    std::vector<std::size_t> wanted, least;
    for (const Strings& texts : columns) {
        std::size_t widest = 1, word = 1;
        for (const std::string& text : texts) {
            widest = std::max(widest, text_columns(text));
            word = std::max(word, longest_word(text));
        }
        wanted.push_back(widest);
        least.push_back(std::min(word, std::max(least_column, room / columns.size())));
    }
    const auto sum = [](const std::vector<std::size_t>& widths) {
        return std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    };
    if (sum(wanted) <= room) return wanted;
    std::vector<std::size_t> widths = least;
    while (sum(widths) > room) --*std::max_element(widths.begin(), widths.end());
    std::size_t spare = room - sum(widths);
    while (spare > 0) {  // to the column that is furthest from what it wants, by ratio
        std::size_t neediest = 0;
        for (std::size_t column = 1; column < widths.size(); ++column)
            if (wanted[column] * widths[neediest] > wanted[neediest] * widths[column])
                neediest = column;
        ++widths[neediest];
        --spare;
    }
    return widths;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t taken = std::min(width, text_columns(text));
    const std::string space(width - taken, ' ');
    return align == Align::Right ? space + text : text + space;
}

std::string without_trailing_space(std::string line) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

void add_row(Strings& lines, const Table& table, const std::vector<std::size_t>& widths,
             const Strings& texts) {
    std::vector<Strings> cells;
    std::size_t height = 1;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        cells.push_back(broken(column < texts.size() ? texts[column] : "", widths[column]));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
        std::string line;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            if (column > 0) line += std::string(gap, ' ');
            line += padded(k < cells[column].size() ? cells[column][k] : "", widths[column],
                           table.columns[column].align);
        }
        lines.push_back(without_trailing_space(line));
    }
}

void add_broken(Strings& lines, const std::string& text, std::size_t width,
                const std::string& indent = "") {
    for (const std::string& line : broken(text, width - std::min(width - 1, indent.size())))
        lines.push_back(indent + line);
}

Strings set_in_columns(const Table& table, const std::vector<std::size_t>& widths,
                       std::size_t width) {
    Strings lines, header, rule;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        header.push_back(plain(table.columns[column].title));
        rule.emplace_back(widths[column], '-');
    }
    add_row(lines, table, widths, header);
    add_row(lines, table, widths, rule);
    for (const TableRow& row : table.rows) {
        if (row.heading) {
            if (&row != &table.rows.front()) lines.emplace_back();
            add_broken(lines, row.cells.empty() ? "" : cell_text(row.cells.front()), width);
            continue;
        }
        Strings texts;
        for (const TableCell& cell : row.cells) texts.push_back(cell_text(cell));
        if (row.total) add_row(lines, table, widths, rule);
        add_row(lines, table, widths, texts);
    }
    return lines;
}

Strings set_as_list(const Table& table, std::size_t width) {
    Strings lines;
    for (const TableRow& row : table.rows) {
        if (!lines.empty()) lines.emplace_back();
        add_broken(lines, row.cells.empty() ? "" : cell_text(row.cells.front()), width);
        for (std::size_t column = 1; !row.heading && column < row.cells.size(); ++column) {
            const std::string text = cell_text(row.cells[column]);
            std::string line =
                column < table.columns.size() ? plain(table.columns[column].title) : "";
            if (text.empty()) continue;
            if (!line.empty()) line += ": ";
            line += text;
            add_broken(lines, line, width, "  ");
        }
    }
    return lines;
}

// How many bytes the first `columns` of a word take.
std::size_t bytes_of(std::string_view word, std::size_t columns) {
    std::size_t bytes = 0;
    while (bytes < word.size() && text_columns(word.substr(0, bytes)) < columns) ++bytes;
    while (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0u) == 0x80u)
        ++bytes;
    return bytes;
}

// Lines as they fill, word by word.
struct Breaking {
    std::size_t width;
    Strings lines = {};
    std::string line = {};
    std::size_t taken = 0;

    void flush() {
        lines.push_back(line);
        line.clear();
        taken = 0;
    }

    void add(std::string_view word) {
        std::size_t columns = text_columns(word);
        if (columns == 0) return;
        if (taken > 0 && taken + 1 + columns > width) flush();
        if (taken > 0) {
            line += ' ';
            ++taken;
        }
        while (columns > width) {  // a word wider than the line
            const std::size_t bytes = bytes_of(word, width);
            line += word.substr(0, bytes);
            flush();
            word.remove_prefix(bytes);
            columns = text_columns(word);
        }
        line += word;
        taken += columns;
    }
};

}  // namespace

std::size_t text_columns(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const auto byte = static_cast<unsigned char>(text[k]);
        if ((byte & 0xC0u) == 0x80u) continue;  // inside a code point
        const bool joins = (byte == 0xCC || byte == 0xCD) && k + 1 < text.size() &&
                           (byte == 0xCC || static_cast<unsigned char>(text[k + 1]) < 0xB0);
        if (!joins) ++columns;
    }
    return columns;
}

std::vector<std::string> broken(std::string_view text, std::size_t width) {
    Breaking breaking{std::max<std::size_t>(1, width)};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        breaking.add(text.substr(0, end));
        if (end < text.size() && text[end] == '\n') breaking.flush();
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    if (!breaking.line.empty() || breaking.lines.empty()) breaking.flush();
    return std::move(breaking.lines);
}

std::vector<std::string> table_lines(const Table& table, std::size_t width) {
    if (table.columns.empty()) return {};
    const std::size_t gaps = gap * (table.columns.size() - 1);
    const bool fits = width > gaps && (width - gaps) / table.columns.size() >= least_column;
    if (!fits) return set_as_list(table, width);
    return set_in_columns(table, column_widths(columns_of(table), width - gaps), width);
}

}  // namespace fulcrum
