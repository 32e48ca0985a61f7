#include "ui/ask_path.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace hyperdrift::ui {

QString askPath(const SaveQuestion& question, const QString& name)
{
    QFileDialog dialog(question.window, question.title, {}, question.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    static const QRegularExpression suffix(QStringLiteral("\\*\\.(\\w+)"));
    const auto followFilter = [&dialog](const QString& filter) {
        dialog.setDefaultSuffix(suffix.match(filter).captured(1));
    };
    followFilter(question.filter);
    QObject::connect(&dialog, &QFileDialog::filterSelected, followFilter);
    dialog.selectFile(QString(name).replace(QLatin1Char('/'), QLatin1Char('-')));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

} // namespace hyperdrift::ui
