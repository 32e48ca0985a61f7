#pragma once
// The same curves drawn by other plotting libraries.

#include "ui/scene.h"

#include <optional>
#include <string>

namespace hyperdrift::bench {

/// Writes what loss, imbalance, flatness and landscape draw of every run, all samples of it, for curves.py.
bool writeCurves(const ui::Scene& scene, const std::string& path);

/// Median milliseconds in which `library` ("pyqtgraph", "matplotlib") draws those curves anew on a window of
/// 1920×1080; nullopt where it is missing.
std::optional<double> rivalMilliseconds(const std::string& library, const std::string& path);

} // namespace hyperdrift::bench
