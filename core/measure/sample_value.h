#pragma once
// One number of a sample by its name, the one that reports give it: "loss", "x_norm2", "y_norm2", "ratio",
// "imbalance", "gap", "grad_norm", "lambda_max", "trace", and with an index from 0 "singular_values.0",
// "theta.0".

#include "core/measure/sample.h"

#include <string>
#include <string_view>

namespace hyperdrift {

/// Whether there is such a name; an index may be any.
bool isSampleValue(std::string_view name);

/// NaN where it is undefined, and for an index that the sample does not have. Throws std::out_of_range for
/// what is no name.
double sampleValue(const Sample& sample, std::string_view name);

/// The names, for messages.
std::string sampleValueList();

/// A name in two parts: "theta.1" is "theta" with index 1; index −1 where there is none.
struct SampleValueName {
    std::string key;
    int index = -1;
};
SampleValueName splitSampleValue(std::string_view name);

} // namespace hyperdrift
