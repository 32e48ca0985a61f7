#include "ui/export/page_dialog.h"

#include "ui/export/figure_preview.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/panel_scroll.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace hyperdrift::ui {

namespace {

/// As high as what is in it, where there is room.
class FormScroll : public PanelScroll {
public:
    using PanelScroll::PanelScroll;

    QSize sizeHint() const override { return widget()->sizeHint(); }
};

} // namespace

PageDialog::PageDialog(FigureSource source, const FigureChoice& choice, FigureMedium medium, QWidget* parent)
    : QDialog(parent), m_source(std::move(source)), m_form(new FigureForm(medium)),
      m_preview(new FigurePreview), m_note(new QLabel), m_forms(new QVBoxLayout), m_column(new QVBoxLayout)
{
    auto* forms = new QWidget;
    forms->setLayout(m_forms);
    m_forms->setContentsMargins(0, 0, 0, 0);
    m_forms->setSpacing(grid);
    m_forms->addWidget(m_form);
    m_forms->addStretch(1);
    m_preview->setObjectName(QStringLiteral("figurePreview"));
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    m_column->setSpacing(grid);
    m_column->addWidget(new FormScroll(forms), 1);
    m_column->addWidget(m_note);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    row->setSpacing(2 * grid);
    row->addWidget(m_preview, 1);
    row->addLayout(m_column);
    m_form->setChoice(choice);
    connect(m_form, &FigureForm::changed, this, &PageDialog::renewSheet);
    renewSheet();
}

PageDialog::~PageDialog() = default;

void PageDialog::addForm(QWidget* widget)
{
    m_forms->insertWidget(m_forms->count() - 1, widget);
}

void PageDialog::addWidget(QWidget* widget)
{
    m_column->insertWidget(m_column->indexOf(m_note), widget);
}

void PageDialog::addButtons(const std::vector<QPushButton*>& buttons)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    for (QPushButton* button : buttons) {
        button->setAutoDefault(button == buttons.front());
        row->addWidget(button);
    }
    buttons.front()->setProperty("role", QStringLiteral("primary"));
    buttons.front()->setDefault(true);
    connect(buttons.back(), &QPushButton::clicked, this, &QDialog::reject);
    m_column->addLayout(row);
}

Wishes PageDialog::wishes() const
{
    return m_sheet->wishes();
}

void PageDialog::setScene(const Scene& scene, Experiment document)
{
    m_source.scene = scene;
    m_source.document = std::move(document);
    m_sheet->refresh(m_source.scene, m_source.ensemble);
    m_preview->renew();
}

void PageDialog::renewSheet()
{
    m_sheet = makeSheet(m_source, m_form->choice());
    m_preview->setPage(m_form->choice().size(), [this](int width) {
        constexpr double millimetresPerInch = 25.4;
        return figureImage(*m_sheet, width * millimetresPerInch / m_sheet->spec().millimetres.width());
    });
    m_preview->setAccessibleName(tr("Preview: %1").arg(m_sheet->title()));
    emit wishesChanged();
}

void PageDialog::say(const Message& message)
{
    m_note->setProperty("role", message.kind == Message::Kind::Problem ? QStringLiteral("error")
                                                                       : QStringLiteral("muted"));
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    m_note->setText(message.text);
    m_note->show();
}

void PageDialog::sayNothing()
{
    m_note->hide();
}

} // namespace hyperdrift::ui
