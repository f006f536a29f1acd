// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/PlaceText.h"

#include <QRegularExpression>

#include <cmath>

namespace skein {

using namespace Qt::StringLiterals;

std::optional<double> readDegrees(const QString& text, double most)
{
    static const QRegularExpression form(u"^[+-]?[0-9]{1,3}([.,][0-9]{1,15})?$"_s);
    QString number = text.trimmed();
    number.replace(QChar(0x2212), u'-'); // as typeset pages write it
    if (!form.match(number).hasMatch())
        return std::nullopt;
    number.replace(u',', u'.');
    const double degrees = number.toDouble();
    return std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt;
}

std::optional<std::pair<double, double>> readCoordinates(const QString& text)
{
    // What parts the two: a semicolon, a comma with a blank, or blanks, in this order.
    static const QList<QRegularExpression> parters{QRegularExpression(u"\\s*;\\s*"_s),
        QRegularExpression(u",\\s+"_s), QRegularExpression(u"\\s+"_s), QRegularExpression(u","_s)};
    for (const QRegularExpression& parter : parters) {
        const QStringList parts = text.trimmed().split(parter);
        if (parts.size() != 2)
            continue;
        const auto latitude = readDegrees(parts.first(), mostLatitude);
        const auto longitude = readDegrees(parts.last(), mostLongitude);
        // "48,2" alone is one number.
        const bool isOneNumber = parter.pattern() == u","_s && !text.contains(u'.');
        if (latitude && longitude && !isOneNumber)
            return std::pair(*latitude, *longitude);
    }
    return std::nullopt;
}

QString degreesText(double degrees)
{
    QString text = QString::number(degrees, 'f', 6);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0"_s ? u"0"_s : text;
}

QJsonObject placeJson(const QString& name, double latitude, double longitude)
{
    return {{u"type"_s, u"location"_s}, {u"name"_s, name.trimmed()},
        {u"lat"_s, degreesText(latitude)}, {u"lng"_s, degreesText(longitude)}};
}

} // namespace skein
