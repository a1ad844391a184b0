// One function for each alternative of a variant, side by side: std::visit(Overload{…}, variant).
#pragma once

namespace talkpoint::base {

template <class... F>
struct Overload : F... {
    using F::operator()...;
};
template <class... F>
Overload(F...) -> Overload<F...>;

}  // namespace talkpoint::base
