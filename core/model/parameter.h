#pragma once
// One parameter of a run, by its path in a file: what an edit changes while the run goes.

#include "core/model/config.h"
#include "core/model/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace hyperdrift {

/// Whether an edit can change what is at `path` of a run.
bool isParameter(std::string_view path);

/// What is wrong with a change of one parameter, at `pointer`: an unknown path, a wrong type or a value out
/// of range. `cells` is d1·d2, the bound of a batch, where it is known.
std::optional<Issue> parameterIssue(const Edit::SetParameter& parameter, const std::string& pointer,
                                    std::optional<double> cells = {});

/// What `run` has at a path that parameterIssue knows, as an edit would set it. Throws std::out_of_range for
/// another path.
decltype(Edit::SetParameter::value) parameterValue(const RunSpec& run, const std::string& path);

/// Sets one parameter of `run`. Throws InputError at `pointer` for what parameterIssue finds wrong; `run` is
/// then unchanged.
void setParameter(RunSpec& run, const Edit::SetParameter& parameter, const std::string& pointer,
                  std::optional<double> cells = {});

} // namespace hyperdrift
