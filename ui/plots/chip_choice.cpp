#include "ui/plots/chip_choice.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace hyperdrift::ui {

ChipChoice::ChipChoice(const QString& name, const QString& objectName, std::vector<Variant> variants,
                       QWidget* parent)
    : Chip(parent), m_name(name), m_variants(std::move(variants)), m_actions(new QActionGroup(this))
{
    setObjectName(objectName);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    menu()->setToolTipsVisible(true);
    for (std::size_t i = 0; i < m_variants.size(); ++i) {
        const Variant& variant = m_variants[i];
        const QString text =
            variant.symbol.isEmpty() ? variant.text : variant.text + QLatin1Char('\t') + variant.symbol;
        QAction* action = menu()->addAction(text, this, [this, i] { setIndex(i); });
        action->setToolTip(variant.formula);
        action->setCheckable(true);
        action->setData(variant.id);
        m_actions->addAction(action);
    }
    showCurrent();
}

void ChipChoice::setCurrent(const QString& id)
{
    const auto found = std::find_if(m_variants.begin(), m_variants.end(),
                                    [&id](const Variant& variant) { return variant.id == id; });
    setIndex(found == m_variants.end() ? 0 : static_cast<std::size_t>(found - m_variants.begin()));
}

void ChipChoice::setIndex(std::size_t index)
{
    if (index == m_current)
        return;
    m_current = index;
    showCurrent();
    emit chosen(current().id);
}

void ChipChoice::showCurrent()
{
    const QString arrow = QStringLiteral(" ▾");
    QStringList texts{current().text + arrow};
    if (!current().brief.isEmpty())
        texts << current().brief + arrow;
    setTexts(texts << QStringLiteral("▾"));
    setAccessibleName(tr("%1: %2").arg(m_name, current().text));
    setToolTip(tr("%1: %2").arg(m_name, current().formula));
    m_actions->actions().at(static_cast<qsizetype>(m_current))->setChecked(true);
}

} // namespace hyperdrift::ui
