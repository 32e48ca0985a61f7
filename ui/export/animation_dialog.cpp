#include "ui/export/animation_dialog.h"

#include "ui/animation/ffmpeg_arguments.h"
#include "ui/ask_path.h"
#include "ui/export/animation_form.h"

#include <QDir>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>

#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr int progressTicks = 1000;

FigureChoice frameChoice(const QSettings& settings, const QString& what)
{
    FigureChoice choice = readAnimationChoice(settings).figure;
    choice.what = what;
    return choice;
}

Message problem(const QString& text)
{
    return {Message::Kind::Problem, text, {}, {}};
}

} // namespace

AnimationDialog::AnimationDialog(FigureSource source, const QString& what, QSettings& settings,
                                 QWidget* parent)
    : PageDialog(std::move(source), frameChoice(settings, what), FigureMedium::Screen, parent),
      m_settings(settings), m_animation(new AnimationForm), m_progress(new QProgressBar),
      m_save(new QPushButton(tr("&Save…"))), m_close(new QPushButton)
{
    setObjectName(QStringLiteral("animationDialog"));
    setWindowTitle(tr("Export animation"));
    m_save->setObjectName(QStringLiteral("animationSave"));
    m_close->setObjectName(QStringLiteral("animationClose"));
    m_progress->setObjectName(QStringLiteral("animationProgress"));
    m_progress->setRange(0, progressTicks);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the page stays where it is
    m_progress->setSizePolicy(policy);
    AnimationChoice choice = readAnimationChoice(settings);
    choice.last = this->source().scene.head;
    m_format = choice.format;
    m_animation->setChoice(choice);
    addForm(m_animation);
    addWidget(m_progress);
    addButtons({m_save, m_close});
    connect(m_save, &QPushButton::clicked, this, &AnimationDialog::save);
    connect(this, &QDialog::finished, this, [this] { writeAnimationChoice(m_settings, this->choice()); });
    showMaking();
}

AnimationDialog::~AnimationDialog() = default;

AnimationChoice AnimationDialog::choice()
{
    AnimationChoice choice;
    choice.figure = form().choice();
    choice.format = m_format;
    m_animation->take(choice);
    return choice;
}

QString AnimationDialog::whyNot(const AnimationSpec& spec)
{
    if (findFfmpeg().isEmpty())
        return ffmpegMissing();
    return animationTrouble(spec, AnimationFormat::Mp4, *spec.last);
}

/// What was refused in the forms is mended first.
void AnimationDialog::save()
{
    if (!form().findError().isEmpty() || !m_animation->findError().isEmpty())
        return;
    const AnimationChoice wanted = choice();
    const AnimationSpec spec = animationSpec(wanted, figureSpec(source(), wanted.figure));
    if (const QString trouble = whyNot(spec); !trouble.isEmpty())
        return say(problem(trouble));
    const QString name =
        QStringLiteral("%1-%2.%3").arg(source().name, wanted.figure.what, animationSuffix(wanted.format));
    const QString path = askPath({this, tr("Save animation"), animationFilter(wanted.format)}, name);
    if (path.isEmpty())
        return;
    m_format = animationFormat(path).value_or(m_format);
    make(spec, path);
}

void AnimationDialog::make(const AnimationSpec& spec, const QString& path)
{
    m_path = path;
    m_maker = std::make_unique<AnimationMaker>(source().document, spec, path);
    connect(m_maker.get(), &AnimationMaker::recorded, this,
            [this](qint64 t, qint64 of) { showProgress(t, of, tr("Computing: %p %")); });
    connect(m_maker.get(), &AnimationMaker::progress, this, [this](int frame, int frames) {
        showProgress(frame, frames, tr("Frame %1 of %2").arg(frame).arg(frames));
    });
    connect(m_maker.get(), &AnimationMaker::finished, this, &AnimationDialog::onFinished);
    showProgress(0, 1, tr("Computing: %p %"));
    sayNothing();
    showMaking();
    m_maker->start();
}

void AnimationDialog::onFinished(const QString& trouble)
{
    m_maker.release()->deleteLater(); // it is what tells
    showMaking();
    const QString shown = QDir::toNativeSeparators(m_path);
    if (!trouble.isEmpty())
        return say(problem(tr("%1 was not saved: %2").arg(shown, trouble)));
    emit made({Message::Kind::Information, tr("The animation is in %1.").arg(shown), {}, {}});
    accept();
}

void AnimationDialog::reject()
{
    if (!m_maker)
        return QDialog::reject();
    m_maker.reset();
    showMaking();
    say({Message::Kind::Information, tr("Cancelled; no file was written."), {}, {}});
}

void AnimationDialog::showMaking()
{
    const bool isMaking = m_maker != nullptr;
    form().setEnabled(!isMaking);
    m_animation->setEnabled(!isMaking);
    m_save->setEnabled(!isMaking);
    m_progress->setVisible(isMaking);
    m_close->setText(isMaking ? tr("&Cancel") : tr("C&lose"));
    if (isMaking)
        m_close->setFocus(); // so that the keys stay with the dialog
}

void AnimationDialog::showProgress(qint64 done, qint64 of, const QString& text)
{
    m_progress->setFormat(text);
    m_progress->setValue(
        of > 0 ? static_cast<int>(progressTicks * static_cast<double>(done) / static_cast<double>(of)) : 0);
}

} // namespace hyperdrift::ui
