#include "ui/plots/plot_csv.h"

#include "core/model/message_text.h"

#include <cmath>

namespace hyperdrift::ui {

namespace {

using Kind = PlottedSeries::Kind;

/// In quotes where it must be.
QByteArray cellOf(const QString& text)
{
    QByteArray cell = text.toUtf8();
    const auto needsQuotes = [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; };
    if (std::none_of(cell.begin(), cell.end(), needsQuotes))
        return cell;
    return '"' + cell.replace("\"", "\"\"") + '"';
}

QByteArray cellOf(double value)
{
    return std::isfinite(value) ? QByteArray::fromStdString(numberText(value)) : QByteArray();
}

void appendPoints(QByteArray& text, const QString& name, const std::vector<double>& x,
                  const std::vector<double>& y)
{
    const QByteArray cell = cellOf(name) + ',';
    for (std::size_t i = 0; i < x.size(); ++i)
        text += cell + cellOf(x[i]) + ',' + cellOf(y[i]) + '\n';
}

void appendMap(QByteArray& text, const QString& name, const HeatMap& map)
{
    const QByteArray cell = cellOf(name) + ',';
    for (Eigen::Index i = 0; i < map.means.rows(); ++i) {
        const QByteArray row =
            cell + QByteArray::number(qint64{1} + blockStart(i, map.means.rows(), map.rows)) + ',';
        for (Eigen::Index j = 0; j < map.means.cols(); ++j)
            text += row + QByteArray::number(qint64{1} + blockStart(j, map.means.cols(), map.columns)) + ',' +
                    cellOf(map.means(i, j)) + '\n';
    }
}

void appendSeries(QByteArray& text, const PlottedSeries& series, const QString& before)
{
    if (series.map) {
        appendMap(text, series.name, *series.map);
    } else if (series.kind == Kind::Band) {
        appendPoints(text, before + series.name + QStringLiteral(", low"), series.x, series.y);
        appendPoints(text, before + series.name + QStringLiteral(", high"), series.x, series.high);
    } else {
        appendPoints(text, before + series.name, series.x, series.y);
    }
}

} // namespace

QByteArray plotCsv(const PlottedData& data)
{
    QByteArray text = data.isOfMaps() ? "series,row,column,value\n" : "series,x,y\n";
    for (const PlottedPanel& panel : data.panels) {
        const QString before = data.panels.size() > 1 ? panel.title + QStringLiteral(": ") : QString();
        for (const PlottedSeries& series : panel.series)
            appendSeries(text, series, before);
    }
    return text;
}

qsizetype plotRows(const PlottedData& data)
{
    std::size_t rows = 0;
    for (const PlottedPanel& panel : data.panels) {
        for (const PlottedSeries& series : panel.series)
            rows += (series.kind == Kind::Band ? 2 : 1) * series.x.size() +
                    (series.map ? static_cast<std::size_t>(series.map->means.size()) : 0);
    }
    return static_cast<qsizetype>(rows);
}

} // namespace hyperdrift::ui
