#include "ui/panels/panel_limits.h"

#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <utility>
#include <vector>

namespace hyperdrift::ui {

namespace {

/// What a path's last part is called in the panels, where that is something else.
struct ControlName {
    const char* path;
    std::vector<const char*> controls;
};

const std::vector<ControlName>& controlNames()
{
    static const std::vector<ControlName> all = {
        {"problem.d1", {"d1"}},
        {"problem.d2", {"d2"}},
        {"problem.rank", {"rank"}},
        {"problem.spectrum", {"spectrum"}},
        {"problem.seed", {"problemSeed"}},
        {"problem.matrix", {"matrixSource"}},
        {"problem.center_columns", {"centerColumns"}},
        {"problem.scale_to", {"scaleTo"}},
        {"start.kind", {"startKind"}},
        {"start.seed", {"startSeed"}},
        {"start.log_imbalance", {"theta0", "thetas0"}},
        {"start.product", {"product0", "products0"}},
        {"start.scale_x", {"scaleX"}},
        {"start.scale_y", {"scaleY"}},
        {"start.scale", {"startScale"}},
        {"run.method", {"method"}},
        {"run.eta", {"eta"}},
        {"run.noise.sigma1", {"sigma1", "lockBalance"}},
        {"run.noise.sigma2", {"sigma2", "lockBalance"}},
        {"run.noise.distribution", {"distribution"}},
        {"run.noise.anneal", {"anneal"}},
        {"run.noise.nu", {"nu"}},
        {"run.batch", {"batch"}},
        {"run.radius", {"radius"}},
    };
    return all;
}

constexpr const char* ownTip = "tipBeforeLock";

void setTip(QWidget* widget, bool locked, const QString& reason)
{
    if (locked) {
        if (!widget->property(ownTip).isValid())
            widget->setProperty(ownTip, widget->toolTip());
        widget->setToolTip(reason);
    } else if (widget->property(ownTip).isValid()) {
        widget->setToolTip(widget->property(ownTip).toString());
        widget->setProperty(ownTip, QVariant());
    }
}

void lock(QWidget* control, bool locked, const QString& reason)
{
    control->setEnabled(!locked);
    setTip(control, locked, reason);
    for (QWidget* part : control->findChildren<QWidget*>())
        setTip(part, locked, reason);
}

} // namespace

bool isLocked(const PanelLimits& limits, const QString& path)
{
    for (const QString& locked : limits.locked) {
        if (path == locked || path.startsWith(locked + QLatin1Char('.')))
            return true;
    }
    return false;
}

void lockControls(QWidget* panel, const QString& prefix, const PanelLimits& limits)
{
    const QString kind = prefix.section(QLatin1Char('.'), 0, 0);
    const QString wanted = (kind == QLatin1String("runs") ? QStringLiteral("run") : kind) + QLatin1Char('.');
    std::vector<std::pair<QWidget*, bool>> controls; // the one beside two numbers goes with either
    for (const ControlName& name : controlNames()) {
        const QString path = QLatin1String(name.path);
        if (!path.startsWith(wanted))
            continue;
        const bool locked = isLocked(limits, prefix + path.mid(wanted.size() - 1));
        for (const char* control : name.controls) {
            auto* widget = panel->findChild<QWidget*>(QLatin1String(control));
            const auto same = [widget](const auto& each) { return each.first == widget; };
            const auto before = std::find_if(controls.begin(), controls.end(), same);
            if (before != controls.end())
                before->second = before->second || locked;
            else if (widget)
                controls.emplace_back(widget, locked);
        }
    }
    for (const auto& [control, locked] : controls)
        lock(control, locked, limits.reason);
}

} // namespace hyperdrift::ui
