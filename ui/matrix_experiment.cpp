#include "ui/matrix_experiment.h"

#include "core/io/matrix_file.h"
#include "core/model/error.h"
#include "core/model/validate.h"

#include <QFileInfo>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr std::int64_t usualRank = 2;

} // namespace

bool isMatrixFile(const QString& path)
{
    return QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0;
}

Experiment matrixExperiment(const QString& path)
{
    Experiment experiment = defaultExperiment();
    experiment.title = QFileInfo(path).completeBaseName().toStdString();
    ProblemSpec& problem = experiment.problem;
    problem.matrix.emplace().path = path.toStdString();
    loadMatrix(problem, {});
    problem.rank = static_cast<int>(std::min({usualRank, problem.d1, problem.d2}));
    const auto issues = validate(experiment);
    if (!issues.empty())
        throw InputError(issues.front());
    return experiment;
}

} // namespace hyperdrift::ui
