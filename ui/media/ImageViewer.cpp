// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/media/ImageViewer.h"

#include "core/base/Background.h"
#include "core/base/TimeOfDay.h"
#include "core/base/WhenDone.h"
#include "core/types/FileNames.h"
#include "ui/media/PictureCanvas.h"
#include "ui/media/PictureReader.h"
#include "ui/media/ViewerButton.h"
#include "ui/theme/Announce.h"
#include "ui/theme/Avatar.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QString askWhere(QWidget* parent, const QString& suggested)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return QFileDialog::getSaveFileName(
        parent, ImageViewer::tr("Save photo"), folder + u'/' + suggested);
}

} // namespace

ImageViewer::ImageViewer(ViewedPictures& pictures, QWidget* window, AskPath askPath)
    : QWidget(window)
    , m_pictures(pictures)
    , m_askPath(askPath ? std::move(askPath) : AskPath(askWhere))
    , m_focusBefore(window->focusWidget())
{
    m_writer.setMaxThreadCount(1);
    setAccessibleName(tr("Photos"));
    build();
    window->installEventFilter(this);
    setGeometry(window->rect());
    connect(&pictures, &ViewedPictures::changed, this, [this](const QUrl& url) {
        if (url == shown().url)
            refresh();
    });
    connect(m_canvas, &PictureCanvas::clickedBeside, this, &ImageViewer::leave);
    connect(m_canvas, &PictureCanvas::clickedStill, this, &ImageViewer::play);
}

ImageViewer::~ImageViewer() = default;

void ImageViewer::open(const QList<ViewedPicture>& list, qsizetype index)
{
    if (list.isEmpty()) {
        leave();
        return;
    }
    m_list = list;
    m_index = -1;
    goTo(std::clamp<qsizetype>(index, 0, list.size() - 1));
    QWidget::show();
    raise();
    m_canvas->setFocus();
}

void ImageViewer::setPictures(const QList<ViewedPicture>& list)
{
    const auto now = list.indexOf(shown());
    if (now < 0)
        return;
    m_list = list;
    if (std::exchange(m_index, now) == 0 && now > 0)
        m_said->hide(); // it spoke of the oldest
    refresh();
}

void ImageViewer::setOlder(Older older)
{
    m_older = older;
    if (m_index == 0)
        tellOlder();
    refresh();
}

/// Again, where that may help; else it is only said again.
void ImageViewer::askForOlder()
{
    if (m_older == Older::Loading || m_older == Older::None)
        tellOlder();
    else
        emit reachedOldest();
}

void ImageViewer::tellOlder()
{
    switch (m_older) {
    case Older::Unasked:
        return;
    case Older::Loading:
        return say(tr("Looking for older photos"));
    case Older::None:
        return say(tr("There is no older photo."));
    case Older::Further:
        return say(tr("No older photo nearby. Go back once more to look further."));
    case Older::Failed:
        return say(tr("Older photos could not be loaded. Go back once more to try again."));
    }
}

void ImageViewer::goTo(qsizetype index)
{
    if (index < 0 && m_index == 0)
        return askForOlder();
    if (index < 0 || index >= m_list.size() || index == m_index)
        return;
    m_index = index;
    m_said->hide();
    QList<QUrl> beside;
    for (const qsizetype each : {index + 1, index - 1}) {
        if (each >= 0 && each < m_list.size())
            beside.append(m_list.at(each).url);
    }
    m_pictures.want(shown().url, beside);
    refresh();
    if (index == 0)
        askForOlder();
}

/// Says and shows what is known of the picture now.
void ImageViewer::refresh()
{
    const Picture picture = m_pictures.picture(shown().url);
    const bool isAnother = m_painted != shown().url || picture.image.isNull();
    m_painted = picture.image.isNull() ? QUrl() : shown().url;
    m_canvas->setPicture(picture.image, isAnother);
    m_canvas->setLoading(
        picture.state == Picture::State::Loading || picture.state == Picture::State::Absent);
    m_canvas->setStill(picture.isStill);
    const bool isHere = !picture.image.isNull();
    for (ViewerButton* button : {m_zoomIn, m_zoomOut, m_rotate, m_copy, m_save})
        button->setEnabled(isHere);
    const bool mayLook = m_older == Older::Further || m_older == Older::Failed;
    m_previous->setEnabled(m_index > 0 || mayLook);
    m_next->setEnabled(m_index + 1 < m_list.size());
    m_previous->setVisible(m_previous->isEnabled());
    m_next->setVisible(m_next->isEnabled());
    tellTrouble(picture);
    tellWhat(picture);
    place();
}

void ImageViewer::tellWhat(const Picture& picture)
{
    const QDateTime& time = shown().time;
    const QString when = time.isValid() ? locale().toString(time.date(), QLocale::ShortFormat)
            + u' ' + timeOfDay(time.time(), locale())
                                        : QString();
    const QString where = tr("%1 of %2").arg(m_index + 1).arg(m_list.size());
    m_face->setPerson({shown().senderId, shown().sender, shown().senderPicture});
    m_who->setText(shown().sender);
    m_when->setText(when);
    m_place->setText(where);
    m_place->setVisible(m_list.size() > 1);
    QString state;
    if (!picture.image.isNull())
        state = tr("%1 by %2").arg(picture.image.width()).arg(picture.image.height())
            + (picture.isStill ? tr(", stands still: Space plays it") : QString());
    else if (m_trouble->isHidden())
        state = tr("loading");
    else
        state = m_troubleWords->text();
    const QString name = tr("Photo %1 from %2, %3, %4").arg(where, shown().sender, when, state);
    if (name == m_canvas->accessibleName())
        return;
    m_canvas->setAccessibleName(name);
}

void ImageViewer::tellTrouble(const Picture& picture)
{
    const bool isWithheld = picture.state == Picture::State::Withheld;
    m_trouble->setVisible(isWithheld || picture.state == Picture::State::Failed);
    m_troubleWords->setText(isWithheld
            ? tr("This photo is kept by %1, not by GroupMe.").arg(shown().url.host())
            : tr("The photo could not be loaded."));
    m_retry->setText(isWithheld ? tr("Load photo") : tr("Retry"));
}

void ImageViewer::say(const QString& words)
{
    m_said->setText(words);
    m_said->show();
    place();
    announce(*m_said, m_said->text());
}

void ImageViewer::play()
{
    if (m_pictures.picture(shown().url).isStill)
        m_pictures.play(shown().url);
}

void ImageViewer::copy()
{
    const QImage image = m_pictures.picture(shown().url).image;
    if (image.isNull())
        return;
    QGuiApplication::clipboard()->setImage(image);
    say(tr("Copied."));
}

QString ImageViewer::suggestedName() const
{
    const QString time = shown().time.toString(u"yyyy-MM-dd hh-mm-ss"_s);
    return safeFileName(tr("Photo %1").arg(time).trimmed());
}

void ImageViewer::save()
{
    if (!m_save->isEnabled())
        return;
    whenDone(this, m_pictures.bytes(shown().url), [this](const Result<QByteArray>& bytes) {
        if (!bytes) {
            say(tr("The photo could not be loaded."));
            return;
        }
        const QByteArray format = pictureFormat(*bytes);
        const QString suffix = format == "jpeg" ? u"jpg"_s : QString::fromLatin1(format);
        const QString path = m_askPath(this, suggestedName() + u'.' + suffix);
        if (!path.isEmpty())
            write(path, *bytes);
    });
}

void ImageViewer::write(const QString& path, const QByteArray& bytes)
{
    const auto work = [path, bytes]() -> Result<bool> {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.commit();
    };
    whenDone(this, inBackground(m_writer, work), [this](const Result<bool>& written) {
        say(written.value_or(false) ? tr("Saved.") : tr("The photo could not be saved there."));
    });
}

void ImageViewer::leave()
{
    if (m_focusBefore)
        m_focusBefore->setFocus();
    hide();
    emit closed();
    deleteLater();
}

} // namespace skein
