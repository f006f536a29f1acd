// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// GroupMe's own emoji on their way from the index to a message: by keyboard alone, as a person
// does it, down to what the outbox is given.

#include "core/types/Attachment.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/composer/Composer.h"
#include "ui/composer/EmojiGrid.h"
#include "ui/composer/MessageField.h"
#include "ui/composer/PackOffer.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace packOfferTest {
using Method = HttpRequest::Method;

namespace {

const QString indexPath = u"/powerups"_s;
const QString sheetPath = u"/sheet"_s;
const QString otherPath = u"/other"_s;

/// Two packs of 20 by 20; the first has an emoji without a name.
QByteArray packIndex()
{
    QByteArray json = "{'powerups':[{'name':'Harbour','meta':{'pack_id':4,'transliterations':"
                      "['boat','','anchor'],'inline':[{'image_url':"
                      "'https://powerups.s3.amazonaws.com/sheet','x':20,'y':20}]}},"
                      "{'name':'Garden','meta':{'pack_id':9,'transliterations':['rose'],'inline':"
                      "[{'image_url':'https://powerups.s3.amazonaws.com/other','x':20,'y':20}]}}]}";
    return json.replace('\'', '"');
}

FakeTransport::Answer sheet(int cells)
{
    return FakeTransport::raw(200, pictures::encoded(pictures::plain({20, 20 * cells})));
}

} // namespace

class tst_PackOffer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsAskedForBeforeThePickerOpens();
    void packsAreTabsAndTheirPicturesComeWhenLookedAt();
    void aPackHasItsIconOnItsTab();
    void whoLooksAtAPackStaysThereWhenItsPicturesCome();
    void anEmojiIsFoundByNameAndSentWithItsAttachment();
    void aDraftWithAnEmojiFetchesItsPicture();

private:
    EmojiPicker& picker() { return m_composer->emojiPicker(); }
    MessageField& field() { return *m_composer->findChild<MessageField*>(); }
    QTabBar& tabs() { return *picker().findChild<QTabBar*>(); }
    QListView& grid() { return *picker().findChild<QListView*>(); }
    QLineEdit& search() { return *picker().findChild<QLineEdit*>(); }
    [[nodiscard]] QVariant cell(int row, int role = Qt::DisplayRole)
    {
        return grid().model()->index(row, 0).data(role);
    }
    [[nodiscard]] int tabOf(const QString& name)
    {
        for (int tab = 0; tab < tabs().count(); ++tab) {
            if (tabs().tabToolTip(tab) == name)
                return tab;
        }
        return -1;
    }
    void open() { m_composer->openEmoji(); }
    void goTo(const QString& pack)
    {
        tabs().setFocus();
        while (tabs().currentIndex() < tabOf(pack))
            QTest::keyClick(&tabs(), Qt::Key_Right);
    }

    static double half() { return 0.5; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MediaFolder> m_folder;
    std::unique_ptr<MediaCache> m_media;
    std::unique_ptr<EmojiPacks> m_packs;
    std::unique_ptr<QWidget> m_window;
    Composer* m_composer = nullptr;
    std::unique_ptr<PackOffer> m_offer;
};

void tst_PackOffer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeTransport>();
    m_clock = std::make_unique<ManualClock>();
    m_folder = std::make_unique<MediaFolder>(m_dir->filePath(u"pictures"_s));
    m_media = std::make_unique<MediaCache>(*m_network, *m_clock, *m_folder, half);
    m_packs = std::make_unique<EmojiPacks>(
        *m_network, *m_clock, m_dir->filePath(u"powerups.json"_s), half);
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 700);
    m_composer = new Composer(m_window.get());
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_composer);
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    m_offer = std::make_unique<PackOffer>(*m_packs, *m_media, *m_clock, *m_composer);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->focusField();
}

void tst_PackOffer::cleanup()
{
    m_offer.reset();
    m_window.reset();
    m_packs.reset();
    m_media.reset();
    m_folder.reset();
}

void tst_PackOffer::nothingIsAskedForBeforeThePickerOpens()
{
    QTest::keyClicks(&field(), u"hello"_s);
    QVERIFY(m_network->requests().isEmpty());
    m_network->expect(Method::Get, indexPath, FakeTransport::raw(200, packIndex()));
    open();
    QTRY_VERIFY(tabOf(u"Garden"_s) > 0);
    QVERIFY(m_network->allAsked()); // and for no picture: no pack is looked at
    QCOMPARE(m_network->requests().size(), 1);
}

void tst_PackOffer::packsAreTabsAndTheirPicturesComeWhenLookedAt()
{
    m_network->expect(Method::Get, indexPath, FakeTransport::raw(200, packIndex()));
    open();
    QTRY_VERIFY(tabOf(u"Harbour"_s) > 0);
    m_network->expect(Method::Get, sheetPath, sheet(3));
    goTo(u"Harbour"_s);
    QCOMPARE(grid().model()->rowCount(), 2); // the nameless one is not offered
    QCOMPARE(cell(1).toString(), u"anchor"_s);
    QTRY_VERIFY(!cell(1, PackPictureRole).value<QPixmap>().isNull());
    QCOMPARE(cell(1, PackPictureRole).value<QPixmap>().size(), QSize(20, 20));
    QVERIFY(m_network->allAsked());
}

void tst_PackOffer::aPackHasItsIconOnItsTab()
{
    QByteArray icon = "'pack_id':4,'icon':[{'image_url':"
                      "'https://powerups.s3.amazonaws.com/icon','x':26,'y':26}],";
    QByteArray index = packIndex();
    index.replace("\"pack_id\":4,", icon.replace('\'', '"'));
    m_network->expect(Method::Get, indexPath, FakeTransport::raw(200, index));
    m_network->expect(Method::Get, u"/icon"_s,
        FakeTransport::raw(200, pictures::encoded(pictures::plain({26, 26}))));
    open();
    QTRY_VERIFY(tabOf(u"Harbour"_s) > 0);
    QTRY_VERIFY(!tabs().tabIcon(tabOf(u"Harbour"_s)).isNull());
    QVERIFY(tabs().tabIcon(tabOf(u"Garden"_s)).isNull()); // which has none: its name stands there
    QVERIFY(m_network->allAsked()); // and for nothing else: no pack is looked at
    QCOMPARE(m_network->requests().size(), 2);
}

void tst_PackOffer::whoLooksAtAPackStaysThereWhenItsPicturesCome()
{
    m_network->expect(Method::Get, indexPath, FakeTransport::raw(200, packIndex()));
    m_network->expect(Method::Get, sheetPath, sheet(3));
    open();
    QTRY_VERIFY(tabOf(u"Harbour"_s) > 0);
    m_network->hold();
    goTo(u"Harbour"_s);
    QTest::keyClick(&search(), Qt::Key_Down);
    QTest::keyClick(&grid(), Qt::Key_Right);
    QCOMPARE(grid().currentIndex().row(), 1);
    m_network->release();
    QTRY_VERIFY(!cell(1, PackPictureRole).value<QPixmap>().isNull());
    QCOMPARE(tabs().tabToolTip(tabs().currentIndex()), u"Harbour"_s);
    QCOMPARE(grid().currentIndex().row(), 1);
}

void tst_PackOffer::anEmojiIsFoundByNameAndSentWithItsAttachment()
{
    m_network->expect(Method::Get, indexPath, FakeTransport::raw(200, packIndex()));
    QSignalSpy sent(m_composer, &Composer::sendRequested);
    open();
    QTRY_VERIFY(tabOf(u"Harbour"_s) > 0);
    m_network->expect(Method::Get, sheetPath, sheet(3)); // one stands in the field
    QTest::keyClicks(&search(), u"anch"_s);
    const auto found = [this](const QString& name) {
        for (int row = 0; row < grid().model()->rowCount(); ++row) {
            if (cell(row).toString() == name && cell(row, PackRole).toInt() == 4)
                return row;
        }
        return -1;
    };
    QVERIFY(found(u"anchor"_s) >= 0);
    QTest::keyClick(&search(), Qt::Key_Down);
    while (grid().currentIndex().row() < found(u"anchor"_s))
        QTest::keyClick(&grid(), Qt::Key_Right);
    QTest::keyClick(&grid(), Qt::Key_Return);
    QVERIFY(!picker().isVisible());
    QTest::keyClicks(&field(), u" aweigh"_s);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    const auto message = sent.first().first().value<ComposedMessage>();
    QCOMPARE(message.text, u"\uFFFD aweigh"_s);
    QJsonArray charmap; // the third of pack four
    charmap.append(QJsonArray{4, 2});
    const QJsonObject emoji{
        {u"type"_s, u"emoji"_s}, {u"placeholder"_s, u"\uFFFD"_s}, {u"charmap"_s, charmap}};
    QCOMPARE(message.attachments.size(), 1);
    QCOMPARE(message.attachments.first().toObject(), emoji);
}

void tst_PackOffer::aDraftWithAnEmojiFetchesItsPicture()
{
    m_network->expect(Method::Get, indexPath, FakeTransport::raw(200, packIndex()));
    m_network->expect(Method::Get, otherPath, sheet(1));
    const QString placeholder(MessageField::packPlaceholder);
    const QRect shown = field().rect();
    field().setContent(placeholder, {{9, 0}});
    const auto hasPicture = [&] {
        const QImage image = field().grab(shown).toImage();
        for (int x = 0; x < std::min(40, image.width()); ++x) {
            if (image.pixel(x, image.height() / 2) == pictures::plain({1, 1}).pixel(0, 0))
                return true;
        }
        return false;
    };
    QVERIFY(!hasPicture());
    QTRY_VERIFY(hasPicture());
    QVERIFY(m_network->allAsked());
}

SKEIN_TEST(tst_PackOffer)

} // namespace packOfferTest

#include "tst_PackOffer.moc"
