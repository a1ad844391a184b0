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

/// What follows belongs to it, up to the next.
struct Heading {
    std::string words = {}, note = {};
    bool large = false;  ///< to be read from where one writes
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

/// One answer of a chart.
struct Bar {
    std::string label = {};
    enum class Told {
        nothing,
        share,  ///< from `low` to `high` with `share` between
        few,    ///< a small number, at most `high`
        most,   ///< everybody, or nearly
    };
    Told told = Told::nothing;
    double share = 0, low = 0, high = 0;               ///< 0 to 1; the interval in which the share may lie
    std::string count = {}, percent = {}, range = {};  ///< the same in words; each is at least "not told", or a dash
    bool right = false;                                ///< the answer that the survey knows to be right
};

/// What was answered to one question: bars, and beside them the same as a table.
struct Chart {
    std::string title = {}, note = {};  ///< the question; how many answered it
    std::vector<Bar> bars = {};
    std::string legend = {};  ///< what stripes mean, where there are any, and of what shares are
};

/// Words in the first column, numbers in the others.
struct Table {
    std::string title = {};
    std::vector<std::string> head = {};
    std::vector<std::vector<std::string>> rows = {};  ///< each as long as `head`
};

/// Keys on the screen, in rows: digits, or letters. What has been typed stands above them.
struct Keys {
    std::string label = {};
    std::string typed = {};  ///< as it is to be seen: dots for a PIN
    enum class Kind { digits, letters, name /*both, and a hyphen*/ };
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

using Element = std::variant<Sentence, Heading, Line, Choice, Chart, Table, Keys, Tiles, Cross>;

struct Page {
    std::string title = {};
    std::vector<Element> items = {};
    std::vector<Button> next = {};  ///< what can be done next; the first is the one thing to do
    bool alike = false;             ///< but none of `next` is: each is as easy to find and to touch
    bool back = true;
    std::optional<Sentence> told = {};  ///< what has come of what was done last; before everything else
    std::string id = {};                ///< of the screen, without `staff.`
};

}  // namespace talkpoint::staff
