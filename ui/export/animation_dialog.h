#pragma once
// The dialog that makes an animation.

#include "ui/animation/animation_maker.h"
#include "ui/export/animation_choice.h"
#include "ui/export/page_dialog.h"

class QProgressBar;
class QSettings;

namespace hyperdrift::ui {

class AnimationForm;

class AnimationDialog : public PageDialog {
    Q_OBJECT
public:
    /// Shows `what`, from the start to the end of what is recorded, and else what was chosen last time;
    /// `settings` remember what is chosen now.
    AnimationDialog(FigureSource source, const QString& what, QSettings& settings, QWidget* parent);
    ~AnimationDialog() override;

    /// An animation that is being made is cancelled; else the dialog goes.
    void reject() override;

signals:
    /// The file is there.
    void made(const hyperdrift::ui::Message& message);

private:
    AnimationChoice choice();
    QString whyNot(const AnimationSpec& spec);
    void save();
    void make(const AnimationSpec& spec, const QString& path);
    void onFinished(const QString& trouble);
    void showMaking();
    void showProgress(qint64 done, qint64 of, const QString& text);

    QSettings& m_settings;
    AnimationForm* m_animation;
    QProgressBar* m_progress;
    QPushButton* m_save;
    QPushButton* m_close;
    AnimationFormat m_format = AnimationFormat::Mp4;
    QString m_path;
    std::unique_ptr<AnimationMaker> m_maker; ///< while one is being made
};

} // namespace hyperdrift::ui
