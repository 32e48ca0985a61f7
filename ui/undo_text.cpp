#include "ui/undo_text.h"

#include "ui/format.h"
#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/widgets/text_edit.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

// A menu is no place for all digits, or a long list.
constexpr int longestNumber = 7;
constexpr int shortDigits = 4;
constexpr int longestList = 24;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(undoText)
};

QString nameText(const std::string& name)
{
    return QString::fromStdString(name);
}

QString shortNumber(double value)
{
    QString full = formatParameter(value);
    if (full.size() <= longestNumber)
        return full;
    return formatParameter(QString::number(value, 'g', shortDigits).toDouble());
}

QString shortList(const std::vector<double>& values)
{
    if (values.size() == 1)
        return shortNumber(values.front());
    QString list = formatList(values);
    if (list.size() <= longestList)
        return list;
    return list.left(list.lastIndexOf(QStringLiteral(", "), longestList)) + QStringLiteral(", …");
}

/// What differs between two values, in words.
class Differences {
public:
    void add(const QString& name, const QString& before, const QString& after)
    {
        if (before != after)
            m_parts << Words::tr("%1 %2 → %3").arg(name, before, after);
    }
    void add(const QString& name, double before, double after)
    {
        if (shortNumber(before) != shortNumber(after))
            add(name, shortNumber(before), shortNumber(after));
        else
            add(name, formatParameter(before), formatParameter(after));
    }
    void add(const QString& name, const std::vector<double>& before, const std::vector<double>& after)
    {
        if (before == after)
            return;
        const bool seen = shortList(before) != shortList(after);
        m_parts << (seen ? Words::tr("%1 %2 → %3").arg(name, shortList(before), shortList(after)) : name);
    }
    void addSeed(const QString& name, std::uint64_t before, std::uint64_t after)
    {
        add(name, QString::number(before), QString::number(after));
    }
    void addSwitch(const QString& name, bool before, bool after)
    {
        if (before != after)
            m_parts << Words::tr("%1: %2").arg(name, after ? Words::tr("on") : Words::tr("off"));
    }
    bool isEmpty() const { return m_parts.isEmpty(); }
    QString joined(const QString& otherwise) const
    {
        return m_parts.isEmpty() ? otherwise : listing(m_parts);
    }

private:
    QStringList m_parts;
};

QString matrixText(const ProblemSpec& problem)
{
    return problem.matrix ? QFileInfo(nameText(problem.matrix->path)).fileName() : Words::tr("synthetic");
}

QString step(const SetParameters& before, const SetParameters& after)
{
    Differences parts;
    for (std::size_t i = 0; i < std::min(before.parameters.size(), after.parameters.size()); ++i) {
        const Edit::SetParameter& from = before.parameters[i];
        const Edit::SetParameter& to = after.parameters[i];
        const QString symbol = parameterSymbol(to.path);
        const auto* a = std::get_if<double>(&from.value);
        const auto* b = std::get_if<double>(&to.value);
        if (a && b)
            parts.add(symbol, *a, *b);
        else
            parts.add(symbol, parameterText(from), parameterText(to));
    }
    return parts.joined(Words::tr("parameters"));
}

QString step(const SetProblem& before, const SetProblem& after)
{
    const ProblemSpec& a = before.problem;
    const ProblemSpec& b = after.problem;
    Differences parts;
    parts.add(Words::tr("matrix"), matrixText(a), matrixText(b));
    if (!parts.isEmpty())
        return parts.joined({}); // the rest comes with it
    parts.add(Words::tr("rank r"), a.rank, b.rank);
    if (a.matrix && b.matrix) {
        parts.addSwitch(Words::tr("centre the columns"), a.matrix->centerColumns, b.matrix->centerColumns);
        parts.addSwitch(Words::tr("scale to s₁ = 1"), a.matrix->scaleTo.has_value(),
                        b.matrix->scaleTo.has_value());
        return parts.joined(Words::tr("matrix"));
    }
    parts.add(Words::tr("rows d₁"), static_cast<double>(a.d1), static_cast<double>(b.d1));
    parts.add(Words::tr("columns d₂"), static_cast<double>(a.d2), static_cast<double>(b.d2));
    parts.add(Words::tr("spectrum s"), a.spectrum, b.spectrum);
    parts.addSeed(Words::tr("the problem's seed"), a.seed, b.seed);
    return parts.joined(Words::tr("matrix"));
}

void compare(Differences& parts, const AlignedStart& a, const AlignedStart& b)
{
    parts.add(Words::tr("θ₀"), a.logImbalance, b.logImbalance);
    parts.add(Words::tr("p₀/s"), a.product, b.product);
}

void compare(Differences& parts, const GaussianStart& a, const GaussianStart& b)
{
    parts.add(Words::tr("sd X"), a.scaleX, b.scaleX);
    parts.add(Words::tr("sd Y"), a.scaleY, b.scaleY);
}

void compare(Differences& parts, const SmallBalancedStart& a, const SmallBalancedStart& b)
{
    parts.add(Words::tr("scale"), a.scale, b.scale);
}

void compare(Differences&, const ZeroStart&, const ZeroStart&) {}

void compare(Differences&, const ExplicitStart&, const ExplicitStart&) {}

QString step(const SetStart& before, const SetStart& after)
{
    const StartSpec& a = before.start;
    const StartSpec& b = after.start;
    Differences parts;
    if (a.kind.index() != b.kind.index()) {
        parts.add(Words::tr("start"), startTitles().value(static_cast<int>(a.kind.index())),
                  startTitles().value(static_cast<int>(b.kind.index())));
        return parts.joined({});
    }
    std::visit(
        [&](const auto& kind) { compare(parts, std::get<std::decay_t<decltype(kind)>>(a.kind), kind); },
        b.kind);
    parts.addSeed(Words::tr("the start's seed"), a.seed, b.seed);
    return parts.joined(Words::tr("start"));
}

QString step(const SetName& before, const SetName& after)
{
    return Words::tr("name %1 → %2").arg(runTitle(before.name), runTitle(after.name));
}

QString step(const SetSeeds& before, const SetSeeds& after)
{
    // The one that the run bar shows may be any run's: the first that was another.
    for (std::size_t i = 0; i < std::min(before.runs.size(), after.runs.size()); ++i) {
        if (before.runs[i].second != after.runs[i].second)
            return Words::tr("seed %1 → %2").arg(before.runs[i].second).arg(after.runs[i].second);
    }
    return Words::tr("seed");
}

QString step(const BecomeMember& before, const BecomeMember& after)
{
    return Words::tr("open member %1").arg(formatCount(after.member.value_or(before.member.value_or(0))));
}

QString step(const RemoveRun&, const AddRun& after)
{
    return Words::tr("add %1").arg(runTitle(after.spec.name));
}

QString step(const AddRun& before, const RemoveRun&)
{
    return Words::tr("remove %1").arg(runTitle(before.spec.name));
}

QString step(const MoveRun& before, const MoveRun& after)
{
    return Words::tr("drag along the valley, X × %1").arg(shortNumber(after.to / before.to));
}

template<typename Before, typename After>
QString step(const Before&, const After&)
{
    return {}; // no such pair takes each other back
}

} // namespace

QString runInQuestion(const Draft& draft, const DraftChange& change)
{
    if (const auto* move = std::get_if<MoveRun>(&change)) {
        const DraftRun* row = rowOf(draft, move->row);
        return row && draft.runs.size() > 1 ? nameText(row->spec.name) : QString();
    }
    const auto* set = std::get_if<SetParameters>(&change);
    const DraftRun* row = set ? rowOf(draft, set->row) : nullptr;
    if (!row || set->parameters.empty())
        return {};
    const auto others = std::count_if(draft.runs.begin(), draft.runs.end(), [&](const DraftRun& run) {
        return run.id != row->id && usesParameter(run.spec.method, set->parameters.front().path);
    });
    return others > 0 ? nameText(row->spec.name) : QString();
}

QString stepText(const DraftChange& before, const DraftChange& after)
{
    return std::visit([](const auto& from, const auto& to) { return step(from, to); }, before, after);
}

QString menuText(const QString& text)
{
    return text.simplified().replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace hyperdrift::ui
