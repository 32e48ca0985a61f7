#pragma once
// The four pictures: a hero, and three stacked beside it; one of them alone when asked for.

#include "core/run/member.h"
#include "ui/ensemble_state.h"
#include "ui/message.h"
#include "ui/picture_menu.h"
#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/view_state.h"
#include "ui/wishes.h"

#include <QObject>

#include <array>
#include <memory>

class QFrame;
class QSettings;
class QSplitter;

namespace hyperdrift::ui {

class PictureFrame;
class PlotView;

class PictureSet : public QObject {
    Q_OBJECT
public:
    /// Adds the hero, with `belowHero` under it, and the others to the window's columns.
    PictureSet(QSplitter* columns, QWidget* belowHero, QObject* parent);

    void refresh(const Scene& scene);
    /// Of the pictures that are seen.
    Wishes wishes() const;
    void setTheme(const Theme& theme);
    /// What the ensemble's picture shows, wherever it stands or comes to stand; called with each change.
    void showEnsemble(const std::shared_ptr<const EnsembleState>& state);
    /// The picture at a place (1 to 4) alone, or again all of them.
    void maximise(int place);
    /// The pictures of a first start at their places; choices stay.
    void showUsual();

    /// The picture at a place alone; 0: all of them.
    void setAlone(int place);
    /// Shows the landscape's eight starts, or takes them away.
    void toggleEightStarts();
    void setEightStarts(bool shown);
    /// The place of the picture that is alone; 0: all are seen.
    int aloneAt() const { return m_maximised; }
    /// What the ensemble's picture shows; null before the first.
    const std::shared_ptr<const EnsembleState>& shownEnsemble() const { return m_ensemble; }
    /// The first place (1 to 4) where a picture stands; 0: nowhere.
    int placeOf(const QString& picture) const;
    /// What stands there; null for place 0.
    PlotView* viewAt(int place) const;

    /// Fills in which pictures there are, and the choices of all pictures.
    void describe(ViewState& state) const;
    /// Where it names no pictures, those that are there stay; where it names neither pictures nor choices,
    /// choices stay, too.
    void apply(const ViewState& state);
    /// Shows what the set that it replaces shows.
    void takeOver(const PictureSet& other);
    void restore(const QSettings& settings);
    void save(QSettings& settings);

signals:
    /// Another picture has come and has shown nothing yet, or one shows something else: a refresh is due.
    void viewChanged();
    /// wishes() are others now; also after viewChanged.
    void wishesChanged();
    void startDragged(int direction, double logImbalance, double product);
    void runDragged(int run, double c);
    /// Something that a picture was asked for; one line that says why.
    void failed(const QString& error);
    /// What came of something that was done with a picture.
    void messageRaised(const hyperdrift::ui::Message& message);
    /// Of the picture at a place (1 to 4).
    void figureWanted(int place, hyperdrift::ui::FigureWish wish);
    void ensembleWanted(qint64 members, hyperdrift::Vary vary);
    void ensembleStopWanted();
    void memberOpened(qint64 member);

private:
    void connectFrame(PictureFrame* frame);
    void connectView(PictureFrame* frame);
    void adopt(PictureFrame* frame);

    std::array<PictureFrame*, 4> m_frames; ///< the hero first
    QFrame* m_heroCard;
    QFrame* m_sideCard;
    QSplitter* m_side;
    std::shared_ptr<const EnsembleState> m_ensemble; ///< null before the first
    QJsonObject m_choices;                           ///< by picture id, of each as it was last chosen
    int m_maximised = 0;                             ///< place of the picture that is alone, 0: none
};

} // namespace hyperdrift::ui
