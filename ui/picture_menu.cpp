#include "ui/picture_menu.h"

#include "ui/ask_path.h"
#include "ui/format.h"
#include "ui/plots/plot_csv.h"
#include "ui/plots/plot_tex.h"
#include "ui/plots/plot_view.h"
#include "ui/write_file.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <memory>
#include <optional>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PictureMenu)
};

Message told(const QString& text)
{
    return {Message::Kind::Information, text, {}, {}};
}

Message nothingThere(const PictureAtHand& picture)
{
    return told(Words::tr("%1 shows nothing yet.").arg(picture.view.title()));
}

/// As text, and as what it is, for programs that ask for that.
void copy(const QByteArray& text, const QString& type)
{
    auto mime = std::make_unique<QMimeData>();
    mime->setText(QString::fromUtf8(text));
    mime->setData(type, text);
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

std::optional<Message> copyCsv(const PictureAtHand& picture)
{
    const PlottedData data = plottedData(picture.view, picture.runs);
    if (data.isEmpty())
        return nothingThere(picture);
    copy(plotCsv(data), QStringLiteral("text/csv"));
    return told(
        Words::tr("%1 copied: %2 rows of CSV").arg(picture.view.title(), formatCount(plotRows(data))));
}

std::optional<Message> copyTex(const PictureAtHand& picture)
{
    const PlottedData data = plottedData(picture.view, picture.runs);
    if (data.isEmpty())
        return nothingThere(picture);
    copy(plotTex(data), QStringLiteral("text/x-tex"));
    return told(Words::tr("%1 copied: a LaTeX document with a pgfplots picture").arg(picture.view.title()));
}

std::optional<Message> saveCsv(const PictureAtHand& picture)
{
    const PlottedData data = plottedData(picture.view, picture.runs); // as it is now, whatever plays on
    if (data.isEmpty())
        return nothingThere(picture);
    const QString name = data.title.toLower().replace(u' ', u'_') + QStringLiteral(".csv");
    const QString path = askPath(
        {picture.window, Words::tr("Save data of a picture"), Words::tr("Comma-separated values (*.csv)")},
        name);
    if (path.isEmpty())
        return std::nullopt;
    const QString shown = QDir::toNativeSeparators(path);
    const QString trouble = writeFile(path, plotCsv(data));
    if (!trouble.isEmpty())
        return Message{Message::Kind::Problem, Words::tr("%1 was not saved: %2").arg(shown, trouble), {}, {}};
    return told(Words::tr("The picture's data are in %1.").arg(shown));
}

std::optional<Message> exportFigure(const PictureAtHand& picture)
{
    picture.figure(FigureWish::Export);
    return std::nullopt;
}

std::optional<Message> copyFigure(const PictureAtHand& picture)
{
    picture.figure(FigureWish::Copy);
    return std::nullopt;
}

std::optional<Message> exportAnimation(const PictureAtHand& picture)
{
    picture.figure(FigureWish::Animate);
    return std::nullopt;
}

struct Entry {
    QString name; ///< object name
    QString text;
    std::optional<Message> (*act)(const PictureAtHand& picture); ///< nullopt: nothing to tell
};

std::vector<Entry> entries()
{
    return {{QStringLiteral("exportFigure"), Words::tr("Export figure…"), exportFigure},
            {QStringLiteral("copyFigure"), Words::tr("Copy figure"), copyFigure},
            {QStringLiteral("exportAnimation"), Words::tr("Export animation…"), exportAnimation},
            {QStringLiteral("copyCsv"), Words::tr("Copy data as CSV"), copyCsv},
            {QStringLiteral("copyTex"), Words::tr("Copy as TeX"), copyTex},
            {QStringLiteral("saveCsv"), Words::tr("Save data as CSV…"), saveCsv}};
}

} // namespace

void addPictureActions(QMenu& menu, const std::function<PictureAtHand()>& picture,
                       const std::function<void(const Message&)>& tell)
{
    for (const Entry& entry : entries()) {
        QAction* action = menu.addAction(entry.text, &menu, [picture, tell, act = entry.act] {
            if (const auto message = act(picture()))
                tell(*message);
        });
        action->setObjectName(entry.name);
    }
}

} // namespace hyperdrift::ui
