#include "ui/copy_command.h"

#include "core/io/command_text.h"
#include "core/model/error.h"
#include "core/model/message_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(copyCommand)
};

constexpr std::size_t mostShown = 120; // bytes of a command in a message

} // namespace

Message copyCommand(const Experiment& document, const DocumentFile& file, std::int64_t t)
{
    std::string command;
    try {
        command = commandText(document, t);
    } catch (const InputError& error) {
        if (file.path.isEmpty() || file.modified)
            return {Message::Kind::Problem,
                    Words::tr("No command says this experiment: %1. Save it, and the command names its file.")
                        .arg(QString::fromUtf8(error.what())),
                    {},
                    {}};
        command = commandText(file.path.toStdString(), t);
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(command));
    return {Message::Kind::Information,
            Words::tr("Copied: %1").arg(QString::fromStdString(onOneLine(command, mostShown))),
            {},
            {}};
}

} // namespace hyperdrift::ui
