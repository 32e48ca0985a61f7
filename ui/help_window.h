#pragma once
// The help beside the window: its contents, a page, and a line to find something in all of them. Esc or F1
// puts it away.

#include "ui/help_pages.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLineEdit;
class QTreeWidget;

namespace hyperdrift::ui {

class MarkdownView;

class HelpWindow : public QDialog {
    Q_OBJECT
public:
    using Keys = std::function<std::vector<KeyHelp>()>;

    /// `keys` gives the list of keys, in the present language.
    HelpWindow(const Keys& keys, QWidget* parent);

    /// By its id; from its top.
    void showPage(const QString& id);
    const QString& page() const { return m_page; }

signals:
    void lessonWanted(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Seek { FromHere, Next, Before };

    void layOut();
    void read();
    void listContents();
    void takeWidth();
    void showChosen();
    void follow(const QUrl& link);
    void seek(Seek way);

    Keys m_keys;
    std::vector<HelpPage> m_pages;
    QString m_page;
    QLineEdit* m_find;
    QTreeWidget* m_contents;
    MarkdownView* m_text;
};

} // namespace hyperdrift::ui
