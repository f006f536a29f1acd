// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/AttachButton.h"

#include "ui/composer/LocationDialog.h"

#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

namespace skein {

namespace {

QStringList photoFilters()
{
    return {AttachButton::tr("Photos (%1)")
                .arg(QStringLiteral("*.png *.jpg *.jpeg *.gif *.webp *.bmp *.tif *.tiff *.heic "
                                    "*.heif *.avif")),
        AttachButton::tr("All files (%1)").arg(QStringLiteral("*"))};
}

} // namespace

AttachButton::AttachButton(QWidget* parent)
    : IconButton(Icon::Plus, tr("Attach"), parent)
    , m_menu(new QMenu(this))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    m_menu->setAccessibleName(tr("Attach"));
    connect(this, &QAbstractButton::clicked, this, &AttachButton::open);
    connect(m_menu->addAction(tr("&Photo\u2026")), &QAction::triggered, this,
        [this] { askForFiles(tr("Attach photos"), photoFilters()); });
    connect(m_menu->addAction(tr("&File\u2026")), &QAction::triggered, this,
        [this] { askForFiles(tr("Attach files"), {}); });
    connect(m_menu->addAction(tr("&Location\u2026")), &QAction::triggered, this,
        &AttachButton::askForPlace);
}

void AttachButton::open()
{
    const QPoint above = mapToGlobal(QPoint(0, -m_menu->sizeHint().height() - 4));
    m_menu->popup(above);
    m_menu->setActiveAction(m_menu->actions().value(0));
}

void AttachButton::askForFiles(const QString& title, const QStringList& filters)
{
    auto* dialog = new QFileDialog(window(), title, m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        m_folder = QFileInfo(paths.value(0)).absolutePath();
        emit pathsChosen(paths);
    });
    dialog->open();
}

void AttachButton::askForPlace()
{
    auto* dialog = new LocationDialog(window());
    connect(dialog, &LocationDialog::placeChosen, this, &AttachButton::placeChosen);
    dialog->open();
}

} // namespace skein
