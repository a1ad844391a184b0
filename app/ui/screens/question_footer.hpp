// Below a question: what can be done with it. Not for others.
#pragma once

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace talkpoint::ui {

/// "Continue"; to let answers be heard; and what leaves the question without one.
class QuestionFooter {
  public:
    /// As it fits into rows of the width `room`.
    QuestionFooter(const Builder& b, const View& view, const survey::Session& session, float room);
    [[nodiscard]] int rows() const { return second_ < items_.size() ? 2 : 1; }
    void draw(Builder& b, Rect place) const;

  private:
    struct Item {
        std::string id, label, icon;
        Look look;
        visit::Action action;
        bool on = false, as_icon = false;
    };
    static float gap(const Builder& b) { return b.mm(4); }
    static float width(const Builder& b, const Item& item);
    [[nodiscard]] float width(const Builder& b, std::size_t first, std::size_t last) const;

    std::vector<Item> items_;
    std::size_t second_ = 0;  ///< the first of the second row
};

}  // namespace talkpoint::ui
