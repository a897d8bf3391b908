#include "page/page.h"
#include "page/parts.h"
#include "words/about_words.h"

namespace fulcrum {

Page about() {
    const AboutWords& said = about_words();
    Page page{.id = "about", .title = said.title, .blocks = {}};
    page.blocks.push_back(parts::paragraph(said.intro, Weight::Small));
    List contained;
    for (const std::string& part : said.parts) contained.entries.push_back(prose(part));
    page.blocks.push_back({std::move(contained)});
    for (const std::string& licence : said.licences)
        page.blocks.push_back(parts::paragraph(licence, Weight::Small, Role::Quiet));
    return page;
}

}  // namespace fulcrum
