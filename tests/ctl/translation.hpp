// The survey of kiosk.hpp in French: every text.
#pragma once

namespace talkpoint::tests {

inline constexpr const char* a_translation = R"(title = "Qu'est-ce qui est sûr ?"
intro = "Pourquoi"
reviewed = true
source_digest = "8d0f1b85d2d4"
[question.who]
text = "À qui le diriez-vous ?"
explain = "Parlez-en"
options = { friend = "Un ami", nobody = "Personne" }
[question.sure]
text = "En êtes-vous sûr ?"
options = { yes = "Oui", no = "Non" }
)";

}  // namespace talkpoint::tests
