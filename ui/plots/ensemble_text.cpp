#include "ui/plots/ensemble_text.h"

#include "core/measure/quantiles.h"
#include "core/theory/predicted_spread.h"
#include "ui/format.h"
#include "ui/plots/number_text.h"
#include "ui/prose.h"
#include "ui/titles.h"

#include <QCoreApplication>

#include <cmath>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ensembleText)
};

QString timeText(double seconds)
{
    if (seconds < 90)
        return Words::tr("%1 s").arg(std::max(1, static_cast<int>(std::lround(seconds))));
    if (seconds < 90 * 60)
        return Words::tr("%1 min").arg(std::lround(seconds / 60));
    return Words::tr("%1 h").arg(std::lround(seconds / 3600));
}

QString variedText(Vary vary)
{
    switch (vary) {
    case Vary::Noise:
        return Words::tr("noise varied");
    case Vary::Start:
        return Words::tr("start varied");
    case Vary::Both:
        return Words::tr("noise and start varied");
    }
    return {};
}

QString countText(std::int64_t members)
{
    return members == 1 ? Words::tr("1 member") : Words::tr("%1 members").arg(formatCount(members));
}

QString runSentence(const EnsembleTrace& run, const EnsembleState& state)
{
    std::vector<double> ratios;
    for (const EnsembleEnd& end : run.ends) {
        if (end.ending == Ending::Finished && end.yNorm2 > 0)
            ratios.push_back(end.xNorm2 / end.yNorm2);
    }
    const QuantileSummary ratio = summarize(std::move(ratios));
    QString text = runTitle(run.spec.name);
    if (ratio.count > 0)
        text += Words::tr(": ratio %1, from %2 to %3 in nine of ten")
                    .arg(shortNumber(ratio.median), shortNumber(ratio.q05), shortNumber(ratio.q95));
    const PredictedSpread predicted = spreadOf(run, state);
    if (predicted.ratio)
        text += Words::tr(", predicted %1").arg(shortNumber(*predicted.ratio));
    if (run.diverged > 0)
        text += Words::tr(", %1 diverged").arg(formatCount(run.diverged));
    return text;
}

} // namespace

QString ensembleStatus(const EnsembleState& state)
{
    const std::int64_t done = membersDone(state);
    const QString asked = countText(state.asked.members);
    QStringList parts;
    if (state.older)
        parts << Words::tr("of an older experiment");
    if (state.phase == EnsemblePhase::Done)
        parts << Words::tr("%1 to t = %2").arg(asked, formatCount(state.asked.experiment.steps));
    else
        parts << Words::tr("%1 of %2").arg(formatCount(done), asked);
    if (state.phase == EnsemblePhase::Stopped)
        parts << Words::tr("stopped");
    if (state.phase == EnsemblePhase::Running && state.secondsLeft)
        parts << Words::tr("%1 left").arg(timeText(*state.secondsLeft));
    if (const std::int64_t diverged = membersDiverged(state); diverged > 0)
        parts << Words::tr("%1 diverged").arg(formatCount(diverged));
    parts << variedText(state.asked.vary);
    return listing(parts);
}

QStringList memberLines(const EnsembleState& state, std::int64_t member)
{
    QStringList lines{Words::tr("Member %1").arg(formatCount(member))};
    for (const EnsembleTrace& run : state.runs) {
        const QString name = runTitle(run.spec.name);
        const EnsembleEnd* end = endOf(run, member);
        if (!end || end->ending == Ending::Stopped)
            lines << Words::tr("%1: not at its end").arg(name);
        else if (end->ending == Ending::Diverged)
            lines << Words::tr("%1: diverged").arg(name);
        else
            lines << Words::tr("%1: ratio %2, ‖X‖ %3, ‖Y‖ %4")
                         .arg(name, shortNumber(end->xNorm2 / end->yNorm2),
                              shortNumber(std::sqrt(end->xNorm2)), shortNumber(std::sqrt(end->yNorm2)));
    }
    return lines;
}

QString ensembleSentence(const EnsembleState& state)
{
    QStringList parts{Words::tr("Ensemble: %1").arg(ensembleStatus(state))};
    for (const EnsembleTrace& run : state.runs)
        parts << runSentence(run, state);
    return sentences(parts);
}

} // namespace hyperdrift::ui
