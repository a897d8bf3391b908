// What compiling finds wrong, each finding once, in the order of the document.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace fulcrum {

class Findings {
  public:
    // section   where in the document: findings of a lower one come first, within one as added.
    void add(std::size_t section, Error error) {
        auto key = std::make_tuple(error.path, error.at, error.message);
        if (seen_.insert(std::move(key)).second) by_section_[section].push_back(std::move(error));
    }

    bool empty() const { return by_section_.empty(); }

    Diagnostics in_order() const {
        Diagnostics all;
        for (const auto& [section, errors] : by_section_)
            all.insert(all.end(), errors.begin(), errors.end());
        return all;
    }

  private:
    std::map<std::size_t, Diagnostics> by_section_;
    std::set<std::tuple<std::string, std::size_t, std::string>> seen_;
};

}  // namespace fulcrum
