#include "media/drawing_weight.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <map>

namespace talkpoint::media {
namespace {

using base::ErrorKind;
using base::fail;

// In units of one plain shape. What works on every pixel of the picture weighs as much as many shapes.
constexpr double most_work = 40'000, filter_work = 2'000, mask_work = 150, faded_work = 20;
constexpr int most_deep = 200;

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Adds up the work of every element as often as it is drawn.
class Weigher {
  public:
    explicit Weigher(const pugi::xml_document& document) { index(document.document_element()); }

    double of(const pugi::xml_node& node) {
        const auto [found, fresh] = work_.try_emplace(node, most_work);  // one that uses itself is never done
        if (!fresh) return found->second;
        if (depth_ > most_deep * 2) return most_work + 1;
        ++depth_;
        double work = 1 + style_work_ + own_work(node);
        const double vertices =
            std::max<double>(1, static_cast<double>(length(node, "d") + length(node, "points")) / 4.0);
        for (const auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name(), value = attribute.value();
            const bool marks = name.starts_with("marker") || value.find("marker") != std::string_view::npos;
            work += referenced(value) * (marks ? vertices : 1);
            if (local_name(node) == "use" && (name == "href" || name == "xlink:href") && value.starts_with('#'))
                work += target(value.substr(1));
        }
        for (const auto& child : node.children()) work = std::min(most_work + 1, work + of(child));
        --depth_;
        return work_[node] = std::min(work, most_work + 1);
    }

    /// A style sheet may paint any element with what it names.
    void count_style(const pugi::xml_node& root) {
        double heaviest = 0;
        for (const auto& found : root.select_nodes("//*[local-name()='style']"))
            heaviest += referenced(found.node().child_value());
        work_.clear();
        style_work_ = heaviest;
    }

  private:
    /// A filter's step and a group that is faded as a whole work on every pixel; a long line on every corner.
    static double own_work(const pugi::xml_node& node) {
        const auto name = local_name(node);
        const bool faded = node.attribute("opacity") ||
                           std::string_view{node.attribute("style").value()}.find("opacity") != std::string_view::npos;
        return (name.starts_with("fe") ? filter_work : 0) + (faded ? faded_work : 0) +
               static_cast<double>(length(node, "d") + length(node, "points")) / 16.0;
    }

    void index(const pugi::xml_node& root) {
        for (const auto& found : root.select_nodes("//*[@id]"))
            by_id_[found.node().attribute("id").value()] = found.node();
    }

    static std::size_t length(const pugi::xml_node& node, const char* name) {
        return std::string_view{node.attribute(name).value()}.size();
    }

    double target(std::string_view id) {
        const auto found = by_id_.find(std::string{id});
        return found == by_id_.end() ? 0 : of(found->second);
    }

    /// The work of everything that a value names by `url(#…)`.
    double referenced(std::string_view value) {
        double work = 0;
        for (auto at = value.find("url("); at != std::string_view::npos; at = value.find("url(", at + 4)) {
            auto id = value.substr(at + 4, value.find(')', at) - at - 4);
            while (!id.empty() && (id.front() == '"' || id.front() == '\'' || id.front() == '#' || id.front() == ' '))
                id.remove_prefix(1);
            while (!id.empty() && (id.back() == '"' || id.back() == '\'' || id.back() == ' ')) id.remove_suffix(1);
            const auto found = by_id_.find(std::string{id});
            if (found == by_id_.end()) continue;
            const auto kind = local_name(found->second);
            if (kind == "linearGradient" || kind == "radialGradient") continue;
            work += of(found->second) + (kind == "filter" ? filter_work : mask_work);
        }
        return work;
    }

    std::map<std::string, pugi::xml_node> by_id_;
    std::map<pugi::xml_node, double> work_;
    double style_work_ = 0;
    int depth_ = 0;
};

/// The deepest nesting, and the first element that has no place in a drawing of ours. Without recursion: the depth is
/// the danger.
struct Survey : pugi::xml_tree_walker {
    int deepest = 0;
    std::string forbidden;
    bool for_each(pugi::xml_node& node) override {
        deepest = std::max(deepest, depth());
        for (const std::string_view bad : {"script", "foreignObject", "image", "feImage"})
            if (local_name(node) == bad && forbidden.empty()) forbidden = bad;
        return deepest <= most_deep && forbidden.empty();
    }
};

}  // namespace

base::Result<void> check_drawing(std::string_view svg) {
    const auto doctype = svg.find("<!DOCTYPE");
    const bool own_entities = doctype != std::string_view::npos &&
                              svg.substr(doctype, svg.find('>', doctype) - doctype).find('[') != std::string_view::npos;
    if (own_entities || svg.find("<!ENTITY") != std::string_view::npos)
        return fail(ErrorKind::unsupported, "is an SVG with entities of its own; save it as a plain SVG");
    pugi::xml_document document;
    if (const auto parsed = document.load_buffer(svg.data(), svg.size()); !parsed)
        return fail(ErrorKind::malformed, fmt::format("is not a whole SVG ({}); save it again", parsed.description()));
    Survey survey;
    document.traverse(survey);
    if (!survey.forbidden.empty())
        return fail(ErrorKind::unsupported,
                    fmt::format("is an SVG with \"<{}\"; save it without, or as a PNG", survey.forbidden));
    if (survey.deepest > most_deep)
        return fail(ErrorKind::too_large, fmt::format("nests more than {} groups; flatten it", most_deep));
    Weigher weigher{document};
    weigher.count_style(document.document_element());
    if (weigher.of(document.document_element()) > most_work)
        return fail(ErrorKind::too_large,
                    "asks for too much drawing (shapes, copies, masks, filters); simplify it, or save it as a PNG");
    return {};
}

}  // namespace talkpoint::media
