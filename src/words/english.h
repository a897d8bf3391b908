// The parts of the English texts; words.h says what each is.
#pragma once

#include "words/words.h"

namespace fulcrum::english {

// "C · Full roadmap", inked as the option.
Piece name(const NamedOption& option);
// "C".
Piece letter(const NamedOption& option);
// "C 72 % (+3 points)", joined by commas.
void add(Sentence& sentence, const OptionFigure& figure);
void add(Sentence& sentence, std::span<const OptionFigure> figures);
std::string option(const NamedOption& option);
std::string listed(std::span<const std::string> entries);
std::string counted(std::size_t count, const std::string& one, const std::string& many);

BarWords bar();
VerdictWords verdict();
SliderWords slider();
FigureWords figures();
CompareWords compare();
MoneyWords money();
RiskWords risk();
FlipWords flips();
SpreadWords spread();
TestWords tests();
RuleWords rules();
MapWords map();
TreeWords tree();
TraceWords trace();
ChartWords chart();

}  // namespace fulcrum::english
