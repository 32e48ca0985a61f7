#include "ui/export/export_dialog.h"

#include "ui/ask_path.h"
#include "ui/export/figure_exporter.h"
#include "ui/export/figure_form.h"
#include "ui/export/figure_preview.h"
#include "ui/widgets/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace hyperdrift::ui {

ExportDialog::ExportDialog(FigureSource source, const QString& what, FigureExporter& exporter,
                           QSettings& settings, QWidget* parent)
    : QDialog(parent), m_source(std::move(source)), m_exporter(exporter), m_settings(settings),
      m_form(new FigureForm), m_preview(new FigurePreview), m_note(new QLabel),
      m_save(new QPushButton(tr("&Save…"))), m_copy(new QPushButton(tr("&Copy")))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export figure"));
    layOut();
    FigureChoice choice = readFigureChoice(settings);
    choice.what = what;
    m_form->setChoice(choice);
    connect(m_form, &FigureForm::changed, this, &ExportDialog::renewSheet);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(&m_exporter, &FigureExporter::finished, this, &ExportDialog::onFinished);
    connect(this, &QDialog::finished, this, [this] { writeFigureChoice(m_settings, m_form->choice()); });
    renewSheet();
    showBusy();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::layOut()
{
    m_preview->setObjectName(QStringLiteral("figurePreview"));
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setProperty("role", QStringLiteral("primary"));
    m_save->setDefault(true);
    m_copy->setObjectName(QStringLiteral("exportCopy"));
    m_copy->setAutoDefault(false);
    auto* close = new QPushButton(tr("C&lose"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_copy);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout;
    column->setSpacing(grid);
    column->addWidget(m_form, 1);
    column->addWidget(m_note);
    column->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    row->setSpacing(2 * grid);
    row->addWidget(m_preview, 1);
    row->addLayout(column);
}

Wishes ExportDialog::wishes() const
{
    return m_sheet->wishes();
}

void ExportDialog::setScene(const Scene& scene, Experiment document)
{
    m_source.scene = scene;
    m_source.document = std::move(document);
    m_sheet->refresh(m_source.scene, m_source.ensemble);
    m_preview->renew();
}

void ExportDialog::renewSheet()
{
    m_sheet = makeSheet(m_source, m_form->choice());
    m_preview->setPage(m_form->choice().size(), [this](int width) {
        constexpr double millimetresPerInch = 25.4;
        return figureImage(*m_sheet, width * millimetresPerInch / m_sheet->spec().millimetres.width());
    });
    m_preview->setAccessibleName(tr("Preview: %1").arg(m_sheet->title()));
    emit wishesChanged();
}

/// What was refused in the form is mended first.
void ExportDialog::save()
{
    if (!m_form->findError().isEmpty())
        return;
    FigureChoice choice = m_form->choice();
    const QString path =
        askPath({this, tr("Save figure"), figureFilter(choice.format)}, figureName(m_source, choice));
    if (path.isEmpty())
        return;
    choice.format = figureFormat(path).value_or(choice.format);
    m_form->setChoice(choice);
    m_saving = true;
    showBusy();
    m_exporter.save(m_source, choice, path);
    showBusy();
}

void ExportDialog::copy()
{
    if (!m_form->findError().isEmpty())
        return;
    m_exporter.copy(m_source, m_form->choice());
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

void ExportDialog::say(const Message& message)
{
    m_note->setProperty("role", message.kind == Message::Kind::Problem ? QStringLiteral("error")
                                                                       : QStringLiteral("muted"));
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    m_note->setText(message.text);
    m_note->show();
}

} // namespace hyperdrift::ui
