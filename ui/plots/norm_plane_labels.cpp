#include "ui/plots/norm_plane_labels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NormPlaneLabels)
};

QStringList namesOfMinima(const NormPlaneModel& model)
{
    const QString sum = sumOfSpectrum(model.rank);
    const QString equation = Words::tr("‖X‖‖Y‖ = %1").arg(sum);
    const QString meaning = model.rank > 1 ? Words::tr("%1 = %2: exact minima lie on it and above")
                                           : Words::tr("%1 = %2: infinitely many minima");
    return {meaning.arg(equation, shortNumber(model.least)), equation, sum};
}

QStringList namesOfLimit(const NormPlaneModel& model, double product)
{
    if (!model.isThresholded(product))
        return {Words::tr("predicted Σσₖ = %1").arg(shortNumber(product)), Words::tr("Σσₖ")};
    if (model.rank > 1)
        return {Words::tr("Σ(sₖ − τ)₊ = %1").arg(shortNumber(product)), Words::tr("Σ(sₖ − τ)₊")};
    return {Words::tr("s₁ − τ = %1").arg(shortNumber(product)), Words::tr("s₁ − τ")};
}

QStringList namesOfRay(double gamma)
{
    return {Words::tr("‖X‖ = γ‖Y‖, γ = %1").arg(shortNumber(gamma)),
            Words::tr("γ = %1").arg(shortNumber(gamma)), QStringLiteral("γ")};
}

} // namespace

QString sumOfSpectrum(int rank)
{
    const auto s = [](int k) { return QLatin1Char('s') + subscript(k); };
    if (rank > 3)
        return Words::tr("%1 + … + %2").arg(s(1), s(rank));
    QStringList terms;
    for (int k = 1; k <= std::max(1, rank); ++k)
        terms.append(s(k));
    return terms.join(QStringLiteral(" + "));
}

NormPlaneLabels::NormPlaneLabels(const NormPlanePixels& pixels)
    : m_pixels(pixels), m_theme(makeTheme(ThemeKind::Light))
{
}

void NormPlaneLabels::setLook(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
}

bool NormPlaneLabels::isFreeOfStill(const QPointF& point, double distance) const
{
    if (!m_pixels.axes().adjusted(10, 10, -10, -10).contains(point))
        return false;
    const auto isNear = [&](const std::optional<QPointF>& mark, double radius) {
        return mark && lengthOf(*mark - point) < radius + distance;
    };
    const auto& runs = m_pixels.model().runs;
    return !isNear(m_pixels.start(), markRadius(m_theme)) &&
           std::none_of(runs.begin(), runs.end(),
                        [&](const NormRun& run) {
                            return isNear(m_pixels.star(run), starRadius(m_theme)) ||
                                   (run.limit && isNear(m_pixels.at(*run.limit), markRadius(m_theme)));
                        }) &&
           std::none_of(m_textOnCurves.begin(), m_textOnCurves.end(),
                        [&](const QPointF& other) { return lengthOf(other - point) < distance; });
}

bool NormPlaneLabels::paintName(QCPPainter& painter, const QList<QPointF>& curve, CurveSide side,
                                const QStringList& texts)
{
    const double distance = 0.8 * QFontMetricsF(m_font).height();
    for (const QString& text : texts) {
        const QList<Letter> letters = lettersBeside(
            curve, side, text, m_font, [&](const QPointF& point) { return isFreeOfStill(point, distance); });
        if (letters.isEmpty())
            continue;
        paintLetters(painter, letters, m_font, m_theme.text, m_theme.card);
        for (const Letter& letter : letters)
            m_textOnCurves.append(letter.centre);
        return true;
    }
    return false;
}

void NormPlaneLabels::paintNames(QCPPainter& painter)
{
    m_textOnCurves.clear();
    const NormPlaneModel& model = m_pixels.model();
    paintName(painter, m_pixels.curve(model.least), CurveSide::AboveFromLeft, namesOfMinima(model));
    for (const double gamma : model.gammas()) {
        const QList<QPointF> ray = m_pixels.rayOf(gamma);
        const QStringList names = namesOfRay(gamma);
        // At its far end, and only where that has no room at its near one, where runs may come along.
        if (!paintName(painter, ray, CurveSide::BelowFromRight, names.mid(0, 1)) &&
            !paintName(painter, ray, CurveSide::AboveFromLeft, names.mid(0, 1)))
            paintName(painter, ray, CurveSide::BelowFromRight, names);
    }
    for (const double product : model.products())
        paintName(painter, m_pixels.curve(product), CurveSide::BelowFromRight, namesOfLimit(model, product));
}

bool NormPlaneLabels::isAtStar(const QPointF& point) const
{
    const auto& runs = m_pixels.model().runs;
    return std::any_of(runs.begin(), runs.end(), [&](const NormRun& run) {
        const auto star = m_pixels.star(run);
        return star && lengthOf(*star - point) < starRadius(m_theme);
    });
}

void NormPlaneLabels::blockMarks(LabelPlacer& placer) const
{
    const NormPlaneModel& model = m_pixels.model();
    placer.avoidLine(m_pixels.curve(model.least), 2);
    for (const double product : model.products())
        placer.avoidLine(m_pixels.curve(product), 0.8);
    for (const double gamma : model.gammas())
        placer.avoidLine(m_pixels.rayOf(gamma), 1.2);
    const double letter = 0.6 * QFontMetricsF(m_font).height();
    for (const QPointF& at : m_textOnCurves)
        placer.block(squareAround(at, letter));
    for (std::size_t i = 0; i < model.runs.size(); ++i) {
        placer.avoidLine(m_pixels.trail(i), 0.6);
        placer.avoidLine(m_pixels.ahead(i), 0.3);
        if (const auto dot = m_pixels.dot(model.runs[i]))
            placer.block(squareAround(*dot, markRadius(m_theme)));
        if (const auto star = m_pixels.star(model.runs[i]))
            placer.block(squareAround(*star, starRadius(m_theme)));
    }
    for (const auto& trail : m_pixels.ghostTrails())
        placer.avoidLine(trail, 0.2);
    for (const GhostEnd& end : m_pixels.ghostEnds())
        placer.block(squareAround(end.at, ghostRadius(m_theme)));
    if (const auto start = m_pixels.start())
        placer.block(squareAround(*start, markRadius(m_theme)));
}

/// In the order in which they choose their places.
std::vector<MarkLabel> NormPlaneLabels::labels() const
{
    std::vector<MarkLabel> labels;
    const double mark = markRadius(m_theme);
    const double star = starRadius(m_theme);
    const auto& runs = m_pixels.model().runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = m_pixels.dot(runs[i]))
            labels.push_back({QStringLiteral("run%1").arg(i), runs[i].name, *at,
                              (isAtStar(*at) ? star : mark) + 4, m_theme.runText[i % m_theme.runText.size()],
                              true});
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = m_pixels.star(runs[i]))
            labels.push_back({QStringLiteral("limit%1").arg(i), Words::tr("predicted limit"), *at, star + 3,
                              m_theme.text});
    }
    if (const auto at = m_pixels.start())
        labels.push_back({QStringLiteral("start"),
                          runs.size() > 1 ? Words::tr("same start") : Words::tr("start"), *at, mark + 4,
                          m_theme.text});
    return labels;
}

void NormPlaneLabels::paintMarkLabels(QCPPainter& painter)
{
    LabelPlacer placer(m_pixels.axes().adjusted(3, 3, -3, -3));
    blockMarks(placer);
    for (const MarkLabel& label : labels())
        m_markLabels.paint(painter, placer, label, m_font, m_theme, m_theme.card);
    paintGhostLetters(
        painter, placer, m_pixels.ghostEnds(), m_font, m_theme, m_theme.card,
        [this](const QPointF& at) { return isAtStar(at) ? starRadius(m_theme) : markRadius(m_theme); });
}

} // namespace hyperdrift::ui
