// The parts of an audit, one question each. Private to the module.
#pragma once

#include "analysis/audit.h"

namespace fulcrum::auditing {

struct Subject {
    const Document& document;
    const Document& reference;
    ClaimLines& lines;
    const Claim& claim;
    std::vector<InputRange> ranges;  // with what the claim is given
};

// What gives the claim's figure: its formula, else that of its cell; "" where there is none.
std::string formula_of(const Subject& subject);

void recompute(const Subject& subject, Finding& finding);
// By leaving out, adding and turning round terms, and by holding inputs. Of figures that differ.
void explain(const Subject& subject, Finding& finding);
void read_otherwise(const Subject& subject, Finding& finding);
void show_rows(const Subject& subject, Finding& finding);
void find_direction(const Subject& subject, Finding& finding);
void find_tree_faults(const Document& document, Finding& finding);
void find_overlap(const Subject& subject, Finding& finding);

// Which claims a finding changes further down; wants all findings.
void carry_on(std::vector<Finding>& findings);

// What would change the decision, without its leads yet.
std::vector<Effect> effects_of(const Subject& subject, Finding& finding);
// The document that it makes.
Result<Document> with_effect(const Document& document, const Claim& claim, const Effect& effect);

}  // namespace fulcrum::auditing
