#include "ui/issue_text.h"

#include "ui/prose.h"
#include "ui/titles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <map>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(issueText)
};

/// "> 0 and finite" and the like.
QString boundText(QString bound)
{
    bound.replace(QStringLiteral(" and "), Words::tr(" and "));
    return bound.replace(QStringLiteral("finite"), Words::tr("finite"));
}

/// The panel's name of a number of the problem or the start; empty for one that no panel shows.
QString placeName(const QString& pointer)
{
    static const std::map<QString, const char*> names = {
        {"/problem/d1", QT_TRANSLATE_NOOP("issueText", "rows d₁")},
        {"/problem/d2", QT_TRANSLATE_NOOP("issueText", "columns d₂")},
        {"/problem/rank", QT_TRANSLATE_NOOP("issueText", "rank r")},
        {"/problem/spectrum", QT_TRANSLATE_NOOP("issueText", "spectrum s")},
        {"/problem/seed", QT_TRANSLATE_NOOP("issueText", "the problem's seed")},
        {"/problem/matrix", QT_TRANSLATE_NOOP("issueText", "the matrix")},
        {"/problem/scale_to", QT_TRANSLATE_NOOP("issueText", "the matrix's scale")},
        {"/start/log_imbalance", QT_TRANSLATE_NOOP("issueText", "the start's θ₀")},
        {"/start/product", QT_TRANSLATE_NOOP("issueText", "the start's p₀/s")},
        {"/start/scale_x", QT_TRANSLATE_NOOP("issueText", "the start's sd X")},
        {"/start/scale_y", QT_TRANSLATE_NOOP("issueText", "the start's sd Y")},
        {"/start/scale", QT_TRANSLATE_NOOP("issueText", "the start's scale")},
        {"/start/seed", QT_TRANSLATE_NOOP("issueText", "the start's seed")},
        {"/start/x", QT_TRANSLATE_NOOP("issueText", "the start's X")},
        {"/start/y", QT_TRANSLATE_NOOP("issueText", "the start's Y")},
        {"/runs", QT_TRANSLATE_NOOP("issueText", "the list of runs")}};
    const auto name = names.find(pointer);
    return name == names.end() ? QString() : Words::tr(name->second);
}

/// The symbol of a run's parameter by its path below the run.
QString parameterName(const QString& path)
{
    static const std::map<QString, const char*> names = {
        {"eta", "η"},
        {"noise/sigma1", "σ₁"},
        {"noise/sigma2", "σ₂"},
        {"noise/nu", "ν"},
        {"radius", "δ"},
        {"batch", QT_TRANSLATE_NOOP("issueText", "entries per step")},
        {"seed", QT_TRANSLATE_NOOP("issueText", "seed")},
        {"method", QT_TRANSLATE_NOOP("issueText", "method")},
        {"noise/distribution", QT_TRANSLATE_NOOP("issueText", "noise distribution")},
        {"noise/anneal", QT_TRANSLATE_NOOP("issueText", "annealing")}};
    const auto name = names.find(path);
    return name == names.end() ? path : Words::tr(name->second);
}

QString subject(const Issue& issue, const Experiment& experiment)
{
    QStringList parts = QString::fromStdString(issue.pointer).split('/');
    if (parts.size() > 3 && parts[1] == QLatin1String("runs")) {
        const auto run = static_cast<std::size_t>(parts[2].toInt());
        const QString parameter = parameterName(parts.mid(3).join('/'));
        return run < experiment.runs.size() ? Words::tr("%1 of %2", "a parameter, a run")
                                                  .arg(parameter, runTitle(experiment.runs[run].name))
                                            : parameter;
    }
    return placeName(parts.mid(0, 3).join('/')); // of a list, whatever its entry
}

} // namespace

QString issueText(const Issue& issue, const Experiment& experiment)
{
    QString message = QString::fromStdString(issue.message);
    const QString name = subject(issue, experiment);
    if (name.isEmpty())
        return message;
    static const QRegularExpression bounded(QStringLiteral("^must be (.*), but is (.*)$"));
    if (const auto match = bounded.match(message); match.hasMatch())
        return Words::tr("%1 must be %2, but is %3")
            .arg(name, boundText(match.captured(1)), match.captured(2));
    // Most messages are the rest of a sentence; some are one of their own.
    const bool continues = message.startsWith(QLatin1String("must "));
    return continues ? QStringLiteral("%1 %2").arg(name, message) : labelled(name, message);
}

} // namespace hyperdrift::ui
