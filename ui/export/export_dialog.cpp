#include "ui/export/export_dialog.h"

#include "ui/ask_path.h"
#include "ui/export/figure_exporter.h"

#include <QPushButton>
#include <QSettings>

#include <utility>

namespace hyperdrift::ui {

namespace {

FigureChoice choiceOf(const QSettings& settings, const QString& what)
{
    FigureChoice choice = readFigureChoice(settings);
    choice.what = what;
    return choice;
}

} // namespace

ExportDialog::ExportDialog(FigureSource source, const QString& what, FigureExporter& exporter,
                           QSettings& settings, QWidget* parent)
    : PageDialog(std::move(source), choiceOf(settings, what), FigureMedium::Page, parent),
      m_exporter(exporter), m_settings(settings), m_save(new QPushButton(tr("&Save…"))),
      m_copy(new QPushButton(tr("&Copy")))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export figure"));
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_copy->setObjectName(QStringLiteral("exportCopy"));
    addButtons({m_save, m_copy, new QPushButton(tr("C&lose"))});
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(&m_exporter, &FigureExporter::finished, this, &ExportDialog::onFinished);
    connect(this, &QDialog::finished, this, [this] { writeFigureChoice(m_settings, form().choice()); });
    showBusy();
}

/// What was refused in the form is mended first.
void ExportDialog::save()
{
    if (!form().findError().isEmpty())
        return;
    FigureChoice choice = form().choice();
    const QString path =
        askPath({this, tr("Save figure"), figureFilter(choice.format)}, figureName(source(), choice));
    if (path.isEmpty())
        return;
    choice.format = figureFormat(path).value_or(choice.format);
    form().setChoice(choice);
    m_saving = true;
    showBusy();
    m_exporter.save(source(), choice, path);
    showBusy();
}

void ExportDialog::copy()
{
    if (!form().findError().isEmpty())
        return;
    m_exporter.copy(source(), form().choice());
    showBusy();
}

void ExportDialog::onFinished(bool isDone, const Message& message)
{
    showBusy();
    if (std::exchange(m_saving, false) && isDone)
        accept(); // the window says where it is
    else
        say(message);
}

void ExportDialog::showBusy()
{
    m_save->setEnabled(!m_exporter.isBusy());
    m_copy->setEnabled(!m_exporter.isBusy());
    if (m_exporter.isBusy())
        say({Message::Kind::Information, tr("Making the figure…"), {}, {}});
}

} // namespace hyperdrift::ui
