// What a screen of the staff area says and offers: plain data, in the order in which it is read. How it looks is ui's.
#pragma once

#include "staff/action.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace talkpoint::staff {

/// Shown by shape, colour and word.
enum class Mark { none, good, attention, trouble };

/// A sentence, and what to do about it.
struct Sentence {
    Mark mark = Mark::none;
    std::string words = {};
    std::string to_do = {};  ///< empty: nothing
    bool large = false;      ///< for who has five seconds
};

/// A line of a list: what, how it is, and what a touch on it does.
struct Line {
    Mark mark = Mark::none;
    std::string label = {}, value = {};
    std::vector<Button> buttons = {};
};

/// Things to choose from, of which one is chosen; beside each other, under what they are.
struct Choice {
    std::string label = {};
    std::vector<Button> options = {};
};

/// A share of all answers, with the interval in which it may lie.
struct Bar {
    std::string label = {};
    std::string count = {};               ///< redacted
    double share = 0, low = 0, high = 0;  ///< 0 to 1; all 0: not shown
    bool right = false;                   ///< the answer that the survey knows to be right
};

struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;  ///< each as long as `head`
};

/// Keys on the screen, in rows: digits, or letters. What has been typed stands above them.
struct Keys {
    std::string label = {};
    std::string typed = {};  ///< as it is to be seen: dots for a PIN
    enum class Kind { digits, letters, code /*both, and a hyphen*/ };
    Kind kind = Kind::digits;
    bool secret = false;  ///< neither spoken nor named in dumps
};

/// Large ways on, with an icon.
struct Tiles {
    std::vector<Button> tiles;
};

/// Crosses to be touched, one after another, and where the last one was touched.
struct Cross {
    double x = 0.5, y = 0.5;  ///< of width and height
};

using Element = std::variant<Sentence, Line, Choice, Bar, Table, Keys, Tiles, Cross>;

struct Page {
    std::string title = {};
    std::vector<Element> items = {};
    std::vector<Button> next = {};  ///< what can be done next; the first is the one thing to do
    bool back = true;
    std::optional<Sentence> told = {};  ///< what has come of what was done last; before everything else
    std::string id = {};                ///< of the screen, without `staff.`
};

}  // namespace talkpoint::staff
