#pragma once
// What a step of undo is called in the Edit menu: "Perturbed GD: σ₁ 0.05 → 0.2".

#include "ui/draft_change.h"

#include <QString>

namespace hyperdrift::ui {

/// The name of the run that a change of parameters, or a move along the valley, is about, where more than one
/// run has such a parameter, or could have moved; else empty.
QString runInQuestion(const Draft& draft, const DraftChange& change);

/// The step from `before` to `after`, two changes that take each other back.
QString stepText(const DraftChange& before, const DraftChange& after);

/// As a menu shows it to the letter: on one line, with no key marked.
QString menuText(const QString& text);

} // namespace hyperdrift::ui
