// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoPortrait.h"

#include "app/demo/DemoCorpus.h"
#include "app/demo/DemoMedia.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int lostPlace = 14; ///< of the cast: the picture is gone
constexpr int foreignPlace = 17; ///< lies on another's host
constexpr int wholePlace = 6; ///< has no smaller versions

} // namespace

QString demoAvatar(int place)
{
    if (place % 3 == 1)
        return u""_s;
    if (place % 6 == 5 && place != foreignPlace)
        return {};
    if (place == foreignPlace)
        return u"https://pictures.example/portrait.jpeg"_s;
    const auto name
        = QCryptographicHash::hash("avatar " + QByteArray::number(place), QCryptographicHash::Md5);
    return u"https://i.groupme.com/512x512.jpeg."_s + QString::fromLatin1(name.toHex());
}

void addDemoAvatars(DemoMedia& media)
{
    using Kind = DemoScene::Kind;
    static constexpr Kind landscapes[] = {Kind::Mountains, Kind::Meadow, Kind::Lake};
    for (int place = 0; place <= demoMyPlace; ++place) {
        const QString address = demoAvatar(place);
        if (address.isEmpty() || place == lostPlace || place == foreignPlace)
            continue;
        const bool isPortrait = place % 5 != 3;
        media.addDrawnBlob(address,
            {isPortrait ? Kind::Portrait : landscapes[place / 5 % 3], {512, 512},
                static_cast<quint32>(place + 1)});
        if (place == wholePlace)
            media.dropVersions(address);
    }
}

namespace demo {

namespace {

class Sitter {
public:
    Sitter(QPainter& painter, double side, quint32 seed)
        : m_painter(painter)
        , m_dice(seed * 6007 + 5)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.scale(side, side); // all below is in shares of the side
    }

    void paint()
    {
        static constexpr QRgb skins[]
            = {0xfff3d3bd, 0xffe2b08c, 0xffc68a63, 0xff9a6342, 0xff6f432b};
        static constexpr QRgb hairs[]
            = {0xff2a2120, 0xff5b3a26, 0xff9a6a3a, 0xffd9b26a, 0xffa9a6a2};
        m_skin = QColor(skins[m_dice.below(5)]);
        m_hair = QColor(hairs[m_dice.below(5)]);
        m_cut = m_dice.below(4);
        background();
        if (m_cut == 0)
            blob({0.27, 0.26, 0.46, 0.56}, m_hair); // long, behind the shoulders
        shoulders();
        blob({0.44, 0.54, 0.12, 0.2}, m_skin.darker(118)); // neck
        blob({0.3, 0.43, 0.06, 0.1}, m_skin.darker(106)); // ears
        blob({0.64, 0.43, 0.06, 0.1}, m_skin.darker(106));
        blob({0.325, 0.24, 0.35, 0.44}, m_skin);
        hair();
        features();
    }

private:
    void blob(const QRectF& rect, const QBrush& brush)
    {
        m_painter.setBrush(brush);
        m_painter.drawEllipse(rect);
    }

    void background()
    {
        const QColor colour = QColor::fromHsv(m_dice.below(360), 50 + m_dice.below(70), 200);
        QRadialGradient light(QPointF(0.35, 0.25), 1);
        light.setColorAt(0, colour.lighter(112));
        light.setColorAt(1, colour.darker(135));
        m_painter.fillRect(QRectF(0, 0, 1, 1), light);
        for (int i = 0; i < 9; ++i) {
            const double size = 0.05 + 0.01 * m_dice.below(14);
            blob({m_dice.below(100) / 100.0 - size / 2, m_dice.below(70) / 100.0, size, size},
                QColor(255, 255, 255, 14 + m_dice.below(24)));
        }
    }

    void shoulders()
    {
        const QColor cloth = QColor::fromHsv(m_dice.below(360), 120, 90 + m_dice.below(110));
        blob({0.12, 0.68, 0.76, 0.7}, cloth);
        blob({0.4, 0.655, 0.2, 0.12}, m_skin.darker(108)); // the collar is open
    }

    void hair()
    {
        QPainterPath cap;
        cap.addEllipse(QRectF(0.305, 0.2, 0.39, 0.4));
        QPainterPath face; // what the hair leaves free
        const double parting = (m_dice.below(9) - 4) / 100.0;
        face.addEllipse(QRectF(0.335 + parting, 0.33, 0.33, 0.42));
        m_painter.setBrush(m_hair);
        m_painter.drawPath(cap - face);
        if (m_cut == 1)
            blob({0.41, 0.11, 0.18, 0.15}, m_hair); // a bun
        if (m_cut != 2)
            return;
        QPainterPath beard;
        beard.addEllipse(QRectF(0.33, 0.4, 0.34, 0.3));
        QPainterPath bare;
        bare.addRect(QRectF(0.2, 0.3, 0.6, 0.24));
        m_painter.drawPath(beard - bare);
    }

    void features()
    {
        const QColor ink(44, 30, 26);
        for (const double x : {0.425, 0.575}) {
            blob({x - 0.014, 0.45, 0.028, 0.034}, ink);
            m_painter.setBrush(m_hair.darker(120));
            m_painter.drawRoundedRect(QRectF(x - 0.034, 0.412, 0.068, 0.012), 0.006, 0.006);
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_skin.darker(135), 0.011, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawArc(QRectF(0.475, 0.47, 0.05, 0.06), 200 * 16, 140 * 16);
        m_painter.setPen(QPen(QColor(150, 60, 56), 0.014, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawArc(QRectF(0.44, 0.52, 0.12, 0.075), 205 * 16, 130 * 16);
        if (!m_dice.oneIn(4))
            return;
        m_painter.setPen(QPen(ink, 0.009)); // glasses
        m_painter.drawEllipse(QRectF(0.37, 0.427, 0.11, 0.085));
        m_painter.drawEllipse(QRectF(0.52, 0.427, 0.11, 0.085));
        m_painter.drawLine(QPointF(0.48, 0.46), QPointF(0.52, 0.46));
    }

    QPainter& m_painter;
    DemoDice m_dice;
    QColor m_skin;
    QColor m_hair;
    int m_cut = 0;
};

} // namespace

QImage portrait(const DemoScene& scene)
{
    QImage image(scene.size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    Sitter(painter, scene.size.width(), scene.seed).paint();
    return image;
}

} // namespace demo
} // namespace skein
