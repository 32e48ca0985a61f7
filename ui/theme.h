#pragma once
// Colours, sizes and fonts of the window and its pictures. Runs keep their colour everywhere; marker and
// width are the second cue. Text has a contrast ≥ 4.5:1 against its ground, lines and markers ≥ 3:1.
//
// Names that the style sheet knows, set as dynamic properties before the widget is shown:
//   card = true          a rounded white area with a hairline (a QFrame or QWidget)
//   role = "title"       bold heading of a card or a picture (QLabel, QToolButton)
//   role = "muted"       secondary text (QLabel)
//   role = "value"       a measured number (QLabel)
//   role = "link"        a button that looks like a link
//   role = "primary"     the one button of a group that matters most
//   role = "chip"        a small rounded button or combo inside a picture
//   message = true       the message bar

#include <QColor>
#include <QString>

#include <array>
#include <optional>

class QApplication;

namespace hyperdrift::ui {

enum class ThemeKind { Light, Dark, Projector };

struct Theme {
    ThemeKind kind = ThemeKind::Light;
    QColor window;    ///< behind the cards
    QColor card;      ///< panels, plots, run bar
    QColor border;    ///< hairline around cards and fields
    QColor field;     ///< ground of input fields
    QColor text;      ///< main text
    QColor textMuted; ///< axis numbers, predicted values
    QColor accent;    ///< links, sliders, focus ring
    QColor warning;   ///< ground of the message bar
    QColor grid;      ///< grid lines of plots
    QColor axis;      ///< axis lines
    QColor theory;    ///< theory's lines, the star, the valley
    QColor casing;    ///< around trails on the landscape
    std::array<QColor, 6> runs;
    std::array<QColor, 6> runText;   ///< the same hues where they are text: ≥ 4.5:1 on card and casing
    std::array<QColor, 8> landscape; ///< low loss to high loss, pale
    QColor contour;
    double fontPointSize = 10; ///< body text
    double plotLineWidth = 2;  ///< measured series
};

Theme makeTheme(ThemeKind kind);
/// Fusion style, palette, style sheet and font of the whole application.
void applyTheme(QApplication& application, const Theme& theme);

QString themeName(ThemeKind kind); ///< "light", "dark", "projector"
std::optional<ThemeKind> themeKind(const QString& name);

/// Contrast of two opaque colours after WCAG 2: 1 (equal) to 21 (black on white).
double contrastRatio(const QColor& one, const QColor& other);

enum class RunMarker { Square, Circle, Diamond, TriangleUp, TriangleDown, Cross };
RunMarker runMarker(int run); ///< of run 0, 1, …: square, circle, diamond, …

} // namespace hyperdrift::ui
