// The responses of one survey as a table.
#pragma once

#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <set>
#include <string>
#include <vector>

namespace talkpoint::ctl {

/// CSV, a row a response without its id, one at a time so that any number fits: first meet() them all, then heading()
/// and a row() each. The columns: survey::columns(), then, sorted, those of questions and options that only the data
/// has (another version's; all of them where `survey` is null).
class ResponseTable {
  public:
    /// `survey` may be null, and must outlive the table.
    explicit ResponseTable(const survey::Survey* survey);
    void meet(const survey::Response& response);
    [[nodiscard]] std::string heading() const;
    [[nodiscard]] std::string row(const survey::Response& response) const;

  private:
    const survey::Survey* survey_;
    std::vector<std::string> columns_;
    std::set<std::string> others_;
};

}  // namespace talkpoint::ctl
