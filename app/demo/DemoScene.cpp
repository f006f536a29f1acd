// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoScene.h"

#include "app/demo/DemoGif.h"
#include "app/demo/DemoLandscape.h"
#include "app/demo/DemoPortrait.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace skein::demo {

namespace {

constexpr int frames = 16;
constexpr int hundredthsPerFrame = 9;

/// A boat on waves under the sun, in flat colours: the palette of the GIF.
const QList<QRgb>& sailingColours()
{
    static const QList<QRgb> colours{qRgb(252, 214, 165), qRgb(247, 178, 132), qRgb(255, 243, 214),
        qRgb(64, 128, 158), qRgb(42, 98, 130), qRgb(27, 71, 102), qRgb(250, 250, 246),
        qRgb(122, 62, 48)};
    return colours;
}

QPolygonF waveLine(QSize size, double top, double height, double phase)
{
    QPolygonF line;
    for (int x = 0; x <= size.width(); x += 4) {
        const double turn = 2 * std::numbers::pi * (x / (size.width() * 0.5) + phase);
        line << QPointF(x, top + height * std::sin(turn));
    }
    return line << QPointF(size.width(), size.height()) << QPointF(0, size.height());
}

QImage sailingFrame(QSize size, double phase)
{
    QImage image(size, QImage::Format_RGB32);
    const auto colour = [](int index) { return QColor(sailingColours().at(index)); };
    image.fill(colour(0));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    const double w = size.width();
    const double h = size.height();
    painter.fillRect(QRectF(0, h * 0.42, w, h * 0.2), colour(1));
    painter.setBrush(colour(2));
    painter.drawEllipse(QPointF(w * 0.72, h * 0.36), h * 0.13, h * 0.13);
    painter.setBrush(colour(3));
    painter.drawPolygon(waveLine(size, h * 0.58, h * 0.015, phase * 2));
    const double rise = h * 0.02 * std::sin(2 * std::numbers::pi * phase);
    painter.translate(w * 0.4, h * 0.66 + rise);
    painter.rotate(3 * std::cos(2 * std::numbers::pi * phase));
    painter.setBrush(colour(6));
    painter.drawPolygon(QPolygonF{{2, -h * 0.45}, {2, -h * 0.06}, {w * 0.16, -h * 0.06}});
    painter.drawPolygon(QPolygonF{{-2, -h * 0.38}, {-2, -h * 0.06}, {-w * 0.1, -h * 0.06}});
    painter.setBrush(colour(7));
    painter.drawPolygon(QPolygonF{
        {-w * 0.14, -h * 0.04}, {w * 0.18, -h * 0.04}, {w * 0.12, h * 0.05}, {-w * 0.1, h * 0.05}});
    painter.resetTransform();
    painter.setBrush(colour(4));
    painter.drawPolygon(waveLine(size, h * 0.7, h * 0.02, -phase));
    painter.setBrush(colour(5));
    painter.drawPolygon(waveLine(size, h * 0.83, h * 0.03, phase));
    painter.end();
    return image.convertToFormat(QImage::Format_Indexed8, sailingColours(), Qt::ThresholdDither);
}

QByteArray sailing(QSize size)
{
    QList<QImage> all;
    for (int i = 0; i < frames; ++i)
        all.append(sailingFrame(size, double(i) / frames));
    return animatedGif(all, sailingColours(), hundredthsPerFrame);
}

/// PNG where JPEG cannot be written: the bytes tell what they are.
QByteArray written(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, 84)) {
        bytes.clear();
        buffer.seek(0);
        image.save(&buffer, "PNG");
    }
    return bytes;
}

QImage readPicture(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > 40'000'000)
        return {}; // not worth the memory
    return reader.read();
}

} // namespace

QByteArray formatOf(const DemoScene& scene)
{
    using Kind = DemoScene::Kind;
    return scene.kind == Kind::Sailing ? "gif" : scene.kind == Kind::Chart ? "png" : "jpeg";
}

QByteArray drawn(const DemoScene& scene)
{
    if (scene.kind == DemoScene::Kind::Sailing)
        return sailing(scene.size);
    if (scene.kind == DemoScene::Kind::Portrait)
        return written(portrait(scene), "JPEG");
    const bool isPng = scene.kind == DemoScene::Kind::Chart;
    return written(landscape(scene), isPng ? "PNG" : "JPEG");
}

QByteArray fitted(const QByteArray& picture, int side)
{
    const QImage image = readPicture(picture);
    if (image.isNull())
        return {};
    if (image.width() <= side && image.height() <= side)
        return written(image, "JPEG");
    return written(image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation), "JPEG");
}

QByteArray cropped(const QByteArray& picture, int side)
{
    const QImage image = readPicture(picture);
    if (image.isNull())
        return {};
    const int shorter = std::min(image.width(), image.height());
    const QRect middle(
        (image.width() - shorter) / 2, (image.height() - shorter) / 2, shorter, shorter);
    return written(
        image.copy(middle).scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
        "JPEG");
}

} // namespace skein::demo
