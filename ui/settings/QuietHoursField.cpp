// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/QuietHoursField.h"

#include "core/platform/Settings.h"
#include "core/types/QuietHours.h"
#include "ui/theme/FoldedText.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// As QuietHours names them.
const QStringList days{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};

/// The names of days exchanged, whatever their accents; everything else as it is.
QString renamed(const QString& text, const QStringList& from, const QStringList& to)
{
    static const QRegularExpression word(u"\\p{L}+"_s);
    QString result;
    qsizetype end = 0;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const auto hit = match.next();
        const auto day = std::ranges::find_if(
            from, [&](const QString& each) { return folded(each) == folded(hit.captured()); });
        result += text.mid(end, hit.capturedStart() - end)
            + (day == from.end() ? hit.captured() : to.value(day - from.begin()));
        end = hit.capturedEnd();
    }
    return result + text.mid(end);
}

} // namespace

QuietHoursField::QuietHoursField(Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_days(tr("Mon Tue Wed Thu Fri Sat Sun").split(u' '))
    , m_field(new QLineEdit(renamed(settings.value(setting::quietHours), days, m_days), this))
    , m_words(plainLabel(this))
{
    m_field->setAccessibleName(tr("Quiet hours"));
    m_field->setPlaceholderText(tr("For example: Mon-Fri 22:00-07:00; Sat-Sun 00:00-10:00"));
    m_field->setTextMargins(metrics::unit, 0, metrics::unit, 0);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &QuietHoursField::take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_words);
    say(true);
}

void QuietHoursField::take()
{
    const auto hours = QuietHours::fromText(renamed(m_field->text(), m_days, days));
    if (hours)
        m_settings.set(setting::quietHours, hours->toText());
    say(hours.has_value());
}

void QuietHoursField::say(bool isRead)
{
    m_isRead = isRead;
    const QString meaning = isRead
        ? tr("Nothing is shown then; what came meanwhile is told of at the end. Empty: never.")
        : tr("Days and times, as in: Mon-Fri 22:00-07:00. Until that can be read, nothing "
             "changes.");
    m_words->setText(meaning);
    m_field->setAccessibleDescription(meaning);
    const Theme theme = Theme::from(palette());
    m_words->setPalette(inked(palette(), isRead ? theme.meta : theme.warning));
}

void QuietHoursField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        say(m_isRead);
    QWidget::changeEvent(event);
}

} // namespace skein
