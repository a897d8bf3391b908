#include "form/difference.h"

#include "base/json_writer.h"
#include "form/controls.h"

#include <algorithm>
#include <cstdint>

namespace fulcrum {
namespace {

// nullptr where it has none.
const std::string* attribute(const Element& element, std::string_view name) {
    for (const auto& [own, value] : element.attributes)
        if (own == name) return &value;
    return nullptr;
}

std::string_view key_of(const Element& element) {
    const std::string* key = attribute(element, key_attribute);
    if (key == nullptr) key = attribute(element, "id");
    return key == nullptr ? std::string_view() : *key;
}

bool is_same(const Element& a, const Element& b) {
    return a.tag == b.tag && key_of(a) == key_of(b);
}

class Difference {
  public:
    Difference() { json_.begin_array(); }

    std::string text() && {
        json_.end_array();
        return std::move(json_).text();
    }

    void children(Elements before, const Elements& after) {
        for (std::size_t at = 0; at < after.size(); ++at) {
            drop_gone(before, after, at);
            const auto from =
                before.begin() + static_cast<std::ptrdiff_t>(std::min(at, before.size()));
            auto found = std::find_if(from, before.end(), [&](const Element& element) {
                return is_same(element, after[at]);
            });
            // what has no key is not looked for further on: positions tell it
            if (key_of(after[at]).empty() && found != from) found = before.end();
            if (found == before.end()) {
                const bool stays = at < before.size() && !key_of(before[at]).empty() &&
                                   is_in(after, at + 1, before[at]);
                if (at < before.size() && !stays) {
                    replace(at, after[at]);
                    before[at] = after[at];
                } else {
                    insert(at, after[at]);
                    before.insert(from, after[at]);
                }
                continue;
            }
            const auto place = static_cast<std::size_t>(found - before.begin());
            if (place != at) {
                move(place, at);
                std::rotate(from, found, found + 1);
            }
            path_.push_back(at);
            element(before[at], after[at]);
            path_.pop_back();
        }
        if (before.size() > after.size()) cut(after.size());
    }

  private:
    static bool is_in(const Elements& all, std::size_t from, const Element& element) {
        return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(),
                           [&](const Element& later) { return is_same(element, later); });
    }

    // What is gone goes first where what follows it stays, so that nothing else is moved.
    void drop_gone(Elements& before, const Elements& after, std::size_t at) {
        const bool has_key = !key_of(after[at]).empty();
        while (has_key && at < before.size() && !is_in(after, at, before[at]) &&
               is_in(before, at + 1, after[at])) {
            begin("drop");
            json_.value(static_cast<std::int64_t>(at));
            json_.end_array();
            before.erase(before.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }

    void element(const Element& before, const Element& after) {
        if (before.text != after.text) {
            begin("text");
            json_.value(after.text);
            json_.end_array();
        }
        for (const auto& [name, value] : after.attributes) {
            const std::string* old = attribute(before, name);
            if (old == nullptr || *old != value) attribute_is(name, &value);
        }
        for (const auto& [name, value] : before.attributes)
            if (attribute(after, name) == nullptr) attribute_is(name, nullptr);
        if (before.children != after.children) children(before.children, after.children);
    }

    void begin(const char* step) {
        json_.begin_array();
        json_.value(step);
        path(path_);
    }
    void path(const std::vector<std::size_t>& path) {
        json_.begin_array();
        for (const std::size_t position : path) json_.value(static_cast<std::int64_t>(position));
        json_.end_array();
    }
    void attribute_is(const std::string& name, const std::string* value) {
        begin("attribute");
        json_.value(name);
        if (value != nullptr)
            json_.value(*value);
        else
            json_.null();
        json_.end_array();
    }
    void replace(std::size_t at, const Element& element) {
        path_.push_back(at);
        begin("replace");
        path_.pop_back();
        write(element);
        json_.end_array();
    }
    void insert(std::size_t at, const Element& element) {
        begin("insert");
        json_.value(static_cast<std::int64_t>(at));
        write(element);
        json_.end_array();
    }
    void move(std::size_t from, std::size_t to) {
        begin("move");
        json_.value(static_cast<std::int64_t>(from));
        json_.value(static_cast<std::int64_t>(to));
        json_.end_array();
    }
    void cut(std::size_t from) {
        begin("cut");
        json_.value(static_cast<std::int64_t>(from));
        json_.end_array();
    }
    void write(const Element& element) {
        json_.begin_array();
        json_.value(element.tag);
        json_.value(element.text);
        json_.begin_object();
        for (const auto& [name, value] : element.attributes) json_.member(name, value);
        json_.end_object();
        json_.begin_array();
        for (const Element& child : element.children) write(child);
        json_.end_array();
        json_.end_array();
    }

    std::vector<std::size_t> path_;  // of the element whose children are looked at
    JsonWriter json_;
};

}  // namespace

std::string difference_json(const Elements& before, const Elements& after) {
    Difference difference;
    difference.children(before, after);
    return std::move(difference).text();
}

}  // namespace fulcrum
