#pragma once
// A picture's numbers as CSV (RFC 4180, but with \n), in long form, a row for each point.

#include "ui/plots/plotted_data.h"

#include <QByteArray>

namespace hyperdrift::ui {

/// UTF-8, with one row of titles:
///   series,x,y                 a band has a series for either edge, "…, low" and "…, high"; in a picture of
///                              several panels a series begins with its panel's title and ": "
///   series,row,column,value    of maps: row and column, from 1, where a cell, or a block of cells of which
///                              `value` is the mean, begins
/// Numbers read back to the same bits. A cell without a number is empty: a gap in a line.
QByteArray plotCsv(const PlottedData& data);

/// Rows of plotCsv without the titles.
qsizetype plotRows(const PlottedData& data);

} // namespace hyperdrift::ui
