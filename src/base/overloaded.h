// Several functions as one, for std::visit: Overloaded{[](int) {}, [](double) {}}.
#pragma once

namespace fulcrum {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace fulcrum
