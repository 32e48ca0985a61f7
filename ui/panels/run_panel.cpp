#include "ui/panels/run_panel.h"

#include "core/model/method.h"
#include "core/model/validate.h"
#include "core/theory/smoothing.h"
#include "ui/format.h"
#include "ui/panels/run_mark.h"
#include "ui/titles.h"
#include "ui/typing.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/number_edit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <initializer_list>
#include <optional>

namespace hyperdrift::ui {

namespace {

const NumberRange etaRange{.least = 0,
                           .greatest = maxEta,
                           .leastExcluded = true,
                           .sliderFrom = 1e-4,
                           .sliderTo = 2,
                           .standard = 0.02};
/// Of a standard deviation or a radius.
NumberRange sizeRange(double standard)
{
    return {.least = 0,
            .greatest = 1e6,
            .sliderFrom = 1e-3,
            .sliderTo = 1,
            .zeroAtLeft = true,
            .standard = standard};
}
const NumberRange sigmaRange = sizeRange(0.05);

/// A number that some methods have: how it is shown, and where it stands in the run.
struct OwnNumber {
    const char* path;
    const char* meaning;
    NumberRange range;
    double (*get)(const RunSpec& run, std::int64_t d1, std::int64_t d2);
    void (*set)(RunSpec& run, double value);
    bool zeroIsNull = false;
};

const std::vector<OwnNumber>& ownNumbers()
{
    static const std::vector<OwnNumber> all = {
        {"noise.anneal",
         QT_TRANSLATE_NOOP("hyperdrift::ui::RunPanel",
                           "annealing, σ² falls as t₀/(t₀+t); 0 keeps it, iterations"),
         {.least = 0, .greatest = 1e12, .sliderFrom = 10, .sliderTo = 1e6, .zeroAtLeft = true, .standard = 0},
         [](const RunSpec& run, std::int64_t, std::int64_t) { return run.noise.anneal.value_or(0); },
         [](RunSpec& run, double value) {
             run.noise.anneal = value > 0 ? std::optional(value) : std::nullopt;
         },
         true},
        {"noise.nu",
         QT_TRANSLATE_NOOP("hyperdrift::ui::RunPanel", "standard deviation of the noise in M's entries"),
         sizeRange(0.1), [](const RunSpec& run, std::int64_t, std::int64_t) { return run.noise.nu; },
         [](RunSpec& run, double value) { run.noise.nu = value; }},
        {"batch",
         QT_TRANSLATE_NOOP("hyperdrift::ui::RunPanel", "entries drawn at each iteration"),
         {.least = 1, .greatest = 1e14, .sliderFrom = 1, .sliderTo = 1e4, .standard = 100, .whole = true},
         [](const RunSpec& run, std::int64_t d1, std::int64_t d2) {
             return static_cast<double>(run.batch.value_or(defaultBatch(d1, d2)));
         },
         [](RunSpec& run, double value) { run.batch = static_cast<std::int64_t>(value); }},
        {"radius", QT_TRANSLATE_NOOP("hyperdrift::ui::RunPanel", "how far up the gradient is taken"),
         sizeRange(0.1), [](const RunSpec& run, std::int64_t, std::int64_t) { return run.radius; },
         [](RunSpec& run, double value) { run.radius = value; }}};
    return all;
}

} // namespace

RunPanel::RunPanel(int run, QWidget* parent)
    : QWidget(parent), m_run(run), m_mark(new RunMark(run)), m_name(new QLineEdit), m_remove(new QToolButton),
      m_method(new Choice),
      m_eta(new NumberEdit(parameterSymbol("eta"), tr("step size, per iteration"), etaRange)),
      m_sigma1(new NumberEdit(parameterSymbol("noise.sigma1"),
                              tr("standard deviation of the noise in X's entries"), sigmaRange)),
      m_sigma2(new NumberEdit(parameterSymbol("noise.sigma2"),
                              tr("standard deviation of the noise in Y's entries"), sigmaRange)),
      m_lock(new QCheckBox(tr("lock d₁σ₁² = d₂σ₂²"))), m_distribution(new Choice)
{
    setObjectName(QStringLiteral("run%1").arg(run));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(tr("Name of run %1").arg(run + 1));
    m_name->setToolTip(tr("The run's name; click to change it"));
    m_name->setProperty("role", QStringLiteral("name"));
    m_name->setFrame(false);
    m_name->setMaxLength(40);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setAutoRaise(true);
    m_remove->setProperty("role", QStringLiteral("link"));
    m_remove->setFocusPolicy(Qt::TabFocus);
    m_remove->setAccessibleName(tr("Remove run %1").arg(run + 1));
    m_remove->setToolTip(tr("Remove this run; applies on reset"));
    m_method->setObjectName(QStringLiteral("method"));
    m_method->setAccessibleName(tr("Method of run %1").arg(run + 1));
    for (const MethodKind kind : methodKinds())
        m_method->addItem(methodTitle(kind), static_cast<int>(kind));
    m_eta->setObjectName(QStringLiteral("eta"));
    m_sigma1->setObjectName(QStringLiteral("sigma1"));
    m_sigma2->setObjectName(QStringLiteral("sigma2"));
    m_lock->setObjectName(QStringLiteral("lockBalance"));
    m_lock->setToolTip(
        tr("Lock balance: moving one σ moves the other, so that perturbed GD ends balanced: ‖X‖ = ‖Y‖"));
    m_distribution->setObjectName(QStringLiteral("distribution"));
    m_distribution->setAccessibleName(tr("Distribution of the noise of run %1").arg(run + 1));
    m_distribution->setToolTip(
        tr("Distribution of the noise, scaled to σ: the limit does not depend on it, the band's width does"));
    for (const Distribution distribution :
         {Distribution::Gaussian, Distribution::Uniform, Distribution::Rademacher, Distribution::Laplace})
        m_distribution->addItem(distributionTitle(distribution), static_cast<int>(distribution));
    for (const OwnNumber& number : ownNumbers()) {
        auto* edit = new NumberEdit(parameterSymbol(number.path), tr(number.meaning), number.range);
        edit->setObjectName(QString::fromLatin1(number.path).section('.', -1));
        m_ownNumbers.push_back(edit);
    }
    addRows();
    connectRows();
    connectOwnRows();
    showRows();
}

void RunPanel::addRows()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(grid / 2);
    head->addWidget(m_mark);
    head->addWidget(m_name, 1);
    head->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid / 2);
    column->addLayout(head);
    for (QWidget* row :
         std::initializer_list<QWidget*>{m_method, m_eta, m_sigma1, m_sigma2, m_lock, m_distribution})
        column->addWidget(row);
    for (NumberEdit* edit : m_ownNumbers)
        column->addWidget(edit);
}

void RunPanel::connectRows()
{
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_name->text().trimmed();
        if (name.isEmpty() || name == runTitle(m_value.name)) {
            m_name->setText(runTitle(m_value.name));
            return;
        }
        m_value.name = name.toStdString();
        forgetTyping(m_name);
        emit renamed(name);
    });
    connect(m_remove, &QToolButton::clicked, this, &RunPanel::removeWanted);
    connect(m_method, &Choice::activated, this, [this](int index) {
        const auto method = static_cast<MethodKind>(m_method->itemData(index).toInt());
        if (method == m_value.method)
            return;
        m_value.method = method;
        showRows();
        send({"method", std::string(methodName(m_value.method))});
    });
    connect(m_eta, &NumberEdit::valueChanged, this, [this](double value) {
        m_value.eta = value;
        send({"eta", value}, m_eta->gesture());
    });
    connect(m_sigma1, &NumberEdit::valueChanged, this, &RunPanel::takeSigma1);
    connect(m_sigma2, &NumberEdit::valueChanged, this, &RunPanel::takeSigma2);
    connect(m_lock, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            followSigma1(0);
    });
}

/// What only some of the methods have.
void RunPanel::connectOwnRows()
{
    connect(m_distribution, &Choice::activated, this, [this](int index) {
        const auto distribution = static_cast<Distribution>(m_distribution->itemData(index).toInt());
        if (distribution == m_value.noise.distribution)
            return;
        m_value.noise.distribution = distribution;
        send({"noise.distribution", std::string(distributionName(distribution))});
    });
    for (std::size_t i = 0; i < m_ownNumbers.size(); ++i) {
        connect(m_ownNumbers[i], &NumberEdit::valueChanged, this, [this, i](double value) {
            const OwnNumber& number = ownNumbers()[i];
            number.set(m_value, value);
            if (number.zeroIsNull && value == 0)
                send({number.path, std::monostate{}}, m_ownNumbers[i]->gesture());
            else
                send({number.path, value}, m_ownNumbers[i]->gesture());
        });
    }
}

void RunPanel::send(const Edit::SetParameter& parameter, std::uint64_t gesture)
{
    emit parametersChanged({parameter}, gesture);
}

void RunPanel::takeSigma1(double value)
{
    m_value.noise.sigma1 = value;
    if (m_lock->isChecked())
        followSigma1(m_sigma1->gesture());
    else
        send({"noise.sigma1", value}, m_sigma1->gesture());
}

void RunPanel::takeSigma2(double value)
{
    m_value.noise.sigma2 = value;
    if (!m_lock->isChecked()) {
        send({"noise.sigma2", value}, m_sigma2->gesture());
        return;
    }
    m_value.noise.sigma1 = balancedSigma2(m_d2, m_d1, value);
    m_sigma1->setValue(m_value.noise.sigma1);
    emit parametersChanged({{"noise.sigma2", value}, {"noise.sigma1", m_value.noise.sigma1}},
                           m_sigma2->gesture());
}

/// Both at once: with one after the other they would be out of balance in between.
void RunPanel::followSigma1(std::uint64_t gesture)
{
    m_value.noise.sigma2 = balancedSigma2(m_d1, m_d2, m_value.noise.sigma1);
    m_sigma2->setValue(m_value.noise.sigma2);
    emit parametersChanged({{"noise.sigma1", m_value.noise.sigma1}, {"noise.sigma2", m_value.noise.sigma2}},
                           gesture);
}

void RunPanel::setValue(const RunSpec& value)
{
    m_value = value;
    openLockIfUnbalanced();
    showRows();
}

void RunPanel::showRows()
{
    const QString name = runTitle(m_value.name);
    const bool isTyping = m_name->hasFocus() && m_name->isModified();
    if (!isTyping && m_name->text() != name)
        m_name->setText(name);
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(m_value.method)));
    m_eta->setValue(m_value.eta);
    m_sigma1->setValue(m_value.noise.sigma1);
    m_sigma2->setValue(m_value.noise.sigma2);
    const bool noisy = usesNoise(m_value.method);
    m_sigma1->setVisible(noisy);
    m_sigma2->setVisible(noisy);
    m_lock->setVisible(noisy);
    m_distribution->setCurrentIndex(m_distribution->findData(static_cast<int>(m_value.noise.distribution)));
    m_distribution->setVisible(usesDistribution(m_value.method));
    for (std::size_t i = 0; i < m_ownNumbers.size(); ++i) {
        m_ownNumbers[i]->setValue(ownNumbers()[i].get(m_value, m_d1, m_d2));
        m_ownNumbers[i]->setVisible(usesParameter(m_value.method, ownNumbers()[i].path));
    }
}

void RunPanel::setSize(std::int64_t d1, std::int64_t d2)
{
    if (d1 == m_d1 && d2 == m_d2)
        return;
    m_d1 = d1;
    m_d2 = d2;
    openLockIfUnbalanced();
    showRows();
}

/// A file, or a matrix of another size, brings noise of its own: no σ changes by surprise.
void RunPanel::openLockIfUnbalanced()
{
    const double balanced = balancedSigma2(m_d1, m_d2, m_value.noise.sigma1);
    if (std::abs(balanced - m_value.noise.sigma2) > 1e-9 * balanced)
        m_lock->setChecked(false);
}

void RunPanel::setEtaMax(std::optional<double> etaMax)
{
    m_eta->setMark(
        etaMax, etaMax ? tr("Mark: stable up to η = %1 at the predicted limit").arg(formatMeasured(*etaMax))
                       : QString());
}

void RunPanel::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

bool RunPanel::isBalanceLocked() const
{
    return m_lock->isChecked();
}

void RunPanel::setBalanceLocked(bool locked)
{
    const QSignalBlocker silence(m_lock);
    m_lock->setChecked(locked);
}

void RunPanel::setTheme(const Theme& theme)
{
    const QColor color = theme.runs[static_cast<std::size_t>(m_run) % theme.runs.size()];
    const QColor textColor = theme.runText[static_cast<std::size_t>(m_run) % theme.runText.size()];
    m_mark->setTheme(theme);
    m_remove->setIcon(themedIcon(QStringLiteral("close"), theme.textMuted));
    m_remove->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    for (NumberEdit* edit : findChildren<NumberEdit*>())
        edit->setColor(color);
    m_name->setStyleSheet(QStringLiteral("QLineEdit { color: %1; font-weight: 600; background: transparent; }"
                                         "QLineEdit:!focus { border: 1px solid transparent; }")
                              .arg(textColor.name()));
}

} // namespace hyperdrift::ui
