#include "ui/theme.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr double bodyPointSize = 10;
constexpr double projectorScale = 1.6;
constexpr double textContrast = 4.5;

/// One colour of each theme. The projector's is for a room with a bright window: white, with stronger
/// hairlines.
struct ColourRow {
    QColor Theme::*part;
    std::array<const char*, 3> colours; ///< light, dark, projector: the order of ThemeKind
};

const ColourRow colourTable[] = {
    {&Theme::window, {"#f1f4f8", "#0f141b", "#ffffff"}},
    {&Theme::card, {"#ffffff", "#171d26", "#ffffff"}},
    {&Theme::border, {"#d9e0e8", "#2c3644", "#b4bfcc"}},
    {&Theme::field, {"#ffffff", "#10161e", "#ffffff"}},
    {&Theme::text, {"#1b2430", "#e6edf3", "#000000"}},
    {&Theme::textMuted, {"#55606e", "#9aa7b5", "#3d4754"}},
    {&Theme::accent, {"#2563b8", "#6cb0f5", "#2563b8"}},
    {&Theme::warning, {"#fff3cd", "#4a3a10", "#fff3cd"}},
    {&Theme::grid, {"#edf1f5", "#222b37", "#e3e8ee"}},
    {&Theme::axis, {"#7a8796", "#6b7988", "#4d5866"}},
    {&Theme::theory, {"#1b2430", "#e6edf3", "#000000"}},
    {&Theme::casing, {"#ffffff", "#1a2431", "#ffffff"}},
    {&Theme::contour, {"#a3b7ce", "#4b617c", "#8ea6c2"}},
};

// Of the white themes, and the same hues lightened for dark.
const std::array<QColor, 6> runsOnWhite = {"#0072b2", "#d55e00", "#009e73", "#a0527f", "#000000", "#7a6a00"};
const std::array<QColor, 6> runsOnDark = {"#4aa8e0", "#f08a3c", "#2fc296", "#d183b0", "#ffffff", "#c9b53c"};
const std::array<QColor, 8> paleGround = {"#fafcfe", "#edf3f9", "#e0e9f3", "#d3dfed",
                                          "#c6d6e8", "#b9cce2", "#acc2dc", "#9fb8d6"};
const std::array<QColor, 8> darkGround = {"#344862", "#2f4159", "#2a3b51", "#263549",
                                          "#222f41", "#1e2a3a", "#1a2432", "#161f2b"};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()),
                            channel(from.blueF(), to.blueF()));
}

/// `colour`, moved towards `ink` until it can be read as text on `ground`.
QColor asText(const QColor& colour, const QColor& ground, const QColor& ink)
{
    constexpr int steps = 50;
    for (int step = 0; step < steps; ++step) {
        const QColor candidate = mixed(colour, ink, static_cast<double>(step) / steps);
        if (contrastRatio(candidate, ground) >= textContrast)
            return candidate;
    }
    return ink;
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::AlternateBase, theme.grid);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.textMuted);
    palette.setColor(QPalette::Button, theme.card);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.card);
    palette.setColor(QPalette::ToolTipBase, theme.card);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Light, theme.card);
    palette.setColor(QPalette::Dark, theme.axis);
    const QColor faded = mixed(theme.text, theme.card, 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.border);
    return palette;
}

/// @name@ stands for a colour or a length of the theme.
const char* const styleTemplate = R"(
QToolTip { background: @card@; color: @text@; border: 1px solid @border@; padding: 4px 6px; }
QMainWindow, QDialog { background: @window@; }
QFrame[card="true"] { background: @card@; border: 1px solid @border@; border-radius: 6px; }
QLabel[role="title"], QToolButton[role="title"], QToolButton[role="heading"] { font-weight: 600; color: @text@; }
QLabel[role="muted"] { color: @muted@; }
QLabel[role="value"] { font-weight: 600; }
QLabel[role="error"] { color: @error@; background: @card@; border: 1px solid @error@; border-radius: 4px;
    padding: 3px 6px; }
QToolButton[role="title"] { border: none; background: transparent; padding: 2px 4px; }
QToolButton[role="heading"] { border: none; background: transparent; padding: 0; }
QToolButton[role="title"]:hover, QToolButton[role="heading"]:hover { background: @hover@; border-radius: 4px; }
QToolButton[role="title"]::menu-indicator, QToolButton[role="chip"]::menu-indicator { image: none; width: 0; }

QPushButton, QToolButton { color: @text@; background: @card@; border: 1px solid @border@; border-radius: 4px;
    padding: 3px 10px; }
QToolButton { padding: 3px 6px; }
QPushButton:hover, QToolButton:hover { background: @hover@; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @pressed@; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent@; padding: 2px 9px; }
QToolButton:focus { padding: 2px 5px; }
QPushButton:disabled, QToolButton:disabled { color: @faded@; }
QPushButton[role="primary"] { background: @accent@; color: @card@; border: 1px solid @accent@; font-weight: 600; }
QPushButton[role="primary"]:disabled { background: @border@; color: @muted@; border: 1px solid @border@; }
QPushButton[role="primary"]:hover { background: @accentHover@; }
QPushButton[role="primary"]:focus { border: 2px solid @text@; }
QPushButton[role="link"], QToolButton[role="link"] { border: 1px solid transparent; background: transparent;
    color: @accent@; padding: 2px 4px; }
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border: 1px solid @accent@; border-radius: 4px; }
QToolButton[role="chip"], QComboBox[role="chip"] { font-size: @small@pt; color: @muted@; background: @card@;
    border: 1px solid @border@; border-radius: 4px; padding: 1px 6px; }
QToolButton[role="chip"]:hover { background: @hover@; color: @text@; }
QToolButton[role="chip"]:checked { background: @pressed@; color: @text@; border-color: @axis@; }
QToolButton[role="chip"]:focus, QComboBox[role="chip"]:focus { border: 2px solid @accent@; padding: 0px 5px; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit { background: @field@; color: @text@;
    border: 1px solid @border@; border-radius: 4px; padding: 2px 5px; selection-background-color: @accent@;
    selection-color: @card@; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {
    border: 2px solid @accent@; padding: 1px 4px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @faded@;
    background: @window@; }
QLineEdit[invalid="true"] { border: 2px solid @error@; padding: 1px 4px; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 16px; }
QComboBox QAbstractItemView { background: @card@; color: @text@; border: 1px solid @border@; padding: 3px 2px; outline: none;
    selection-background-color: @accent@; selection-color: @card@; }

QSlider { background: transparent; min-height: @handle@px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @groove@; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent@; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent@; }
QSlider::handle:horizontal:hover { background: @accentHover@; }
QSlider::handle:horizontal:focus { border: 2px solid @text@; width: 10px; height: 10px; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: @axis@; }

QCheckBox, QRadioButton { spacing: 6px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: @accent@; }
QCheckBox::indicator { width: @check@px; height: @check@px; border: 1px solid @axis@; border-radius: 3px;
    background: @field@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(@tick@); }
QRadioButton::indicator { width: @check@px; height: @check@px; border: 1px solid @axis@; border-radius: @round@px;
    background: @field@; }
QRadioButton::indicator:checked { border-color: @accent@; background: qradialgradient(cx: 0.5, cy: 0.5, fx: 0.5,
    fy: 0.5, radius: 0.5, stop: 0 @accent@, stop: 0.5 @accent@, stop: 0.6 @field@, stop: 1 @field@); }
QMenu { background: @card@; color: @text@; border: 1px solid @border@; padding: 4px; }
QMenu::item { padding: 4px 22px 4px 18px; border-radius: 4px; }
QMenu::item:selected { background: @accent@; color: @card@; }
QMenu::item:disabled { color: @faded@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 6px; }
QMenuBar { background: @window@; color: @text@; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover@; }
QTreeView { background: transparent; border: 1px solid transparent; border-radius: 4px; outline: none; }
QTreeView:focus { border: 1px solid @accent@; }
QTreeView::item { padding: 2px 4px; border-radius: 4px; }
QTreeView::item:hover { background: @hover@; }
QTreeView::item:selected { background: @pressed@; color: @text@; }
QTreeView::branch { background: @window@; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @groove@; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: @axis@; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame[message="true"] { background: @warning@; border: 1px solid @border@; border-radius: 6px; }
QFrame[message="true"] QLabel { color: @text@; background: transparent; border: none; }
QSplitter::handle { background: transparent; }
)";

QString styleSheetOf(const Theme& theme)
{
    const bool dark = theme.kind == ThemeKind::Dark;
    const std::pair<const char*, QString> values[] = {
        {"@window@", theme.window.name()},
        {"@card@", theme.card.name()},
        {"@border@", theme.border.name()},
        {"@field@", theme.field.name()},
        {"@text@", theme.text.name()},
        {"@muted@", theme.textMuted.name()},
        {"@accent@", theme.accent.name()},
        {"@accentHover@", mixed(theme.accent, theme.text, 0.25).name()},
        {"@warning@", theme.warning.name()},
        {"@axis@", theme.axis.name()},
        {"@groove@", mixed(theme.card, theme.axis, 0.45).name()},
        {"@hover@", mixed(theme.card, theme.accent, 0.10).name()},
        {"@pressed@", mixed(theme.card, theme.accent, 0.20).name()},
        {"@faded@", mixed(theme.text, theme.card, 0.55).name()},
        {"@error@", dark ? QStringLiteral("#ff8a80") : QStringLiteral("#b3261e")},
        {"@small@", QString::number(0.9 * theme.fontPointSize)},
        {"@check@", QString::number(theme.kind == ThemeKind::Projector ? 20 : 13)},
        {"@round@", QString::number(theme.kind == ThemeKind::Projector ? 11 : 7)}, // of half the box
        {"@tick@", dark ? QStringLiteral(":/icons/tick_dark.svg") : QStringLiteral(":/icons/tick_light.svg")},
        {"@handle@", QString::number(theme.kind == ThemeKind::Projector ? 24 : 18)},
    };
    QString sheet = QString::fromUtf8(styleTemplate);
    for (const auto& [name, value] : values)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

QFont fontOf(const Theme& theme)
{
    // The first has every sign the pictures need in one design: ‖, ᵀ, ₁, ⁻³, and the tilde over F. It has no
    // Chinese: without a word, any font with such characters would do, also one that draws them as in Japan.
    QFont font;
    font.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("Noto Sans SC"), QStringLiteral("WenQuanYi Micro Hei")});
    font.setPointSizeF(theme.fontPointSize);
    return font;
}

} // namespace

Theme makeTheme(ThemeKind kind)
{
    Theme theme;
    theme.kind = kind;
    for (const ColourRow& row : colourTable)
        theme.*row.part = QColor(row.colours[static_cast<std::size_t>(kind)]);
    theme.runs = kind == ThemeKind::Dark ? runsOnDark : runsOnWhite;
    theme.landscape = kind == ThemeKind::Dark ? darkGround : paleGround;
    theme.fontPointSize = kind == ThemeKind::Projector ? bodyPointSize * projectorScale : bodyPointSize;
    theme.plotLineWidth = kind == ThemeKind::Projector ? 3.2 : 2;
    std::transform(theme.runs.begin(), theme.runs.end(), theme.runText.begin(),
                   [&theme](const QColor& colour) {
                       // The landscape's lowest band is the palest ground that a label meets, or on dark the
                       // brightest.
                       return asText(asText(colour, theme.card, theme.text), theme.landscape[0], theme.text);
                   });
    return theme;
}

void applyTheme(QApplication& application, const Theme& theme)
{
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteOf(theme));
    application.setFont(fontOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
}

QString themeName(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light:
        return QStringLiteral("light");
    case ThemeKind::Dark:
        return QStringLiteral("dark");
    case ThemeKind::Projector:
        return QStringLiteral("projector");
    }
    return {};
}

std::optional<ThemeKind> themeKind(const QString& name)
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
        if (themeName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

RunMarker runMarker(int run)
{
    constexpr std::array markers = {RunMarker::Square,     RunMarker::Circle,       RunMarker::Diamond,
                                    RunMarker::TriangleUp, RunMarker::TriangleDown, RunMarker::Cross};
    return markers[static_cast<std::size_t>(run) % markers.size()];
}

} // namespace hyperdrift::ui
