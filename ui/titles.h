#pragma once
// What the window calls things: parameters of a run, methods, kinds of start. Panels and menus say the same.

#include "core/model/config.h"

#include <QString>
#include <QStringList>

#include <string>

namespace hyperdrift::ui {

/// A run's name. Those that the program or its lessons give are shown in the language of the window.
QString runTitle(const std::string& name);
/// Why theory says nothing of something, from Prediction::note.
QString noteText(const std::string& note);
/// "η", "σ₁", …, of a parameter's path.
QString parameterSymbol(const std::string& path);
/// A value as the panel shows it.
QString parameterText(const Edit::SetParameter& parameter);
QString methodTitle(MethodKind kind);
QString distributionTitle(Distribution distribution);
/// In the order of StartKind.
QStringList startTitles();

/// Whether the panel has that parameter for a run with this method.
bool usesParameter(MethodKind method, const std::string& path);

} // namespace hyperdrift::ui
