// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/AttachButton.h"
#include "ui/composer/AttachmentStrip.h"
#include "ui/composer/Composer.h"
#include "ui/composer/DropArea.h"
#include "ui/composer/EnclosureCard.h"
#include "ui/composer/Enclosures.h"
#include "ui/composer/LocationDialog.h"
#include "ui/composer/MessageField.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace composerAttachingTest {

namespace {

QImage blue(QSize size = {24, 16})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    return image;
}

ConversationId group(const QString& id) { return ConversationId::group(id); }

} // namespace

// How files, pictures and places come to a message by button, paste and drag, and what is sent.
class tst_ComposerAttaching : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theMenuOffersThreeKinds();
    void filesOfTheDialogAreAttached();
    void aPlaceOfTheDialogIsAttachedAndSent();
    void aPastedPictureIsAttachedAndTextIsPasted();
    void picturesAloneCanBeSent();
    void aCaptionGoesWithThePicture();
    void sendingWaitsForWhatIsStillRead();
    void typingMeanwhileSendsNothing();
    void aRefusedFileSaysSoAndSendsNothing();
    void theSentenceGoesWithTheNextLetter();
    void filesDroppedOnThePaneAreAttached();
    void theHintIsThereOnlyWhileDragging();
    void textDraggedOverTheFieldIsItsOwn();
    void nothingIsDroppedWhereNobodyMayWrite();
    void whatWasSentIsForgotten();
    void attachmentsStayWithTheirConversation();
    void whatIsStillReadWhenOneLeavesGoesToItsConversation();
    void whatComesBackInterruptsNothingThatIsRead();
    void moreThanAMessageTakesIsSaidAndNotSent();
    void whatComesBackBringsItsFiles();
    void removingTheLastLeavesTheKeyboardInTheField();
    void theKeyboardReachesEverything();

private:
    MessageField& field() { return *m_composer->findChild<MessageField*>(); }
    QPushButton& send() { return *m_composer->findChild<QPushButton*>(); }
    AttachmentStrip& strip() { return *m_composer->findChild<AttachmentStrip*>(); }
    Enclosures& enclosures() { return m_composer->enclosures(); }
    ComposedMessage sent(qsizetype at = 0)
    {
        return m_sent->value(at).value(0).value<ComposedMessage>();
    }
    bool isRead()
    {
        return QTest::qWaitFor([this] { return !enclosures().isBusy(); });
    }
    QString write(const QString& name, const QByteArray& bytes);
    bool drag(QEvent::Type type, QWidget& over, const QMimeData& data);
    bool says(const QString& words);
    void choose(const QString& entry);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    Composer* m_composer = nullptr;
    std::unique_ptr<QSignalSpy> m_sent;
    QHash<ConversationId, MessageDraft> m_kept;
    QList<std::pair<ConversationId, OutgoingFile>> m_added;
};

void tst_ComposerAttaching::init()
{
    m_window.reset();
    m_kept.clear();
    m_added.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    m_composer = new Composer(m_window.get());
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_composer);
    m_composer->setDrafts({.load =
                               [this](const ConversationId& id) {
                                   return later(m_composer,
                                       Result<ComposerDraft>({m_kept.value(id), {}, {}}));
                               },
        .save
        = [this](const ConversationId& id, const MessageDraft& draft) { m_kept.insert(id, draft); },
        .add = [this](const ConversationId& id,
                   const OutgoingFile& file) { m_added.append({id, file}); }});
    m_composer->acceptDropsOn(*m_window);
    m_composer->setConversation(group(u"77"_s), u"Rowing"_s);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->focusField();
    QCoreApplication::processEvents();
    m_sent = std::make_unique<QSignalSpy>(m_composer, &Composer::sendRequested);
}

QString tst_ComposerAttaching::write(const QString& name, const QByteArray& bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

/// Whether it was taken.
bool tst_ComposerAttaching::drag(QEvent::Type type, QWidget& over, const QMimeData& data)
{
    if (type == QEvent::Drop) {
        QDropEvent event({5, 5}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&over, &event);
        return event.isAccepted();
    }
    QDragEnterEvent event({5, 5}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&over, &event);
    return event.isAccepted();
}

bool tst_ComposerAttaching::says(const QString& words)
{
    for (const QLabel* label : m_composer->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void tst_ComposerAttaching::choose(const QString& entry)
{
    for (QAction* action : m_composer->findChild<AttachButton*>()->choices()->actions()) {
        if (action->text().remove(u'&').startsWith(entry))
            return action->trigger();
    }
    QFAIL("no such entry");
}

void tst_ComposerAttaching::theMenuOffersThreeKinds()
{
    auto& button = *m_composer->findChild<AttachButton*>();
    QCOMPARE(button.accessibleName(), u"Attach"_s);
    m_composer->openAttach();
    QVERIFY(button.choices()->isVisible());
    button.choices()->close();
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(button.choices()->isVisible());
    QStringList entries;
    for (const QAction* action : button.choices()->actions())
        entries.append(action->text().remove(u'&'));
    QCOMPARE(entries, (QStringList{u"Photo\u2026"_s, u"File\u2026"_s, u"Location\u2026"_s}));
    button.choices()->close();
}

void tst_ComposerAttaching::filesOfTheDialogAreAttached()
{
    choose(u"File"_s);
    auto* dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFiles);
    emit dialog->filesSelected({write(u"a.txt"_s, "a"), write(u"b.txt"_s, "b")});
    dialog->close();
    QVERIFY(isRead());
    QCOMPARE(enclosures().files().size(), 2);
    QVERIFY(strip().isVisible());
}

void tst_ComposerAttaching::aPlaceOfTheDialogIsAttachedAndSent()
{
    choose(u"Location"_s);
    auto* dialog = m_window->findChild<LocationDialog*>();
    QVERIFY(dialog);
    const auto fields = dialog->findChildren<QLineEdit*>();
    fields.at(0)->setText(u"Boathouse"_s);
    fields.at(1)->setText(u"48.2, 16.37"_s);
    QTest::keyClick(fields.at(2), Qt::Key_Return);
    QVERIFY(send().isEnabled());
    QTest::mouseClick(&send(), Qt::LeftButton);
    QCOMPARE(sent().text, QString());
    QCOMPARE(sent().attachments.size(), 1);
    const QJsonObject place = sent().attachments.first().toObject();
    QCOMPARE(place.value(u"type"_s), u"location"_s);
    QCOMPARE(place.value(u"lat"_s), u"48.2"_s);
    QCOMPARE(place.value(u"lng"_s), u"16.37"_s);
    QVERIFY(sent().files.isEmpty());
}

void tst_ComposerAttaching::aPastedPictureIsAttachedAndTextIsPasted()
{
    QGuiApplication::clipboard()->setImage(blue());
    QTest::keySequence(&field(), QKeySequence::Paste);
    QVERIFY(isRead());
    QCOMPARE(enclosures().files().size(), 1);
    QCOMPARE(field().toPlainText(), QString());
    QGuiApplication::clipboard()->setText(u"words"_s);
    QTest::keySequence(&field(), QKeySequence::Paste);
    QCOMPARE(field().toPlainText(), u"words"_s);
    QCOMPARE(enclosures().files().size(), 1);
}

void tst_ComposerAttaching::picturesAloneCanBeSent()
{
    QVERIFY(!send().isEnabled());
    enclosures().addImage(blue());
    enclosures().addImage(blue());
    QVERIFY(isRead());
    QVERIFY(send().isEnabled());
    QCOMPARE(field().placeholderText(), u"Add a caption"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(sent().text, QString());
    QCOMPARE(sent().files.size(), 2);
    QCOMPARE(sent().files.first().pixels, QSize(24, 16));
    QCOMPARE(sent().attachments, QJsonArray());
}

void tst_ComposerAttaching::aCaptionGoesWithThePicture()
{
    enclosures().addImage(blue());
    QVERIFY(isRead());
    QTest::keyClicks(&field(), u" the new oars "_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(sent().text, u"the new oars"_s);
    QCOMPARE(sent().files.size(), 1);
}

void tst_ComposerAttaching::sendingWaitsForWhatIsStillRead()
{
    enclosures().addImage(blue({1200, 900}));
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QVERIFY(isRead());
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(sent().files.size(), 1);
}

void tst_ComposerAttaching::typingMeanwhileSendsNothing()
{
    enclosures().addImage(blue({1200, 900}));
    QTest::keyClick(&field(), Qt::Key_Return);
    QTest::keyClicks(&field(), u"wait"_s);
    QVERIFY(isRead());
    QCoreApplication::processEvents();
    QCOMPARE(m_sent->size(), 0);
}

void tst_ComposerAttaching::aRefusedFileSaysSoAndSendsNothing()
{
    QTest::keyClicks(&field(), u"look"_s);
    enclosures().addPaths({write(u"empty.txt"_s, {})});
    QTest::keyClick(&field(), Qt::Key_Return);
    QVERIFY(isRead());
    QCoreApplication::processEvents();
    QVERIFY(says(u"empty.txt is empty."_s));
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(field().toPlainText(), u"look"_s);
}

void tst_ComposerAttaching::theSentenceGoesWithTheNextLetter()
{
    enclosures().addPaths({m_folder->path()});
    QVERIFY(isRead());
    QVERIFY(says(u"Only files can be sent."_s));
    QTest::keyClicks(&field(), u"a"_s);
    QVERIFY(!says(u"Only files can be sent."_s));
}

void tst_ComposerAttaching::filesDroppedOnThePaneAreAttached()
{
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(write(u"a.txt"_s, "a")), QUrl::fromLocalFile(write(u"b.txt"_s, "b"))});
    QVERIFY(drag(QEvent::DragEnter, *m_window, data));
    QVERIFY(drag(QEvent::Drop, *m_window, data));
    QVERIFY(isRead());
    QCOMPARE(enclosures().files().size(), 2);
    QVERIFY(field().hasFocus());
}

void tst_ComposerAttaching::theHintIsThereOnlyWhileDragging()
{
    QWidget& hint = *m_window->findChild<DropArea*>()->hint();
    QMimeData data;
    data.setImageData(blue());
    QVERIFY(!hint.isVisible());
    QVERIFY(drag(QEvent::DragEnter, *m_window, data));
    QVERIFY(hint.isVisible());
    QCOMPARE(hint.geometry(), m_window->rect());
    QDragLeaveEvent leaves;
    QCoreApplication::sendEvent(m_window.get(), &leaves);
    QVERIFY(!hint.isVisible());
    QVERIFY(drag(QEvent::DragEnter, *m_window, data));
    QVERIFY(drag(QEvent::Drop, *m_window, data));
    QVERIFY(!hint.isVisible());
}

void tst_ComposerAttaching::textDraggedOverTheFieldIsItsOwn()
{
    QMimeData words;
    words.setText(u"words"_s);
    QVERIFY(!drag(QEvent::DragEnter, *m_window, words));
    QVERIFY(drag(QEvent::DragEnter, *field().viewport(), words));
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(write(u"a.txt"_s, "a"))});
    QVERIFY(drag(QEvent::DragEnter, *field().viewport(), file));
    QVERIFY(m_window->findChild<DropArea*>()->hint()->isVisible()); // the pane took it
}

void tst_ComposerAttaching::nothingIsDroppedWhereNobodyMayWrite()
{
    QMimeData data;
    data.setImageData(blue());
    m_composer->setBarred(u"Only admins can write here."_s);
    QVERIFY(!drag(QEvent::DragEnter, *m_window, data));
    drag(QEvent::Drop, *m_window, data);
    QVERIFY(enclosures().isEmpty());
    m_composer->setBarred({});
    QVERIFY(drag(QEvent::DragEnter, *m_window, data));
}

void tst_ComposerAttaching::whatWasSentIsForgotten()
{
    enclosures().addImage(blue());
    QVERIFY(isRead());
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(enclosures().files().size(), 1); // until somebody has it
    m_composer->clear();
    QVERIFY(enclosures().isEmpty());
    QVERIFY(!strip().isVisible());
    QVERIFY(m_kept.contains(group(u"77"_s)));
    QVERIFY(m_kept.value(group(u"77"_s)).isEmpty());
    QCOMPARE(field().placeholderText(), u"Message Rowing"_s);
}

void tst_ComposerAttaching::attachmentsStayWithTheirConversation()
{
    enclosures().addImage(blue());
    enclosures().addPlace({{u"type"_s, u"location"_s}, {u"name"_s, u"Boathouse"_s}});
    QVERIFY(isRead());
    const QList<OutgoingFile> files = enclosures().files();
    m_composer->setConversation(group(u"78"_s), u"Chess"_s);
    QVERIFY(enclosures().isEmpty());
    QVERIFY(!strip().isVisible());
    m_composer->setConversation(group(u"77"_s), u"Rowing"_s);
    QTRY_COMPARE(enclosures().files(), files);
    QCOMPARE(enclosures().places().size(), 1);
}

void tst_ComposerAttaching::whatIsStillReadWhenOneLeavesGoesToItsConversation()
{
    enclosures().addImage(blue({1200, 900}));
    m_composer->setConversation(group(u"78"_s), u"Chess"_s);
    QVERIFY(enclosures().isEmpty());
    QTRY_COMPARE(m_added.size(), 1);
    QCOMPARE(m_added.first().first, group(u"77"_s));
    QCOMPARE(m_added.first().second.pixels, QSize(1200, 900));
    QVERIFY(enclosures().isEmpty());
    QVERIFY(m_kept.value(group(u"78"_s)).isEmpty());
}

void tst_ComposerAttaching::whatComesBackInterruptsNothingThatIsRead()
{
    enclosures().addImage(blue({1200, 900}));
    m_composer->giveBack(u"first"_s);
    QCOMPARE(field().toPlainText(), u"first"_s);
    QVERIFY(isRead());
    QCOMPARE(enclosures().files().size(), 1);
}

void tst_ComposerAttaching::moreThanAMessageTakesIsSaidAndNotSent()
{
    OutgoingContent before;
    for (int i = 0; i < Enclosures::most; ++i)
        before.files.append({.kind = OutgoingFile::Kind::File,
            .staged = u"copy"_s + QString::number(i),
            .name = u"tides.pdf"_s,
            .mimeType = "application/pdf",
            .size = 5,
            .pixels = {}});
    enclosures().addImage(blue());
    QVERIFY(isRead());
    m_composer->giveBack(before);
    QCOMPARE(enclosures().files().size(), Enclosures::most + 1);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QVERIFY(says(u"at most 10"_s));
}

void tst_ComposerAttaching::whatComesBackBringsItsFiles()
{
    enclosures().addImage(blue());
    QVERIFY(isRead());
    QTest::keyClicks(&field(), u"first"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    const ComposedMessage message = sent();
    m_composer->clear();
    QTest::keyClicks(&field(), u"since"_s);
    m_composer->giveBack(message);
    QCOMPARE(field().toPlainText(), u"first\nsince"_s);
    QTRY_COMPARE(enclosures().files(), message.files);
}

void tst_ComposerAttaching::removingTheLastLeavesTheKeyboardInTheField()
{
    enclosures().addImage(blue());
    QVERIFY(isRead());
    EnclosureCard* card = strip().cards().first();
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Delete);
    QVERIFY(enclosures().isEmpty());
    QVERIFY(field().hasFocus());
}

void tst_ComposerAttaching::theKeyboardReachesEverything()
{
    enclosures().addImage(blue());
    enclosures().addImage(blue());
    QVERIFY(isRead());
    QStringList names;
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Backtab);
        names.append(m_window->focusWidget()->accessibleName());
    }
    QCOMPARE(names, (QStringList{u"Photo 2 of 2, remove"_s, u"Photo 1 of 2, remove"_s}));
    field().setFocus();
    names.clear();
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        names.append(m_window->focusWidget()->accessibleName());
    }
    QCOMPARE(names, (QStringList{u"Attach"_s, u"Emoji"_s, u"Send"_s}));
}

SKEIN_TEST(tst_ComposerAttaching)

} // namespace composerAttachingTest

#include "tst_ComposerAttaching.moc"
