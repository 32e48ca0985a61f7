#pragma once
// What the ensemble's picture says in words.

#include "ui/ensemble_state.h"

#include <QString>
#include <QStringList>

namespace hyperdrift::ui {

/// "57 of 200 members, 12 s left"; of a whole one: "200 members to t = 2,502, noise varied".
QString ensembleStatus(const EnsembleState& state);
/// "Member 17", and a line for each run: "GD: ratio 6.58, ‖X‖ 1.6, ‖Y‖ 0.62".
QStringList memberLines(const EnsembleState& state, std::int64_t member);
/// The whole picture, and the member that is marked.
QString ensembleSentence(const EnsembleState& state);

} // namespace hyperdrift::ui
