// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/LocationDialog.h"

#include "ui/composer/PlaceText.h"
#include "ui/theme/Announce.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace skein {

LocationDialog::LocationDialog(QWidget* parent) : QDialog(parent), m_flaw(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_WindowPropagation);
    setWindowTitle(tr("Send a location"));
    setAccessibleDescription(tr("A place by its name and its coordinates"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(4);
    m_name = addField(*column, tr("Name"), tr("Boathouse"));
    m_name->setMaxLength(longestName);
    m_latitude = addField(*column, tr("Latitude"), QStringLiteral("48.2082"));
    m_longitude = addField(*column, tr("Longitude"), QStringLiteral("16.3738"));
    m_flaw->setTextFormat(Qt::PlainText);
    m_flaw->setWordWrap(true);
    m_flaw->setPalette(inked(palette(), Theme::from(palette()).warning));
    m_flaw->hide();
    column->addWidget(m_flaw);
    column->addStretch();
    column->addSpacing(2 * metrics::unit);

    column->addLayout(buildButtons());
    setMinimumWidth(400);

    for (QLineEdit* field : {m_latitude, m_longitude}) {
        connect(
            field, &QLineEdit::editingFinished, this, [this, field] { takePair(field->text()); });
        connect(field, &QLineEdit::textChanged, this,
            [this, length = qsizetype(0)](const QString& text) mutable {
                const bool isPasted = text.size() > length + 1; // what is typed is half a pair
                length = text.size();
                if (isPasted)
                    takePair(text);
            });
    }
    m_name->setFocus();
}

LocationDialog::~LocationDialog()
{
    // A field that loses the focus with the dialog would still say that its editing is finished.
    for (QLineEdit* field : {m_latitude, m_longitude})
        field->disconnect(this);
}

QLayout* LocationDialog::buildButtons()
{
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* attach = new QPushButton(tr("Attach"), this);
    attach->setDefault(true);
    cancel->setAccessibleName(cancel->text());
    attach->setAccessibleName(attach->text());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(attach);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(attach, &QPushButton::clicked, this, &LocationDialog::submit);
    return buttons;
}

QLineEdit* LocationDialog::addField(
    QVBoxLayout& column, const QString& caption, const QString& example)
{
    auto* label = new QLabel(caption, this);
    auto* field = new QLineEdit(this);
    label->setFont(scaledFont(font(), 0.92));
    label->setPalette(inked(palette(), Theme::from(palette()).meta));
    label->setBuddy(field);
    field->setAccessibleName(caption);
    field->setPlaceholderText(example);
    field->setTextMargins(metrics::unit, 0, metrics::unit, 0);
    connect(field, &QLineEdit::textChanged, this, [this] { m_flaw->hide(); });
    column.addWidget(label);
    column.addWidget(field);
    column.addSpacing(metrics::unit);
    return field;
}

void LocationDialog::takePair(const QString& text)
{
    const auto pair = readCoordinates(text);
    if (!pair)
        return;
    m_latitude->setText(degreesText(pair->first));
    m_longitude->setText(degreesText(pair->second));
}

void LocationDialog::submit()
{
    const QString name = m_name->text().trimmed();
    const auto latitude = readDegrees(m_latitude->text(), mostLatitude);
    const auto longitude = readDegrees(m_longitude->text(), mostLongitude);
    if (name.isEmpty())
        return blame(m_name, tr("A location needs a name."));
    if (!latitude)
        return blame(m_latitude, tr("A latitude is a number from -90 to 90, such as 48.2082."));
    if (!longitude)
        return blame(m_longitude, tr("A longitude is a number from -180 to 180, such as 16.3738."));
    emit placeChosen(placeJson(name, *latitude, *longitude));
    accept();
}

void LocationDialog::blame(QLineEdit* field, const QString& sentence)
{
    m_flaw->setText(sentence);
    m_flaw->show();
    field->setFocus();
    field->setAccessibleDescription(sentence);
    announce(*m_flaw, m_flaw->text());
}

} // namespace skein
