#include "ui/export/figure_form.h"

#include "ui/figures/figure_pixels.h"
#include "ui/format.h"
#include "ui/plots/pictures.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/decimal_edit.h"
#include "ui/widgets/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr FigureLook looks[] = {FigureLook::Print, FigureLook::Light, FigureLook::Dark,
                                FigureLook::Projector};
constexpr int numberCharacters = 7;

QString lookTitle(FigureLook look)
{
    switch (look) {
    case FigureLook::Print:
        return FigureForm::tr("Print");
    case FigureLook::Light:
        return FigureForm::tr("Light");
    case FigureLook::Dark:
        return FigureForm::tr("Dark");
    case FigureLook::Projector:
        return FigureForm::tr("Projector");
    }
    return {};
}

/// A usual size, with the text that can be read there.
struct Format {
    QString title;
    QSizeF millimetres;
    double pointSize;
};

std::vector<Format> formats()
{
    return {{FigureForm::tr("One column"), oneColumn, 8},
            {FigureForm::tr("Two columns"), twoColumns, 8},
            {FigureForm::tr("Slide 16:9"), slide, 16}};
}

} // namespace

FigureForm::FigureForm(FigureMedium medium, QWidget* parent)
    : QWidget(parent), m_medium(medium), m_rows(new QVBoxLayout(this)), m_what(new Choice),
      m_look(new Choice), m_size(new Choice),
      m_width(new DecimalEdit(tr("W&idth in mm"), tr("Width in millimetres"), leastFigure, greatestFigure,
                              numberCharacters)),
      m_height(new DecimalEdit(tr("&Height in mm"), tr("Height in millimetres"), leastFigure, greatestFigure,
                               numberCharacters)),
      m_points(new DecimalEdit(tr("Te&xt in pt"), tr("Size of the text in points"), leastPoints,
                               greatestPoints, numberCharacters)),
      m_dpi(new DecimalEdit(tr("&Pixels to an inch"),
                            medium == FigureMedium::Page ? tr("Pixels to an inch, of PNG alone")
                                                         : tr("Pixels to an inch"),
                            leastDpi, greatestDpi, numberCharacters)),
      m_pixels(new QLabel), m_titles(new QCheckBox(tr("&Titles"))), m_legend(new QCheckBox(tr("Le&gend")))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(grid);
    m_what->addItem(tr("Dashboard"), wholeDashboard);
    for (const QString& id : pictureIds())
        m_what->addItem(pictureTitle(id), id);
    for (const FigureLook look : looks)
        m_look->addItem(lookTitle(look));
    for (const Format& format : formats())
        m_size->addItem(format.title);
    m_size->addItem(tr("Own size"));
    addChoice(tr("Sh&ow"), m_what);
    addChoice(tr("Loo&k"), m_look);
    addChoice(tr("Si&ze"), m_size);
    for (DecimalEdit* edit : {m_width, m_height, m_points, m_dpi})
        m_rows->addWidget(edit);
    m_pixels->setProperty("role", QStringLiteral("muted"));
    m_pixels->setAlignment(Qt::AlignRight);
    m_pixels->setWordWrap(true);
    m_rows->addWidget(m_pixels);
    m_rows->addWidget(m_titles);
    m_rows->addWidget(m_legend);
    const std::pair<QWidget*, const char*> names[] = {
        {m_what, "figureWhat"},     {m_look, "figureLook"},     {m_size, "figureSize"},
        {m_width, "figureWidth"},   {m_height, "figureHeight"}, {m_points, "figurePoints"},
        {m_dpi, "figureDpi"},       {m_pixels, "figurePixels"}, {m_titles, "figureTitles"},
        {m_legend, "figureLegend"}, {this, "figureForm"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    connectFields();
    show();
}

void FigureForm::addChoice(const QString& label, Choice* list)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    auto* title = new QLabel(label);
    title->setBuddy(list);
    list->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(title, 1);
    row->addWidget(list, 2);
    m_rows->addLayout(row);
}

void FigureForm::connectFields()
{
    connect(m_what, &Choice::activated, this, &FigureForm::takeWhat);
    connect(m_look, &Choice::activated, this, &FigureForm::take);
    connect(m_size, &Choice::activated, this, &FigureForm::takeSize);
    for (DecimalEdit* edit : {m_width, m_height, m_points, m_dpi})
        connect(edit, &DecimalEdit::valueChanged, this, &FigureForm::take);
    for (QCheckBox* box : {m_titles, m_legend})
        connect(box, &QCheckBox::toggled, this, &FigureForm::take);
}

void FigureForm::setChoice(const FigureChoice& choice)
{
    m_choice = choice;
    show();
}

/// Dashboard and pictures have a size each.
void FigureForm::takeWhat(int index)
{
    m_choice.what = m_what->itemData(index).toString();
    show();
    emit changed();
}

/// Own size is what stands there already.
void FigureForm::takeSize(int index)
{
    const std::vector<Format> all = formats();
    if (index >= static_cast<int>(all.size())) {
        m_width->findChild<QLineEdit*>()->setFocus();
        return;
    }
    const Format& format = all[static_cast<std::size_t>(index)];
    m_choice.setSize(format.millimetres);
    m_choice.pointSize = format.pointSize;
    show();
    emit changed();
}

void FigureForm::take()
{
    m_choice.look = looks[m_look->currentIndex()];
    m_choice.setSize({m_width->value(), m_height->value()});
    m_choice.pointSize = m_points->value();
    m_choice.dpi = m_dpi->value();
    m_choice.hasTitles = m_titles->isChecked();
    m_choice.hasLegend = m_legend->isChecked();
    show();
    emit changed();
}

void FigureForm::show()
{
    const QSignalBlocker titles(m_titles);
    const QSignalBlocker legend(m_legend);
    m_what->setCurrentIndex(std::max(0, m_what->findData(m_choice.what)));
    m_look->setCurrentIndex(
        static_cast<int>(std::find(std::begin(looks), std::end(looks), m_choice.look) - std::begin(looks)));
    const std::vector<Format> all = formats();
    const auto usual = std::find_if(all.begin(), all.end(), [this](const Format& format) {
        return format.millimetres == m_choice.size();
    });
    m_size->setCurrentIndex(static_cast<int>(usual - all.begin()));
    const std::pair<DecimalEdit*, double> numbers[] = {{m_width, m_choice.size().width()},
                                                       {m_height, m_choice.size().height()},
                                                       {m_points, m_choice.pointSize},
                                                       {m_dpi, m_choice.dpi}};
    for (const auto& [edit, value] : numbers) {
        if (edit->value() != value)
            edit->setValue(value); // leaves what is being typed alone elsewhere
    }
    m_pixels->setText(pixelText());
    m_titles->setChecked(m_choice.hasTitles);
    m_legend->setChecked(m_choice.hasLegend);
}

/// A video's are even.
QString FigureForm::pixelText() const
{
    const QSize pixels = figurePixels(m_choice.size(), m_choice.dpi);
    if (m_medium == FigureMedium::Page)
        return tr("PNG: %1 × %2 pixels").arg(formatCount(pixels.width()), formatCount(pixels.height()));
    return tr("%1 × %2 pixels").arg(formatCount(pixels.width() & ~1), formatCount(pixels.height() & ~1));
}

QString FigureForm::findError()
{
    for (DecimalEdit* edit : {m_width, m_height, m_points, m_dpi}) {
        if (!edit->error().isEmpty()) {
            edit->findChild<QLineEdit*>()->setFocus();
            return edit->error();
        }
    }
    return {};
}

} // namespace hyperdrift::ui
