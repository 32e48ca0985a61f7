#include "ui/ask_path.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace hyperdrift::ui {

QString askPath(const SaveQuestion& question, const QString& name)
{
    QFileDialog dialog(question.window, question.title, {}, question.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    static const QRegularExpression suffix(QStringLiteral("\\*\\.(\\w+)"));
    dialog.setDefaultSuffix(suffix.match(question.filter).captured(1));
    dialog.selectFile(QString(name).replace(QLatin1Char('/'), QLatin1Char('-')));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

} // namespace hyperdrift::ui
