#pragma once
// A chip with a menu: chooses which of several variants a picture shows.

#include "ui/plots/chip.h"

#include <QString>

#include <vector>

class QActionGroup;

namespace hyperdrift::ui {

struct Variant {
    QString id;      ///< as files remember it
    QString text;    ///< on the chip, a word
    QString symbol;  ///< beside it in the menu: "‖X‖²/‖Y‖²"
    QString formula; ///< and what it means, for the tooltip
    QString brief;   ///< on the chip of a narrow picture; empty: nothing shorter
};

class ChipChoice : public Chip {
    Q_OBJECT
public:
    /// `name` says what is chosen, for tooltip and accessible name: "Measure". The first variant is the
    /// standard one; at least one.
    ChipChoice(const QString& name, const QString& objectName, std::vector<Variant> variants,
               QWidget* parent = nullptr);

    const Variant& current() const { return m_variants[m_current]; }
    /// The standard one for an id that there isn't.
    void setCurrent(const QString& id);

signals:
    /// Another variant is the current one, whoever chose it.
    void chosen(const QString& id);

private:
    void setIndex(std::size_t index);
    void showCurrent();

    QString m_name;
    std::vector<Variant> m_variants;
    std::size_t m_current = 0;
    QActionGroup* m_actions;
};

} // namespace hyperdrift::ui
