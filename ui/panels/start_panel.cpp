#include "ui/panels/start_panel.h"

#include "core/model/validate.h"
#include "ui/titles.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_edit.h"

#include <QLabel>
#include <QVBoxLayout>

namespace hyperdrift::ui {

namespace {

enum Kind { Aligned, Gaussian, SmallBalanced, Zero, Explicit };

const NumberRange thetaRange{
    .least = -20, .greatest = 20, .sliderFrom = -3, .sliderTo = 3, .logarithmic = false, .standard = 2};
const NumberRange productRange{.least = -10,
                               .greatest = 10,
                               .sliderFrom = 0.01,
                               .sliderTo = 2,
                               .logarithmic = true,
                               .standard = 0.3,
                               .zeroExcluded = true};
const NumberRange scaleRange{
    .least = 0, .greatest = 1e6, .sliderFrom = 1e-4, .sliderTo = 1, .zeroAtLeft = true, .standard = 0.1};
const NumberRange smallRange{
    .least = 0, .greatest = 1e6, .sliderFrom = 1e-6, .sliderTo = 1, .zeroAtLeft = true, .standard = 0.01};

} // namespace

StartPanel::StartPanel(QWidget* parent)
    : QWidget(parent), m_kind(new Choice),
      m_theta(new NumberEdit(tr("θ₀"), tr("start's log ratio ½ ln(‖Xᵀu‖²/‖Yᵀv‖²)"), thetaRange)),
      m_product(new NumberEdit(tr("p₀/s"), tr("start's product over s: 1 lies in the valley"), productRange)),
      m_thetas(new ListEdit(tr("θ₀"), tr("start's log ratio, one for each direction"), 14)),
      m_products(new ListEdit(tr("p₀/s"), tr("start's product over s, one for each direction"), 14)),
      m_scaleX(new NumberEdit(tr("sd X"), tr("standard deviation of X's entries"), scaleRange)),
      m_scaleY(new NumberEdit(tr("sd Y"), tr("standard deviation of Y's entries"), scaleRange)),
      m_scale(new NumberEdit(tr("scale"), tr("length of the orthonormal columns"), smallRange)),
      m_explicit(new QLabel(tr("Entries given in the file"))),
      m_seed(new IntegerEdit(tr("seed"), tr("draws the start's entries"), 0,
                             static_cast<std::int64_t>(seedBound) - 1, 7))
{
    m_kind->setObjectName(QStringLiteral("startKind"));
    m_kind->setAccessibleName(tr("Kind of start"));
    m_kind->setToolTip(tr("Where all runs start"));
    m_kind->addItems(startTitles().mid(0, Explicit));
    m_explicit->setProperty("role", QStringLiteral("muted"));
    m_theta->setObjectName(QStringLiteral("theta0"));
    m_product->setObjectName(QStringLiteral("product0"));
    m_thetas->setObjectName(QStringLiteral("thetas0"));
    m_products->setObjectName(QStringLiteral("products0"));
    m_scaleX->setObjectName(QStringLiteral("scaleX"));
    m_scaleY->setObjectName(QStringLiteral("scaleY"));
    m_scale->setObjectName(QStringLiteral("startScale"));
    m_seed->setObjectName(QStringLiteral("startSeed"));
    addRows();
    connectRows();
    setValue(m_value);
}

void StartPanel::addRows()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid / 2);
    for (QWidget* row : std::initializer_list<QWidget*>{m_kind, m_theta, m_product, m_thetas, m_products,
                                                        m_scaleX, m_scaleY, m_scale, m_explicit, m_seed})
        column->addWidget(row);
}

void StartPanel::connectRows()
{
    connect(m_kind, &Choice::activated, this, &StartPanel::takeKind);
    const auto connectAligned = [this](NumberEdit* oneForAll, ListEdit* perDirection, auto member) {
        connect(oneForAll, &NumberEdit::valueChanged, this, [this, oneForAll, member](double value) {
            AlignedStart start = aligned();
            start.*member = {value};
            take(start, oneForAll->gesture());
        });
        connect(perDirection, &ListEdit::valueChanged, this,
                [this, member](const std::vector<double>& values) {
                    AlignedStart start = aligned();
                    start.*member = values;
                    take(start, 0);
                });
    };
    connectAligned(m_theta, m_thetas, &AlignedStart::logImbalance);
    connectAligned(m_product, m_products, &AlignedStart::product);
    for (NumberEdit* scale : {m_scaleX, m_scaleY})
        connect(scale, &NumberEdit::valueChanged, this, [this, scale] {
            take(GaussianStart{m_scaleX->value(), m_scaleY->value()}, scale->gesture());
        });
    connect(m_scale, &NumberEdit::valueChanged, this,
            [this](double v) { take(SmallBalancedStart{v}, m_scale->gesture()); });
    connect(m_seed, &IntegerEdit::valueChanged, this, [this](qint64 v) {
        m_value.seed = static_cast<std::uint64_t>(v);
        emit valueChanged(m_value, 0);
    });
}

AlignedStart StartPanel::aligned() const
{
    const auto* start = std::get_if<AlignedStart>(&m_value.kind);
    return start ? *start : AlignedStart{};
}

void StartPanel::take(const StartKind& kind, std::uint64_t gesture)
{
    m_value.kind = kind;
    emit valueChanged(m_value, gesture);
}

void StartPanel::takeKind(int index)
{
    if (index == static_cast<int>(m_value.kind.index()))
        return;
    switch (index) {
    case Aligned:
        m_value.kind = AlignedStart{};
        break;
    case Gaussian:
        m_value.kind = GaussianStart{};
        break;
    case SmallBalanced:
        m_value.kind = SmallBalancedStart{};
        break;
    default:
        m_value.kind = ZeroStart{};
        break;
    }
    showRows();
    emit valueChanged(m_value, 0);
}

void StartPanel::setValue(const StartSpec& value)
{
    m_value = value;
    showRows();
}

void StartPanel::showRows()
{
    const auto kind = static_cast<int>(m_value.kind.index());
    if (m_kind->count() > Explicit && kind != Explicit)
        m_kind->removeItem(Explicit);
    if (m_kind->count() <= Explicit && kind == Explicit)
        m_kind->addItem(startTitles().at(Explicit));
    m_kind->setCurrentIndex(kind);
    const AlignedStart start = aligned();
    const bool oneForAll = start.logImbalance.size() == 1 && start.product.size() == 1;
    m_theta->setVisible(kind == Aligned && oneForAll);
    m_product->setVisible(kind == Aligned && oneForAll);
    m_thetas->setVisible(kind == Aligned && !oneForAll);
    m_products->setVisible(kind == Aligned && !oneForAll);
    m_scaleX->setVisible(kind == Gaussian);
    m_scaleY->setVisible(kind == Gaussian);
    m_scale->setVisible(kind == SmallBalanced);
    m_explicit->setVisible(kind == Explicit);
    m_seed->setVisible(kind == Gaussian || kind == SmallBalanced);
    if (oneForAll) {
        m_theta->setValue(start.logImbalance.front());
        m_product->setValue(start.product.front());
    }
    m_thetas->setValue(start.logImbalance);
    m_products->setValue(start.product);
    if (const auto* gaussian = std::get_if<GaussianStart>(&m_value.kind)) {
        m_scaleX->setValue(gaussian->scaleX);
        m_scaleY->setValue(gaussian->scaleY);
    }
    if (const auto* small = std::get_if<SmallBalancedStart>(&m_value.kind))
        m_scale->setValue(small->scale);
    m_seed->setValue(static_cast<std::int64_t>(m_value.seed));
}

} // namespace hyperdrift::ui
