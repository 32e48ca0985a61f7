#pragma once
// The recording's time as a bar: where it is shown, how far it goes, and where it was changed. Dragging shows
// any past instant.

#include "ui/theme.h"
#include "ui/widgets/marked_slider.h"

#include <cstdint>
#include <vector>

namespace hyperdrift::ui {

class Timeline : public MarkedSlider {
    Q_OBJECT
public:
    struct Mark {
        std::int64_t at;
        int run; ///< its colour
        bool operator==(const Mark& other) const = default;
    };

    explicit Timeline(QWidget* parent = nullptr);

    /// Iteration t of a recording that goes to `head`. While the handle is held, it stays where it is held.
    void setInstant(std::int64_t t, std::int64_t head);
    void setMarks(std::vector<Mark> marks);
    void setTheme(const Theme& theme);

signals:
    /// The person wants to see iteration t.
    void sought(qint64 t);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::int64_t iterationAt(int position) const;
    double xOfIteration(std::int64_t t) const;
    void describe();

    Theme m_theme;
    std::int64_t m_t = 0;
    std::int64_t m_head = 0;
    std::vector<Mark> m_marks;
};

} // namespace hyperdrift::ui
