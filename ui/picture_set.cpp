#include "ui/picture_set.h"

#include "ui/picture_frame.h"
#include "ui/plots/ensemble_view.h"
#include "ui/plots/landscape_view.h"

#include <QFrame>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace hyperdrift::ui {

namespace {

/// A card that holds one thing to its edges.
QFrame* makeCard(QWidget* content)
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return card;
}

} // namespace

PictureSet::PictureSet(QSplitter* columns, QWidget* belowHero, QObject* parent)
    : QObject(parent), m_side(new QSplitter(Qt::Vertical))
{
    const QStringList ids = standardPictures();
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        m_frames[i] = new PictureFrame(static_cast<int>(i) + 1, ids[static_cast<qsizetype>(i)]);
        connectFrame(m_frames[i]);
        if (i > 0)
            m_side->addWidget(m_frames[i]);
    }
    m_side->setChildrenCollapsible(false);
    m_frames[0]->addBelow(belowHero);
    m_heroCard = makeCard(m_frames[0]);
    m_sideCard = makeCard(m_side);
    columns->addWidget(m_heroCard);
    columns->addWidget(m_sideCard);
}

void PictureSet::connectFrame(PictureFrame* frame)
{
    connectView(frame);
    connect(frame, &PictureFrame::pictureChanged, this, [this, frame] {
        adopt(frame);
        emit viewChanged();
    });
    connect(frame, &PictureFrame::messageRaised, this, &PictureSet::messageRaised);
    connect(frame, &PictureFrame::figureWanted, this,
            [this, place = frame->place()](FigureWish wish) { emit figureWanted(place, wish); });
    connect(frame, &PictureFrame::maximiseWanted, this, [this, place = frame->place()] { maximise(place); });
}

/// One cursor through all time plots; the dots of a landscape move the start and the runs.
void PictureSet::connectView(PictureFrame* frame)
{
    connect(frame->view(), &PlotView::cursorMoved, this, [this](double iteration) {
        for (PictureFrame* other : m_frames)
            other->view()->showCursor(iteration);
    });
    connect(frame->view(), &PlotView::choicesChanged, this, [this, frame] {
        m_choices[frame->picture()] = frame->view()->choices();
        emit viewChanged();
    });
    connect(frame->view(), &PlotView::wishesChanged, this, &PictureSet::wishesChanged);
    if (auto* view = qobject_cast<LandscapeView*>(frame->view())) {
        connect(view, &LandscapeView::startDragged, this, &PictureSet::startDragged);
        connect(view, &LandscapeView::runDragged, this, &PictureSet::runDragged);
        connect(view, &LandscapeView::failed, this, &PictureSet::failed);
    }
    if (auto* view = qobject_cast<EnsembleView*>(frame->view())) {
        view->showEnsemble(m_ensemble);
        connect(view, &EnsembleView::ensembleWanted, this, &PictureSet::ensembleWanted);
        connect(view, &EnsembleView::ensembleStopWanted, this, &PictureSet::ensembleStopWanted);
        connect(view, &EnsembleView::memberOpened, this, &PictureSet::memberOpened);
    }
}

/// Another picture stands there now: it shows what it showed when it was last seen.
void PictureSet::adopt(PictureFrame* frame)
{
    frame->view()->setChoices(m_choices.value(frame->picture()).toObject());
    connectView(frame);
}

Wishes PictureSet::wishes() const
{
    Wishes all;
    for (const PictureFrame* frame : m_frames) {
        if (!frame->isHidden())
            all = joined(all, frame->view()->wishes());
    }
    return all;
}

void PictureSet::refresh(const Scene& scene)
{
    for (PictureFrame* frame : m_frames)
        frame->refresh(scene);
}

void PictureSet::showEnsemble(const std::shared_ptr<const EnsembleState>& state)
{
    m_ensemble = state;
    for (PictureFrame* frame : m_frames) {
        if (auto* view = qobject_cast<EnsembleView*>(frame->view()))
            view->showEnsemble(state);
    }
}

void PictureSet::setTheme(const Theme& theme)
{
    for (PictureFrame* frame : m_frames)
        frame->setTheme(theme);
}

void PictureSet::maximise(int place)
{
    setAlone(m_maximised == place ? 0 : place);
}

void PictureSet::setAlone(int place)
{
    if (place == m_maximised)
        return;
    m_maximised = place;
    for (PictureFrame* frame : m_frames)
        frame->setVisible(m_maximised == 0 || m_maximised == frame->place());
    m_heroCard->setVisible(m_maximised <= 1);
    m_sideCard->setVisible(m_maximised != 1);
    emit wishesChanged();
}

void PictureSet::showUsual()
{
    ViewState state;
    describe(state);
    state.pictures = standardPictures();
    apply(state);
}

int PictureSet::placeOf(const QString& picture) const
{
    for (const PictureFrame* frame : m_frames) {
        if (frame->picture() == picture)
            return frame->place();
    }
    return 0;
}

PlotView* PictureSet::viewAt(int place) const
{
    return place == 0 ? nullptr : m_frames.at(static_cast<std::size_t>(place) - 1)->view();
}

void PictureSet::setEightStarts(bool shown)
{
    auto* view = qobject_cast<LandscapeView*>(viewAt(placeOf(QStringLiteral("landscape"))));
    if (view && view->hasEightStarts() != shown)
        view->setEightStarts(shown);
}

void PictureSet::toggleEightStarts()
{
    for (PictureFrame* frame : m_frames) {
        if (auto* view = qobject_cast<LandscapeView*>(frame->view())) {
            view->setEightStarts(!view->hasEightStarts());
            return;
        }
    }
    emit failed(tr("Eight starts are the landscape's: choose it in the title of a picture."));
}

void PictureSet::describe(ViewState& state) const
{
    for (const PictureFrame* frame : m_frames)
        state.pictures << frame->picture();
    state.choices = m_choices;
}

void PictureSet::apply(const ViewState& state)
{
    if (!state.pictures.isEmpty() || !state.choices.isEmpty())
        m_choices = state.choices;
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        PictureFrame* frame = m_frames[i];
        const QString id = state.pictures.value(static_cast<qsizetype>(i), frame->picture());
        if (id == frame->picture()) {
            const QJsonObject choices = m_choices.value(id).toObject(); // which the view may now change
            frame->view()->setChoices(choices);
        } else {
            frame->setPicture(id);
            adopt(frame);
        }
    }
    emit viewChanged();
}

void PictureSet::takeOver(const PictureSet& other)
{
    m_side->restoreState(other.m_side->saveState());
    m_ensemble = other.m_ensemble;
    ViewState view;
    other.describe(view);
    apply(view);
    setAlone(other.m_maximised);
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        m_frames[i]->view()->takeOver(*other.m_frames[i]->view());
}

void PictureSet::restore(const QSettings& settings)
{
    m_side->restoreState(settings.value("pictures").toByteArray());
    apply(parseView(settings.value("view").toString().toStdString()));
}

void PictureSet::save(QSettings& settings)
{
    if (m_maximised != 0)
        maximise(m_maximised);
    settings.setValue("pictures", m_side->saveState());
    ViewState view;
    describe(view);
    settings.setValue("view", QString::fromStdString(viewText(view)));
}

} // namespace hyperdrift::ui
