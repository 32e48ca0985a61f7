#include "ui/plots/landscape_text.h"

#include "ui/format.h"
#include "ui/plots/number_text.h"
#include "ui/prose.h"
#include "ui/titles.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LandscapeView)
};

/// What one run's eight trails come to.
QString endsText(const QString& name, const FanEnds& ends)
{
    constexpr int all = fanSize;
    if (ends.diverged == all)
        return Words::tr("%1 diverges from all eight").arg(name);
    if (ends.diverged > 0)
        return Words::tr("%1 diverges from %2 of them, and ends at %3 places")
            .arg(name)
            .arg(ends.diverged)
            .arg(ends.places);
    if (ends.places == 1 && ends.mean)
        return Words::tr("%1 ends at (%2, %3) from all eight")
            .arg(name, shortNumber(ends.mean->x, 2), shortNumber(ends.mean->y, 2));
    return Words::tr("%1 ends at %2 places").arg(name).arg(ends.places);
}

} // namespace

QString runsSentence(const Scene& scene)
{
    QStringList parts;
    for (const RunTrace& run : scene.runs) {
        QString text = Words::tr("%1, iteration %2: loss %3, ratio %4")
                           .arg(runTitle(run.spec.name), formatCount(run.iteration),
                                shortNumber(run.current.loss, 2), shortNumber(run.current.ratio));
        if (run.prediction.ratio)
            text += Words::tr(", predicted %1").arg(shortNumber(*run.prediction.ratio));
        parts.append(text);
    }
    return sentences(parts);
}

QString fanSentence(const LandscapeModel& model)
{
    if (!model.fan)
        return {};
    QStringList parts;
    for (std::size_t i = 0; i < std::min(model.fan->runs.size(), model.runs().size()); ++i)
        parts.append(endsText(model.runs()[i].name, endsOf(model.fan->runs[i], model.plain().s)));
    return Words::tr(" Eight starts: %1.").arg(clauses(parts));
}

} // namespace hyperdrift::ui
