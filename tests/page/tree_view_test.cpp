#include "chart/labels.h"
#include "model/check.h"
#include "page/example.h"

#include <algorithm>

using namespace fulcrum;

namespace {

TreeNode node(std::string id, NodeKind kind, std::string text, std::vector<Branch> branches = {}) {
    return {.id = std::move(id),
            .kind = kind,
            .text = std::move(text),
            .branches = std::move(branches)};
}

// Price is between 40 and 60; option 1 is worth twice of it, option 0 once.
Document asked() {
    Document document = bare_decision(2);
    TreeNode first = node("first", NodeKind::Option, "Take the first");
    first.option = "o0";
    TreeNode second = node("second", NodeKind::Option, "");
    second.option = "o1";
    document.tree = {
        .root = "hurry",
        .nodes = {node("hurry", NodeKind::Question, "Is there a hurry?",
                       {{.label = "YES", .to = "first"}, {.label = "NO", .to = "rich"}}),
                  node("rich", NodeKind::Question, "Is there money?",
                       {{.label = "YES", .to = "second"}, {.label = "NO", .to = "first"}}),
                  first, second}};
    return document;
}

Document gamble() {
    Document document = bare_decision(2);
    TreeNode win = node("win", NodeKind::Terminal, "All goes well");
    win.payoff = Formula{"price * 4"};
    TreeNode safe = node("safe", NodeKind::Option, "Stay");
    safe.option = "o1";
    TreeNode lose = node("lose", NodeKind::Terminal, "It fails");
    document.tree = {
        .root = "dare",
        .nodes = {
            node("dare", NodeKind::Decision, "Dare it?",
                 {{.label = "Dare", .to = "luck", .cost = 20.0}, {.label = "Stay", .to = "safe"}}),
            node("luck", NodeKind::Chance, "Is there luck?",
                 {{.label = "luck", .to = "win", .probability = 0.75},
                  {.label = "none", .to = "lose", .probability = Formula{"rest"}}}),
            win, safe, lose}};
    return document;
}

Page page_of(const Document& document) {
    REQUIRE(check(document).empty());
    return find_view("tree")->page(showing(document, "tree"));
}

bool says(const Page& page, const std::string& words) {
    std::string text = as_text(page, 1000);
    const auto spaces = {std::string("\u00a0"), std::string("\u202f"),
                         std::string("\u2009")};  // as one reads them
    for (const std::string& space : spaces)
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    CAPTURE(text);
    CHECK(text.find(words) != std::string::npos);
    return text.find(words) != std::string::npos;
}

const Figure* figure_in(const Page& page) {
    for (const Block& block : page.blocks)
        if (const auto* figure = std::get_if<Figure>(&block.form)) return figure;
    return nullptr;
}

// How deep details stand in details, and how many blocks there are.
void measure(const Blocks& blocks, std::size_t depth, std::size_t& deepest, std::size_t& count) {
    deepest = std::max(deepest, depth);
    for (const Block& block : blocks) {
        ++count;
        if (const auto* details = std::get_if<Details>(&block.form))
            measure(details->blocks, depth + 1, deepest, count);
    }
}

}  // namespace

TEST_CASE(
    "a tree of questions is walked answer by answer, each end with what its option promises") {
    const Page page = page_of(asked());
    says(page, "Is there a hurry?");
    says(page, "If YES: Take the first – A · Option 0: best in 0 % of draws, $50K on average.");
    says(page, "If NO: Is there money?");
    says(page, "B · Option 1: best in 100 % of draws, $100K on average; the verdict's leader.");
    says(page, "Of the 2 ends that name an option, 1 is B · Option 1, the verdict's leader.");
}

TEST_CASE(
    "a decision tree says what it is worth, the first step, and what to know would be worth") {
    const Page page = page_of(gamble());
    // 0.75 * 4 * 50 - 20 = 130 against 100; informed, 0.75 * 180 + 0.25 * 100 - the 130.
    says(page, "Best first step: Dare. The tree is then worth $130K on average.");
    says(page, "would be worth $30K at most");
    says(page, "Choose Dare, for $20K, worth $130K, the best choice: Is there luck?");
    says(page, "If luck (75 % likely): All goes well – worth $200K");
    says(page, "Choose Stay: Stay – B · Option 1: worth $100K; the verdict's leader.");
}

TEST_CASE("what to know the chances would be worth is traced to the tree with and without") {
    const Session session = showing(gamble(), "tree");
    const auto traced = trace_page(session, {.node = "dare", .is_information = true});
    REQUIRE(traced.has_value());
    says(*traced, "the best way through the tree would bring $160K on average");
    says(*traced, "without, the tree is worth $130K. The difference is $30K.");
    const std::vector<Page::Asked> questions = fulcrum::page_of(*find_view("tree"), session).asked;
    CHECK(std::any_of(questions.begin(), questions.end(), [](const Page::Asked& one) {
        const auto* look = std::get_if<LookChange>(&one.action);
        const auto* shows = look ? std::get_if<ShowTrace>(look) : nullptr;
        return shows != nullptr && shows->way.front().is_information;
    }));
    const Session without = showing(::asked(), "tree");
    CHECK_FALSE(trace_page(without, {.node = "hurry", .is_information = true}).has_value());
}

TEST_CASE("the figure shows every node and branch at any width, the best way strong") {
    for (const Document& document : {asked(), gamble()}) {
        const Page page = page_of(document);
        const Figure* figure = figure_in(page);
        REQUIRE(figure != nullptr);
        for (const double width : {240.0, 300.0, 720.0, 1400.0}) {
            const Picture picture = figure->draw({width, 200});
            CHECK(label_fault(picture) == "");
            std::size_t ways = 0, strong = 0;
            for (const Mark& mark : picture.marks)
                if (const auto* line = std::get_if<Line>(&mark.form)) {
                    ++ways;
                    if (line->width > 2) ++strong;
                }
            CHECK(ways == 4);
            CHECK(strong == (document.tree.root == "dare" ? 3 : 2));
        }
    }
}

TEST_CASE("the tree follows the sliders") {
    Session session = showing(gamble(), "tree");
    REQUIRE_FALSE(session.set("price", 5.0));
    // Now 0.75 * 20 - 20 = -5 against 10.
    says(find_view("tree")->page(session), "Best first step: Stay. The tree is then worth $10K");
}

TEST_CASE("what has no value says why, and the page stands") {
    Document document = gamble();
    document.tree.nodes[1].branches[0].probability = Formula{"price / 50 [$K]"};
    says(page_of(document), "Undefined: a probability of 'luck' is 1.");
}

TEST_CASE("a decision without a tree has a page that says so") {
    says(page_of(bare_decision(2)), "This decision has no tree.");
}

TEST_CASE(
    "a chain of 2,000 nodes and a node of 2,000 branches are folded, and what is left out is "
    "said") {
    Document chain = bare_decision(1), fan = bare_decision(1);
    chain.tree.root = "n0";
    fan.tree = {.root = "fan", .nodes = {node("fan", NodeKind::Chance, "Fan")}};
    for (int n = 0; n < 2000; ++n) {
        const std::string id = "n" + std::to_string(n);
        chain.tree.nodes.push_back(
            node(id, NodeKind::Decision, "", {{.label = "on", .to = "n" + std::to_string(n + 1)}}));
        fan.tree.nodes.push_back(node(id, NodeKind::Terminal, ""));
        fan.tree.nodes[0].branches.push_back({.to = id, .probability = 1.0 / 2000});
    }
    chain.tree.nodes.push_back(node("n2000", NodeKind::Terminal, ""));
    for (const Document& document : {chain, fan}) {
        const Page page = page_of(document);
        std::size_t deepest = 0, count = 0;
        measure(page.blocks, 0, deepest, count);
        CHECK(deepest <= 4);
        CHECK(count < 1000);
        says(page, "further nodes are not shown.");
        const Picture picture = figure_in(page)->draw({300, 200});
        CHECK(label_fault(picture) == "");
        CHECK(picture.size.height < 4000);
    }
}

TEST_CASE("the tree is rolled back where a view shows it, and there at once") {
    Session session = showing(gamble(), "compare");
    CHECK_FALSE(session.results().tree.has_value());
    session.show(shown_by(*find_view("tree"), session));
    CHECK(session.results().tree.has_value());
}

TEST_CASE("what the tree is worth is traced branch by branch, down to a payoff or an option") {
    Session session = showing(gamble(), "tree");
    ask(session, "tree/from/0");
    const std::string first = text_of(session);
    CHECK(says(first, "Its worth is that of its best branch"));
    ask(session, "trace/feeds/0");
    CHECK(says(text_of(session), "times how likely"));
    ask(session, "trace/feeds/0");
    CHECK(says(text_of(session), "Formula: price * 4"));
    CHECK(says(text_of(session), "This end is worth $200K on average."));
    ask(session, "trace/back");
    ask(session, "trace/back");
    CHECK(text_of(session) == first);
    ask(session, "trace/feeds/1");
    CHECK(says(text_of(session), "Formula: price * 2"));
}

TEST_CASE("each branch stands with its likelihood, its cost and what it leads to") {
    Session session = showing(gamble(), "tree");
    ask(session, "tree/from/0");
    const auto row = [&](std::size_t b) {
        std::string all;
        for (const Block& block : shown(session).view.blocks)
            if (const auto* table = std::get_if<Table>(&block.form))
                for (const TableCell& cell : table->rows.at(b).cells) all += plain(cell.text) + "|";
        return all;
    };
    CHECK(row(0) == "Dare|$20K|$150K|");
    CHECK(row(1) == "Stay||$100K|");
    ask(session, "trace/feeds/0");
    CHECK(row(0) == "luck|75\u2009%||$200K|");
    CHECK(row(1) == "none|25\u2009%||$0|");
}

TEST_CASE("below a question, the first node that has a value can be asked") {
    Document document = gamble();
    document.tree.root = "hurry";
    document.tree.nodes.push_back(
        node("hurry", NodeKind::Question, "Is there a hurry?",
             {{.label = "YES", .to = "safe"}, {.label = "NO", .to = "dare"}}));
    Session session = showing(document, "tree");
    ask(session, "tree/from/0");
    CHECK(says(text_of(session), "Its worth is that of its best branch"));
    CHECK(find_action(shown(session), "tree/from/1") == nullptr);
}

TEST_CASE("a tree that only asks is worth nothing, so nothing is asked") {
    Session session = showing(asked(), "tree");
    CHECK(find_action(shown(session), "tree/from/0") == nullptr);
}
