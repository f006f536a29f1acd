// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoLandscape.h"

#include "app/demo/DemoCorpus.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace skein::demo {

namespace {

using Kind = DemoScene::Kind;

struct Look {
    QColor skyTop;
    QColor skyLow;
    QColor light; ///< sun or moon
    QColor far; ///< the ridge at the horizon
    QColor near; ///< the one before the eye
    QColor water; ///< invalid: land to the lower edge
    double horizon; ///< share of the height
    double ruggedness;
};

Look lookOf(Kind kind)
{
    switch (kind) {
    case Kind::Mountains:
        return {{58, 120, 190}, {214, 232, 245}, {255, 252, 240}, {150, 176, 205}, {38, 66, 72}, {},
            0.62, 0.24};
    case Kind::Meadow:
        return {{92, 160, 214}, {238, 240, 220}, {255, 246, 205}, {150, 184, 170}, {62, 110, 58},
            {}, 0.58, 0.07};
    case Kind::Fog:
        return {{176, 190, 196}, {226, 230, 228}, {250, 246, 236}, {190, 200, 202}, {84, 104, 108},
            {168, 184, 188}, 0.56, 0.08};
    case Kind::Night:
        return {{10, 14, 44}, {52, 62, 110}, {240, 240, 224}, {40, 48, 88}, {14, 18, 40},
            {18, 26, 60}, 0.6, 0.06};
    default:
        return {{52, 66, 120}, {250, 190, 140}, {255, 236, 190}, {150, 112, 132}, {44, 48, 70},
            {96, 96, 130}, 0.58, 0.12};
    }
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

class Canvas {
public:
    Canvas(QImage& image, const DemoScene& scene)
        : m_painter(&image)
        , m_look(lookOf(scene.kind))
        , m_kind(scene.kind)
        , m_w(scene.size.width())
        , m_h(scene.size.height())
        , m_dice(scene.seed * 7907 + 11)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
    }

    void paint()
    {
        sky();
        for (int layer = 0; layer < 4; ++layer)
            ridge(layer);
        if (m_look.water.isValid())
            water();
        else
            trees();
        if (m_kind == Kind::Lake || m_kind == Kind::Fog)
            boat();
    }

private:
    [[nodiscard]] double chance() { return m_dice.below(10'000) / 10'000.0; }

    void sky()
    {
        QLinearGradient gradient(0, 0, 0, m_h * m_look.horizon);
        gradient.setColorAt(0, m_look.skyTop);
        gradient.setColorAt(1, m_look.skyLow);
        m_painter.fillRect(QRectF(0, 0, m_w, m_h), gradient);
        if (m_kind == Kind::Night)
            stars();
        m_sun = {m_w * (0.25 + chance() * 0.5), m_h * m_look.horizon * (0.35 + chance() * 0.35)};
        const double radius = std::min(m_w, m_h) * 0.05;
        QRadialGradient glow(m_sun, radius * 7);
        QColor rim = m_look.light;
        rim.setAlpha(140);
        glow.setColorAt(0, rim);
        rim.setAlpha(0);
        glow.setColorAt(1, rim);
        m_painter.fillRect(QRectF(0, 0, m_w, m_h), glow);
        m_painter.setBrush(m_look.light);
        m_painter.drawEllipse(m_sun, radius, radius);
        clouds();
    }

    void stars()
    {
        for (int i = 0; i < 160; ++i) {
            m_painter.setBrush(QColor(255, 255, 255, 60 + m_dice.below(160)));
            const double size = m_w * 0.0006 * (1 + m_dice.below(3));
            m_painter.drawEllipse(
                QPointF(chance() * m_w, chance() * m_h * m_look.horizon), size, size);
        }
    }

    void clouds()
    {
        QColor colour = mixed(m_look.skyLow, Qt::white, 0.4);
        colour.setAlpha(m_kind == Kind::Night ? 14 : 60);
        m_painter.setBrush(colour);
        for (int cloud = 0; cloud < 5; ++cloud) {
            const QPointF middle(chance() * m_w, m_h * (0.06 + chance() * 0.3));
            for (int puff = 0; puff < 9; ++puff) {
                const double across = m_w * (0.03 + chance() * 0.07);
                const QPointF at(middle.x() + (puff - 4) * m_w * 0.025,
                    middle.y() + m_h * 0.01 * (chance() - 0.5));
                m_painter.drawEllipse(at, across, m_h * (0.006 + chance() * 0.016));
            }
        }
    }

    /// A line of hills or peaks; the first is the farthest.
    void ridge(int layer)
    {
        const double depth = layer / 3.0;
        const double base = m_h * (m_look.horizon - 0.12 + depth * 0.12);
        const double height = m_h * m_look.ruggedness * (1 - depth * 0.45);
        std::array<double, 5> phases{};
        for (double& phase : phases)
            phase = chance() * 2 * std::numbers::pi;
        const double stretch = m_w * (0.5 + 0.25 * chance());
        QPolygonF line{{0, m_h}};
        for (double x = 0; x <= m_w + 3; x += 3) {
            double y = 0;
            for (std::size_t n = 0; n < phases.size(); ++n) {
                const double frequency = std::pow(2.1, double(n));
                const double wave = std::sin(x / stretch * 5 * frequency + phases.at(n));
                y += (m_kind == Kind::Mountains ? 1 - 2 * std::abs(wave) : wave) / frequency;
            }
            line << QPointF(x, base - height * 0.5 * y);
        }
        line << QPointF(m_w, m_h);
        const QColor colour = mixed(m_look.far, m_look.near, depth);
        QLinearGradient gradient(0, base - height, 0, m_h * m_look.horizon + m_h * 0.1);
        const bool hasSnow = m_kind == Kind::Mountains && layer < 2;
        gradient.setColorAt(
            0, hasSnow ? QColor(248, 250, 255) : mixed(colour, m_look.skyLow, 0.12));
        gradient.setColorAt(hasSnow ? 0.5 : 0.3, colour);
        gradient.setColorAt(1, mixed(colour, m_look.skyLow, 0.35 * (1 - depth)));
        m_painter.setBrush(gradient);
        m_painter.drawPolygon(line);
        if (m_kind == Kind::Night && layer == 3)
            windows(base);
    }

    void windows(double base)
    {
        for (int house = 0; house < 46; ++house) {
            const double x = chance() * m_w;
            const double top = base - m_h * (0.01 + chance() * 0.06);
            const double width = m_w * (0.012 + chance() * 0.015);
            m_painter.setBrush(m_look.near);
            m_painter.drawRect(QRectF(x, top, width, m_h * m_look.horizon - top));
            m_painter.setBrush(QColor(255, 210, 130, 210));
            for (int i = 0; i < 5; ++i)
                m_painter.drawRect(QRectF(x + width * (0.2 + 0.35 * (i % 2)),
                    top + m_h * 0.008 + m_h * 0.014 * (i / 2.0), width * 0.2, m_h * 0.006));
        }
    }

    /// What stands above the horizon, upside down and washed out, with the light on it.
    void water()
    {
        const int edge = static_cast<int>(m_h * m_look.horizon);
        const auto* shown = static_cast<const QImage*>(m_painter.device());
        const QImage above = shown->copy(0, 0, int(m_w), edge).mirrored(false, true);
        m_painter.drawImage(QRectF(0, edge, m_w, m_h - edge), above,
            QRectF(0, 0, m_w, std::min<double>(m_h - edge, edge)));
        QLinearGradient veil(0, edge, 0, m_h);
        QColor tint = m_look.water;
        tint.setAlpha(70);
        veil.setColorAt(0, tint);
        tint = m_look.water.darker(150);
        tint.setAlpha(200);
        veil.setColorAt(1, tint);
        m_painter.fillRect(QRectF(0, edge, m_w, m_h - edge), veil);
        for (int i = 0; i < 260; ++i) {
            const double depth = chance() * chance();
            const double y = edge + depth * (m_h - edge);
            const bool isGlint = m_dice.oneIn(3);
            const double x = isGlint ? m_sun.x() + (chance() - 0.5) * m_w * (0.05 + depth * 0.3)
                                     : chance() * m_w;
            QColor streak = isGlint ? m_look.light : mixed(m_look.water, Qt::white, 0.3);
            streak.setAlpha(isGlint ? 120 : 40);
            m_painter.setBrush(streak);
            m_painter.drawEllipse(
                QPointF(x, y), m_w * (0.008 + depth * 0.03), m_h * (0.0008 + depth * 0.003));
        }
    }

    void trees()
    {
        for (int i = 0; i < 70; ++i) {
            const double depth = i / 70.0;
            const double foot = m_h * (m_look.horizon + 0.06 + depth * 0.36);
            const double x = chance() * m_w;
            const double tall = m_h * (0.03 + depth * 0.13) * (0.7 + chance() * 0.6);
            m_painter.setBrush(mixed(m_look.near, QColor(18, 34, 30), 0.3 + depth * 0.6));
            for (int tier = 0; tier < 4; ++tier) {
                const double top = foot - tall * (1 - tier * 0.2);
                const double half = tall * (0.1 + tier * 0.06);
                const double low = top + tall * 0.4;
                m_painter.drawPolygon(QPolygonF{{x, top}, {x - half, low}, {x + half, low}});
            }
        }
    }

    /// A quad with its oars out.
    void boat()
    {
        const double y = m_h * (m_look.horizon + 0.16);
        const double long_ = m_w * 0.34;
        const double x = m_w * (0.2 + chance() * 0.4);
        const QColor dark = mixed(m_look.near, Qt::black, 0.4);
        m_painter.setBrush(dark);
        m_painter.drawPolygon(QPolygonF{{x, y}, {x + long_ * 0.06, y - m_h * 0.006},
            {x + long_ * 0.94, y - m_h * 0.006}, {x + long_, y}, {x + long_ * 0.9, y + m_h * 0.008},
            {x + long_ * 0.1, y + m_h * 0.008}});
        for (int seat = 0; seat < 4; ++seat) {
            const QPointF back(x + long_ * (0.22 + seat * 0.17), y - m_h * 0.005);
            m_painter.setPen(Qt::NoPen);
            m_painter.drawEllipse(back + QPointF(0, -m_h * 0.012), m_w * 0.007, m_h * 0.014);
            m_painter.drawEllipse(
                back + QPointF(m_w * 0.002, -m_h * 0.033), m_w * 0.0045, m_w * 0.0045);
            m_painter.setPen(QPen(dark, std::max(1.0, m_w * 0.0014)));
            m_painter.drawLine(back, back + QPointF(-m_w * 0.03, m_h * 0.035));
        }
        m_painter.setPen(Qt::NoPen);
    }

    QPainter m_painter;
    const Look m_look;
    const Kind m_kind;
    const double m_w;
    const double m_h;
    DemoDice m_dice;
    QPointF m_sun;
};

/// Bars and a line on squared paper, as a training plan's screenshot has them.
void paintChart(QImage& image, DemoDice dice)
{
    const double w = image.width();
    const double h = image.height();
    image.fill(QColor(250, 250, 252));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QColor(225, 228, 234));
    for (int line = 1; line < 8; ++line)
        painter.drawLine(QPointF(w * 0.06, h * line / 8), QPointF(w * 0.96, h * line / 8));
    QPolygonF path;
    painter.setPen(Qt::NoPen);
    for (int bar = 0; bar < 12; ++bar) {
        const double tall = h * (0.15 + dice.below(55) / 100.0);
        const double x = w * (0.08 + bar * 0.073);
        painter.setBrush(bar % 4 == 3 ? QColor(240, 150, 90) : QColor(88, 130, 210));
        painter.drawRoundedRect(QRectF(x, h * 0.875 - tall, w * 0.045, tall), w * 0.006, w * 0.006);
        path << QPointF(x + w * 0.0225, h * (0.5 - bar * 0.025 + dice.below(9) / 100.0));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(40, 150, 120), std::max(2.0, w * 0.005)));
    painter.drawPolyline(path);
}

} // namespace

QImage landscape(const DemoScene& scene)
{
    QImage image(scene.size, QImage::Format_RGB32);
    if (scene.kind == Kind::Chart)
        paintChart(image, DemoDice(scene.seed));
    else
        Canvas(image, scene).paint();
    return image;
}

} // namespace skein::demo
