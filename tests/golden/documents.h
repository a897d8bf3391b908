// Documents made by chance whose results must be the same to the bit on every platform.
#pragma once

#include "model/document.h"

#include <cstddef>

namespace fulcrum::golden {

inline constexpr std::size_t random_documents = 264;

// Document number `number`, with streams. What it is made of (families, functions, ranges) is named
// in documents.cpp and in formulas.cpp: a new family or function of the program changes no
// document.
Document random_document(std::size_t number);

}  // namespace fulcrum::golden
