#include "form/difference.h"

#include "form/controls.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

using namespace fulcrum;
using Json = nlohmann::ordered_json;

namespace {

Element element_of(const Json& entry) {
    Element element{entry[0].get<std::string>(), entry[1].get<std::string>()};
    for (const auto& [name, value] : entry[2].items())
        element.attributes.emplace_back(name, value.get<std::string>());
    for (const Json& child : entry[3]) element.children.push_back(element_of(child));
    return element;
}

Element& at(Element& root, const Json& path) {
    Element* element = &root;
    for (const Json& position : path) element = &element->children.at(position.get<std::size_t>());
    return *element;
}

void set_attribute(Element& element, const std::string& name, const Json& value) {
    const auto own = std::find_if(element.attributes.begin(), element.attributes.end(),
                                  [&](const auto& each) { return each.first == name; });
    if (value.is_null()) {
        element.attributes.erase(own);
    } else if (own != element.attributes.end()) {
        own->second = value.get<std::string>();
    } else {
        element.attributes.emplace_back(name, value.get<std::string>());
    }
}

// What the page's script does with the steps, on elements as data.
void take(Element& root, const Json& step) {
    const auto what = step[0].get<std::string>();
    Element& element = at(root, step[1]);
    auto& children = element.children;
    const auto place = [&](const Json& position) {
        return children.begin() + position.get<std::ptrdiff_t>();
    };
    if (what == "text") {
        element.text = step[2].get<std::string>();
    } else if (what == "attribute") {
        set_attribute(element, step[2].get<std::string>(), step[3]);
    } else if (what == "insert") {
        children.insert(place(step[2]), element_of(step[3]));
    } else if (what == "replace") {
        element = element_of(step[2]);
    } else if (what == "move") {
        std::rotate(place(step[3]), place(step[2]), place(step[2]) + 1);
    } else if (what == "drop") {
        children.erase(place(step[2]));
    } else {
        REQUIRE(what == "cut");
        children.erase(place(step[2]), children.end());
    }
}

void sort_attributes(Element& element) {
    std::sort(element.attributes.begin(), element.attributes.end());
    for (Element& child : element.children) sort_attributes(child);
}

Json steps_of(const Elements& before, const Elements& after) {
    return Json::parse(difference_json(before, after));
}

Elements after_steps(const Elements& before, const Json& steps) {
    Element root{"main", "", {}, before};
    for (const Json& step : steps) take(root, step);
    sort_attributes(root);
    return root.children;
}

void check_leads_there(const Elements& before, const Elements& after) {
    Element wanted{"main", "", {}, after};
    sort_attributes(wanted);
    CHECK(after_steps(before, steps_of(before, after)) == wanted.children);
}

Element keyed(const std::string& tag, const std::string& key, const std::string& text = "") {
    return {tag, text, {{key_attribute, key}}};
}

// Trees of a few tags, keys and texts, so that much is alike.
class Forest {
  public:
    explicit Forest(unsigned seed) : chance_(seed) {}
    Elements trees(int depth) {
        Elements all;
        std::vector<int> keys{0, 1, 2, 3, 4, 5};
        std::shuffle(keys.begin(), keys.end(), chance_);
        const unsigned count = below(5);
        for (unsigned n = 0; n < count; ++n) {
            Element each{below(4) == 0 ? "p" : "div",
                         below(2) == 0 ? "" : std::to_string(below(3))};
            if (below(3) != 0) each.attributes.emplace_back("id", std::to_string(keys[n]));
            if (below(2) == 0) each.attributes.emplace_back("class", std::to_string(below(2)));
            if (depth > 0) each.children = trees(depth - 1);
            all.push_back(std::move(each));
        }
        return all;
    }

  private:
    unsigned below(unsigned end) { return static_cast<unsigned>(chance_() % end); }
    std::mt19937 chance_;
};

}  // namespace

TEST_CASE("the steps of a difference lead from one form to the other") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        check_leads_there(Forest(seed).trees(2), Forest(seed + 5000).trees(2));
    }
}

TEST_CASE("a form that stays as it is needs no step") {
    const Elements form = Forest(7).trees(3);
    CHECK(steps_of(form, form).empty());
}

TEST_CASE("a figure that changes is one step, and its element stays") {
    Elements before{{"section", "", {{"id", "s"}}, {{"p", "5"}, keyed("input", "price")}}};
    Elements after = before;
    after[0].children[0].text = "6";
    after[0].children[1].attributes.emplace_back("value", "6");
    CHECK(steps_of(before, after) ==
          Json::parse(R"([["text", [0, 0], "6"], ["attribute", [0, 1], "value", "6"]])"));
}

TEST_CASE("what has a key keeps its element where others come, go and change places") {
    const Elements before{keyed("div", "a"), keyed("div", "b"), keyed("div", "c")};
    const Elements turned{keyed("div", "c"), keyed("div", "a"), keyed("div", "b")};
    CHECK(steps_of(before, turned) == Json::parse(R"([["move", [], 2, 0]])"));
    const Elements more{{"p", "new"}, before[0], before[1], before[2]};
    CHECK(steps_of(before, more) == Json::parse(R"([["insert", [], 0, ["p", "new", {}, []]]])"));
    CHECK(steps_of(more, before) == Json::parse(R"([["drop", [], 0]])"));
    const Elements last{before[2]};
    CHECK(steps_of(before, last) == Json::parse(R"([["drop", [], 0], ["drop", [], 0]])"));
    const Elements fewer{before[0], before[1]};
    CHECK(steps_of(before, fewer) == Json::parse(R"([["cut", [], 2]])"));
}
