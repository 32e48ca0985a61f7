#pragma once
// What stands at axes and in legends as LaTeX: signs of mathematics by a table, all else as it is, escaped.

#include <QString>

namespace hyperdrift::ui {

/// A label of an axis: "‖X‖² − ‖Y‖²" becomes $\lVert X\rVert^{2} - \lVert Y\rVert^{2}$, "iteration t" becomes
/// $\text{iteration } t$. Needs amsmath.
QString texFormula(const QString& label);
/// Text with some signs in it, such as a name: "GD on F̃", "100 % of η".
QString texText(const QString& text);
/// Definitions that let pdfTeX pass over the characters of `text` that LaTeX does not know by itself
/// (Chinese, say), which it then writes as "?"; other engines write them where their font has them. Empty
/// where none is needed.
QString texUnknowns(const QString& text);

} // namespace hyperdrift::ui
