#include "ui/plots/landscape_labels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"

#include <QCoreApplication>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LandscapeLabels)
};

} // namespace

LandscapeLabels::LandscapeLabels(const LandscapePixels& pixels) : m_pixels(pixels) {}

bool LandscapeLabels::isFreeOfStill(const QPointF& point, double distance) const
{
    if (!m_pixels.axes().adjusted(10, 10, -10, -10).contains(point))
        return false;
    const auto isNear = [&](const QPointF& mark, double radius) {
        return lengthOf(mark - point) < radius + distance;
    };
    const auto start = m_pixels.start();
    if (start && isNear(*start, m_pixels.markRadius()))
        return false;
    for (const FanPixels& trail : m_pixels.fan()) {
        const auto end = m_pixels.endOf(trail);
        const bool isFree = trail.points.isEmpty() || !isNear(trail.points.first(), m_pixels.fanRadius());
        if (!isFree || (end && isNear(*end, m_pixels.fanRadius())))
            return false;
    }
    const auto& runs = m_pixels.model().runs();
    return std::none_of(runs.begin(), runs.end(), [&](const LandscapeRun& run) {
        return run.limit &&
               isNear(m_pixels.at(*run.limit), run.gamma ? m_pixels.starRadius() : m_pixels.markRadius());
    });
}

// As near to its end as nothing that stands still is in the way; shorter where it has no room.
void LandscapeLabels::paintName(QCPPainter& painter, const std::vector<QList<QPointF>>& curves,
                                CurveSide side, const QStringList& texts)
{
    if (curves.empty())
        return;
    const double distance = 0.8 * QFontMetricsF(m_pixels.font()).height();
    const auto isFree = [&](const QPointF& point) {
        return isFreeOfStill(point, distance) &&
               std::none_of(m_textOnCurves.begin(), m_textOnCurves.end(),
                            [&](const QPointF& other) { return lengthOf(other - point) < distance; });
    };
    for (const QString& text : texts) {
        const QList<Letter> letters = lettersBeside(curves.front(), side, text, m_pixels.font(), isFree);
        if (letters.isEmpty())
            continue;
        const Theme& theme = m_pixels.theme();
        paintLetters(painter, letters, m_pixels.font(), theme.text, theme.landscape[0]);
        for (const Letter& letter : letters)
            m_textOnCurves.append(letter.centre);
        return;
    }
}

void LandscapeLabels::paintValleyNames(QCPPainter& painter)
{
    m_textOnCurves.clear();
    paintName(painter, m_pixels.valley(), CurveSide::AboveFromLeft,
              {Words::tr("xy = s: infinitely many minima"), Words::tr("infinitely many minima"),
               Words::tr("xy = s")});
    paintName(painter, m_pixels.shrunkValley(), CurveSide::BelowFromRight,
              {Words::tr("xy = s − τ"), Words::tr("s − τ")});
}

QString LandscapeLabels::runText(const LandscapeRun& run)
{
    switch (run.phase) {
    case RunPhase::Descending:
        return run.name;
    case RunPhase::Stopped:
        if (run.wasMoved)
            return Words::tr("%1 stays where\nit was moved to").arg(run.name);
        if (run.wasChanged)
            return Words::tr("%1\nhas stopped").arg(run.name);
        return Words::tr("%1 stops where\nit met the valley").arg(run.name);
    case RunPhase::Drifting:
        return Words::tr("%1\nkeeps drifting").arg(run.name);
    case RunPhase::Settled:
        return Words::tr("%1\nhas settled").arg(run.name);
    case RunPhase::Diverged:
        return Words::tr("%1 has diverged").arg(run.name);
    }
    return {};
}

QString LandscapeLabels::startText() const
{
    const auto& runs = m_pixels.model().runs();
    const bool moved = std::any_of(runs.begin(), runs.end(), hasLeft);
    QString text = runs.size() > 1 ? Words::tr("same start") : Words::tr("start");
    return moved ? text : Words::tr("%1: drag it").arg(text);
}

QString LandscapeLabels::targetText(const MovedRun& moved) const
{
    const LandscapeRun& run = m_pixels.model().runs()[moved.run];
    return Words::tr("c = %1: ‖X‖²/‖Y‖² %2 → %3\nrelease to move %4, Esc to leave it")
        .arg(shortNumber(moved.c), shortNumber(run.ratio), shortNumber(scaledRatio(run.ratio, moved.c)),
             run.name);
}

QString LandscapeLabels::limitText(const LandscapeRun& run) const
{
    const double gamma = *run.gamma;
    const auto& runs = m_pixels.model().runs();
    const bool isOneOfMany = std::count_if(runs.begin(), runs.end(), [](const LandscapeRun& other) {
                                 return other.gamma.has_value();
                             }) > 1;
    if (!run.gammaOfSigma || isOneOfMany)
        return Words::tr("predicted limit of %1\nγ = %2").arg(run.name, shortNumber(gamma));
    QString text = Words::tr("predicted limit\nγ = √(d₁σ₁²/d₂σ₂²) = %1").arg(shortNumber(gamma));
    // Without the formula where it would take half of the picture.
    if (QFontMetricsF(m_pixels.font()).size(0, text).width() <= 0.42 * m_pixels.axes().width())
        return text;
    return Words::tr("predicted limit\nγ = %1").arg(shortNumber(gamma));
}

bool LandscapeLabels::isAtStar(const QPointF& point) const
{
    const auto& runs = m_pixels.model().runs();
    return std::any_of(runs.begin(), runs.end(), [&](const LandscapeRun& run) {
        const auto star = m_pixels.star(run);
        return star && lengthOf(*star - point) < m_pixels.starRadius();
    });
}

void LandscapeLabels::blockMarks(LabelPlacer& placer) const
{
    for (const auto& curve : m_pixels.valley())
        placer.avoidLine(curve, 2);
    for (const auto& curve : m_pixels.shrunkValley())
        placer.avoidLine(curve, 0.8);
    const double letter = 0.6 * QFontMetricsF(m_pixels.font()).height();
    for (const QPointF& at : m_textOnCurves)
        placer.block(squareAround(at, letter));
    const auto& runs = m_pixels.model().runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const LandscapeRun& run = runs[i];
        placer.avoidLine(m_pixels.trail(i), 0.6);
        placer.avoidLine(m_pixels.ahead(i), 0.3);
        if (run.now)
            placer.block(squareAround(m_pixels.at(*run.now), m_pixels.markRadius()));
        if (const auto star = m_pixels.star(run))
            placer.block(squareAround(*star, m_pixels.starRadius()));
    }
    for (const auto& trail : m_pixels.ghostTrails())
        placer.avoidLine(trail, 0.2);
    for (const FanPixels& trail : m_pixels.fan()) {
        placer.avoidLine(trail.points, 0.4);
        if (!trail.points.isEmpty())
            placer.block(squareAround(trail.points.first(), m_pixels.fanRadius()));
        if (const auto end = m_pixels.endOf(trail))
            placer.block(squareAround(*end, m_pixels.fanRadius()));
    }
    for (const GhostEnd& end : m_pixels.ghostEnds())
        placer.block(squareAround(end.at, m_pixels.ghostRadius()));
    if (const auto start = m_pixels.start())
        placer.block(squareAround(*start, m_pixels.markRadius()));
    if (m_pixels.dragged())
        placer.block(squareAround(m_pixels.at(*m_pixels.dragged()), m_pixels.markRadius()));
    if (const auto target = m_pixels.target())
        placer.block(squareAround(*target, m_pixels.markRadius()));
    for (const auto& curve : m_pixels.orbit())
        placer.avoidLine(curve, 1);
}

/// In the order in which they choose their places.
std::vector<MarkLabel> LandscapeLabels::labels() const
{
    std::vector<MarkLabel> labels;
    const Theme& theme = m_pixels.theme();
    const double mark = m_pixels.markRadius();
    const double star = m_pixels.starRadius();
    const auto& runs = m_pixels.model().runs();
    if (const auto& dragged = m_pixels.dragged()) {
        const AlignedCoordinates start = alignedCoordinates(m_pixels.model().plain(), *dragged);
        labels.push_back(
            {QStringLiteral("dragged"),
             Words::tr("new start: θ₀ = %1, p₀/s = %2\nrelease to run from here, Esc to keep the old")
                 .arg(shortNumber(start.logImbalance), shortNumber(start.product)),
             m_pixels.at(*dragged), mark + 6, theme.text});
    }
    if (const auto target = m_pixels.target())
        labels.push_back({QStringLiteral("target"), targetText(*m_pixels.moved()), *target, mark + 6,
                          theme.runText[m_pixels.moved()->run % theme.runText.size()]});
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = m_pixels.dot(runs[i]))
            labels.push_back({QStringLiteral("run%1").arg(i), runText(runs[i]), *at,
                              (isAtStar(*at) ? star : mark) + 4, theme.runText[i % theme.runText.size()],
                              true});
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = m_pixels.star(runs[i]))
            labels.push_back(
                {QStringLiteral("limit%1").arg(i), limitText(runs[i]), *at, star + 3, theme.text});
    }
    if (const auto at = m_pixels.start(); at && !m_pixels.dragged())
        labels.push_back({QStringLiteral("start"), startText(), *at, mark + 4, theme.text});
    return labels;
}

void LandscapeLabels::paintMarkLabels(QCPPainter& painter)
{
    LabelPlacer placer(m_pixels.axes().adjusted(3, 3, -3, -3));
    blockMarks(placer);
    const Theme& theme = m_pixels.theme();
    for (const MarkLabel& label : labels())
        m_markLabels.paint(painter, placer, label, m_pixels.font(), theme, theme.landscape[0]);
    paintGhostLetters(
        painter, placer, m_pixels.ghostEnds(), m_pixels.font(), theme, theme.landscape[0],
        [this](const QPointF& at) { return isAtStar(at) ? m_pixels.starRadius() : m_pixels.markRadius(); });
}

} // namespace hyperdrift::ui
