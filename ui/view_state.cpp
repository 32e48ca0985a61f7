#include "ui/view_state.h"

#include "core/io/experiment_file.h"
#include "ui/plots/pictures.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

QJsonValue paceValue(const Pace& pace)
{
    if (const auto* constant = std::get_if<ConstantPace>(&pace))
        return constant->perSecond;
    return std::holds_alternative<AutoPace>(pace) ? QStringLiteral("auto") : QStringLiteral("unlimited");
}

Pace parsePace(const QJsonValue& value)
{
    if (value.isDouble() && value.toDouble() >= 1)
        return ConstantPace{value.toDouble()};
    if (value.toString() == QLatin1String("unlimited"))
        return UnlimitedPace{};
    return AutoPace{};
}

QJsonArray pinnedValue(const std::vector<PinnedRecipe>& pinned)
{
    QJsonArray array;
    for (const PinnedRecipe& each : pinned)
        array.append(QJsonObject{{QStringLiteral("title"), QString::fromStdString(each.title)},
                                 {QStringLiteral("recipe"), QString::fromStdString(each.recipe)},
                                 {QStringLiteral("from"), static_cast<qint64>(each.from)}});
    return array;
}

std::vector<PinnedRecipe> parsePinned(const QJsonArray& array)
{
    std::vector<PinnedRecipe> pinned;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        const QString recipe = object.value(QStringLiteral("recipe")).toString();
        if (!recipe.isEmpty() && pinned.size() < GhostShelf::most)
            pinned.push_back({object.value(QStringLiteral("title")).toString().toStdString(),
                              recipe.toStdString(),
                              std::max<qint64>(0, object.value(QStringLiteral("from")).toInteger())});
    }
    return pinned;
}

const QString choicesKey = QStringLiteral("choices");
const QString landscapeId = QStringLiteral("landscape");
// These two of the landscape's stand in the view itself, as they did before other pictures had choices.
const QString oldLandscapeKeys[] = {QStringLiteral("direction"), QStringLiteral("smoothed")};

/// Numbers, texts, yes and no: what a picture may understand.
QJsonObject plainValues(const QJsonObject& object)
{
    QJsonObject plain;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry->isBool() || entry->isDouble() || entry->isString())
            plain[entry.key()] = *entry;
    }
    return plain;
}

QJsonObject parseChoices(const QJsonObject& view)
{
    QJsonObject choices;
    const QJsonObject all = view.value(choicesKey).toObject();
    for (const QString& id : pictureIds()) {
        QJsonObject one = all.value(id).toObject();
        if (id == landscapeId) {
            for (const QString& key : oldLandscapeKeys) {
                if (view.contains(key))
                    one[key] = view.value(key);
            }
        }
        one = plainValues(one);
        if (!one.isEmpty())
            choices[id] = one;
    }
    return choices;
}

/// Fills them into the object of a view.
void addChoices(QJsonObject& view, QJsonObject choices)
{
    QJsonObject landscape = choices.take(landscapeId).toObject();
    for (const QString& key : oldLandscapeKeys) {
        if (landscape.contains(key))
            view[key] = landscape.take(key);
    }
    if (!landscape.isEmpty())
        choices[landscapeId] = landscape;
    view[choicesKey] = choices;
}

} // namespace

QStringList standardPictures()
{
    return {QStringLiteral("landscape"), QStringLiteral("loss"), QStringLiteral("imbalance"),
            QStringLiteral("valley")};
}

std::vector<GhostRecipe> ghostRecipes(const Ghosts& ghosts, const std::vector<GhostRecipe>& onTheirWay)
{
    std::vector<GhostRecipe> recipes;
    for (const auto& ghost : ghosts)
        recipes.push_back({ghost->title, ghost->pinned, ghost->from, ghost->recipe});
    recipes.insert(recipes.end(), onTheirWay.begin(), onTheirWay.end());
    return recipes;
}

std::vector<PinnedRecipe> pinnedRecipes(const std::vector<GhostRecipe>& ghosts, const std::string& folder)
{
    std::vector<PinnedRecipe> pinned;
    for (const GhostRecipe& ghost : ghosts) {
        if (!ghost.pinned)
            continue;
        const auto* text = std::get_if<std::string>(&ghost.recipe);
        pinned.push_back({ghost.title,
                          text ? *text : experimentText(std::get<Experiment>(ghost.recipe), folder),
                          ghost.from});
    }
    return pinned;
}

std::string viewText(const ViewState& state)
{
    QJsonObject object{{QStringLiteral("pictures"), QJsonArray::fromStringList(state.pictures)},
                       {QStringLiteral("pace"), paceValue(state.pace)},
                       {QStringLiteral("pinned"), pinnedValue(state.pinned)}};
    addChoices(object, state.choices);
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

ViewState parseView(const std::string& text)
{
    ViewState state;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    const QJsonArray pictures = object.value(QStringLiteral("pictures")).toArray();
    for (const QJsonValue id : pictures)
        state.pictures << id.toString();
    const QStringList& known = pictureIds();
    const bool allKnown = std::all_of(state.pictures.begin(), state.pictures.end(),
                                      [&known](const QString& id) { return known.contains(id); });
    if (!allKnown || state.pictures.size() != standardPictures().size())
        state.pictures.clear();
    state.choices = parseChoices(object);
    state.pace = parsePace(object.value(QStringLiteral("pace")));
    state.pinned = parsePinned(object.value(QStringLiteral("pinned")).toArray());
    return state;
}

} // namespace hyperdrift::ui
