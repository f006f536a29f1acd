// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/AttachmentStrip.h"
#include "ui/composer/EnclosureCard.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace attachmentStripTest {

namespace {

QImage red(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

} // namespace

// The cards above the field: what they are called, how they lie, and how they go.
class tst_AttachmentStrip : public QObject {
    Q_OBJECT
private slots:
    void init();
    void isNotThereWithoutAttachments();
    void cardsSayWhatTheyAreAndHowMany();
    void theCrossRemovesAndTheRestOfTheCardDoesNot();
    void keysRemove_data();
    void keysRemove();
    void arrowsGoFromCardToCard();
    void theKeyboardStaysUntilTheLastIsGone();
    void escapeWantsBackToTheField();
    void cardsWrapAndScrollAfterTwoRows();
    void anUploadIsCancelledInsteadOfRemoved();
    void photosShowTheirPictures();

private:
    void add(int photos);
    void addPlace();
    EnclosureCard& card(qsizetype at) { return *m_strip->cards().at(at); }

    std::unique_ptr<Enclosures> m_enclosures;
    std::unique_ptr<QWidget> m_window;
    AttachmentStrip* m_strip = nullptr;
};

void tst_AttachmentStrip::init()
{
    m_window.reset();
    m_enclosures = std::make_unique<Enclosures>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 300);
    m_strip = new AttachmentStrip(*m_enclosures, m_window.get());
    m_strip->resize(400, m_strip->height());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_AttachmentStrip::add(int photos)
{
    for (int i = 0; i < photos; ++i)
        m_enclosures->addImage(red({64, 48}));
    QVERIFY(QTest::qWaitFor([this] { return !m_enclosures->isBusy(); }));
}

void tst_AttachmentStrip::addPlace()
{
    m_enclosures->addPlace({{u"type"_s, u"location"_s}, {u"name"_s, u"Boathouse"_s},
        {u"lat"_s, u"48.2"_s}, {u"lng"_s, u"16.4"_s}});
}

void tst_AttachmentStrip::isNotThereWithoutAttachments()
{
    QVERIFY(!m_strip->isVisible());
    addPlace();
    QVERIFY(m_strip->isVisible());
    m_enclosures->clear();
    QVERIFY(!m_strip->isVisible());
}

void tst_AttachmentStrip::cardsSayWhatTheyAreAndHowMany()
{
    m_enclosures->addImage(red({64, 48}));
    QCOMPARE(card(0).accessibleName(), u"Being prepared, remove"_s);
    add(1);
    addPlace();
    QCOMPARE(card(0).accessibleName(), u"Photo 1 of 2, remove"_s);
    QCOMPARE(card(0).accessibleDescription(), u"Photo, 64 by 48"_s);
    QCOMPARE(card(1).accessibleName(), u"Photo 2 of 2, remove"_s);
    QCOMPARE(card(2).accessibleName(), u"Location 1 of 1, remove"_s);
    QCOMPARE(card(2).accessibleDescription(), u"Boathouse, 48.2, 16.4"_s);
    m_enclosures->remove(card(0).id());
    QCOMPARE(card(0).accessibleName(), u"Photo 1 of 1, remove"_s);
}

void tst_AttachmentStrip::theCrossRemovesAndTheRestOfTheCardDoesNot()
{
    add(2);
    const int second = card(1).id();
    QTest::mouseClick(&card(0), Qt::LeftButton, {}, QPoint(20, 50));
    QCOMPARE(m_enclosures->all().size(), 2);
    QTest::mouseClick(&card(0), Qt::LeftButton, {}, card(0).cross().center());
    QCOMPARE(m_enclosures->all().size(), 1);
    QCOMPARE(m_enclosures->all().first().id, second);
}

void tst_AttachmentStrip::keysRemove_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Delete") << Qt::Key_Delete;
    QTest::newRow("Backspace") << Qt::Key_Backspace;
    QTest::newRow("Space") << Qt::Key_Space;
    QTest::newRow("Enter") << Qt::Key_Return;
}

void tst_AttachmentStrip::keysRemove()
{
    QFETCH(const Qt::Key, key);
    add(2);
    card(0).setFocus();
    const int second = card(1).id();
    QTest::keyClick(&card(0), key);
    QCOMPARE(m_enclosures->all().size(), 1);
    QCOMPARE(m_enclosures->all().first().id, second);
}

void tst_AttachmentStrip::arrowsGoFromCardToCard()
{
    add(3);
    card(0).setFocus();
    QTest::keyClick(&card(0), Qt::Key_Right);
    QVERIFY(card(1).hasFocus());
    QTest::keyClick(&card(1), Qt::Key_Right);
    QTest::keyClick(&card(2), Qt::Key_Right);
    QVERIFY(card(2).hasFocus());
    QTest::keyClick(&card(2), Qt::Key_Left);
    QVERIFY(card(1).hasFocus());
}

void tst_AttachmentStrip::theKeyboardStaysUntilTheLastIsGone()
{
    const QSignalSpy wanted(m_strip, &AttachmentStrip::fieldRequested);
    add(2);
    card(1).setFocus();
    QTest::keyClick(&card(1), Qt::Key_Delete);
    QVERIFY(card(0).hasFocus());
    QCOMPARE(wanted.size(), 0);
    QTest::keyClick(&card(0), Qt::Key_Delete);
    QCOMPARE(wanted.size(), 1);
}

void tst_AttachmentStrip::escapeWantsBackToTheField()
{
    const QSignalSpy wanted(m_strip, &AttachmentStrip::fieldRequested);
    add(1);
    card(0).setFocus();
    QTest::keyClick(&card(0), Qt::Key_Escape);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(m_enclosures->all().size(), 1);
}

void tst_AttachmentStrip::cardsWrapAndScrollAfterTwoRows()
{
    add(5); // as many as fit beside each other
    const int one = m_strip->height();
    QCOMPARE(one, EnclosureCard::side + AttachmentStrip::roomAbove);
    add(1);
    QVERIFY(m_strip->height() > one + EnclosureCard::side);
    const int two = m_strip->height();
    QVERIFY(card(5).y() > card(0).y());
    addPlace();
    addPlace();
    addPlace();
    QCOMPARE(m_strip->height(), two);
    card(8).setFocus();
    QVERIFY(m_strip->viewport()->rect().contains(
        card(8).mapTo(m_strip->viewport(), card(8).rect().center())));
}

void tst_AttachmentStrip::anUploadIsCancelledInsteadOfRemoved()
{
    const QSignalSpy cancelled(m_strip, &AttachmentStrip::cancelRequested);
    add(1);
    const int id = card(0).id();
    m_enclosures->setProgress(id, 0.42);
    QCOMPARE(card(0).accessibleName(), u"Photo 1 of 1, cancel"_s);
    QVERIFY(card(0).accessibleDescription().contains(u"42 % sent"_s));
    QTest::mouseClick(&card(0), Qt::LeftButton, {}, card(0).cross().center());
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled.at(0).at(0).toInt(), id);
    QCOMPARE(m_enclosures->all().size(), 1);
    m_enclosures->setProgress(id, std::nullopt);
    QCOMPARE(card(0).accessibleName(), u"Photo 1 of 1, remove"_s);
}

void tst_AttachmentStrip::photosShowTheirPictures()
{
    add(1);
    const QImage shown = card(0).grab().toImage();
    QCOMPARE(shown.pixelColor(shown.width() / 2, shown.height() / 2), QColor(Qt::red));
    QCOMPARE(card(0).size(), QSize(EnclosureCard::side, EnclosureCard::side));
}

SKEIN_TEST(tst_AttachmentStrip)

} // namespace attachmentStripTest

#include "tst_AttachmentStrip.moc"
