#include "ui/key_list.h"

#include "ui/widgets/metrics.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace hyperdrift::ui {

namespace {

QLabel* makeLabel(const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace

KeyList::KeyList(const std::vector<KeyHelp>& lines, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keyList"));
    setWindowTitle(tr("Keys"));
    setAccessibleName(windowTitle());
    auto* table = new QGridLayout(this);
    table->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    table->setHorizontalSpacing(2 * grid);
    table->setVerticalSpacing(grid);
    // Two columns, read downwards.
    const int rows = (static_cast<int>(lines.size()) + 1) / 2;
    constexpr int columnsEach = 3; // key, meaning, gap
    table->setColumnMinimumWidth(columnsEach - 1, 2 * grid);
    for (int i = 0; i < static_cast<int>(lines.size()); ++i) {
        const KeyHelp& line = lines[static_cast<std::size_t>(i)];
        const int column = i / rows * columnsEach;
        table->addWidget(makeLabel(line.keys, "value"), i % rows, column, Qt::AlignRight);
        table->addWidget(makeLabel(line.does, "muted"), i % rows, column + 1);
    }
}

void KeyList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Question)
        close();
    else
        QDialog::keyPressEvent(event);
}

} // namespace hyperdrift::ui
