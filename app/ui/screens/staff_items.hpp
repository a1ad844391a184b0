// The pieces of which pages of the staff area are made. Not for others.
#pragma once

#include "staff/page.hpp"
#include "ui/builder.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ui {

/// As wide as the page, and so high; stands wherever it is drawn.
struct Piece {
    float height = 0;
    std::function<void(const Rect&)> draw;  ///< while the builder and the page live
    std::size_t first = 0;  ///< of those that belong together: they stand on one part of the page where they fit on one
    bool again = false;     ///< of such a first one: stands once more above those that go on in another part
    bool with_next = false;  ///< never the last of a part, where that can be
};

/// For how much room pieces are made.
struct PieceRoom {
    float width = 0;
    float height = 0;   ///< of a page that has no parts
    float in_part = 0;  ///< of one part
};

/// Makes pieces of a page's items, in order. Lives as long as the pieces are drawn, as do the builder and the page.
class Pieces {
  public:
    Pieces(Builder& b, const PieceRoom& room, std::string prefix = "staff");
    [[nodiscard]] std::vector<Piece> of(const staff::Page& page);
    /// What has come of what was done last, on that page.
    [[nodiscard]] Piece told(const staff::Sentence& told, const staff::Page& page);

    // For the files in which one kind each is made.
    [[nodiscard]] Builder& builder() { return builder_; }
    [[nodiscard]] const PieceRoom& room() const { return room_; }
    /// `staff.line.3`: counted for each kind.
    [[nodiscard]] std::string next_id(std::string_view kind);
    /// How high what is left of the page is; that of a whole part where that is less than `least`.
    [[nodiscard]] float height_left(float least) const;
    [[nodiscard]] std::size_t count() const { return out_.size(); }
    void add(float height, std::function<void(const Rect&)> draw) { add({height, std::move(draw), out_.size()}); }
    void add(Piece piece) { out_.push_back(std::move(piece)); }

  private:
    void add_item(const staff::Element& item);
    void sentences(const staff::Page& page, std::size_t first, std::size_t last);
    [[nodiscard]] Piece sentence(const staff::Sentence& sentence, float width);
    void add_sentence(const staff::Sentence& one);
    void heading(const staff::Heading& heading);
    void line(const staff::Line& line);
    void choice(const staff::Choice& choice);
    void tiles(const staff::Tiles& tiles);

    Builder& builder_;
    PieceRoom room_;
    std::string prefix_;                  ///< of every id
    std::map<std::string, int> numbers_;  ///< of each kind
    std::vector<Piece> out_;
    bool calm_ = false;    ///< so little stands on the page that it is written large
    bool marked_ = false;  ///< a line has a mark: the words of all stand behind it
};

/// Between one piece and the next.
[[nodiscard]] float piece_gap(const Builder& b);

// staff_keys.cpp and staff_chart.cpp
void add_keys(Pieces& pieces, const staff::Keys& keys);
void add_chart(Pieces& pieces, const staff::Chart& chart);
void add_table(Pieces& pieces, const staff::Table& table);

/// How a button looks: of a list; of what can be done next, first or not; of ways on that are alike.
enum class Place { among, first, alike };
/// `Take away` and `staff.button.3`: a button that can be chosen says whether it is.
void staff_button(Builder& b, const std::string& id, const staff::Button& button, const Rect& rect,
                  Place place = Place::among);
[[nodiscard]] float staff_button_width(const Builder& b, const staff::Button& button, Place place = Place::among);

}  // namespace talkpoint::ui
