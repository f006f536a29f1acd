// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one does with what messages carry: over a whole account, through the thread's own signal and
// what a person then sees. What leaves the program is caught here.

#include "tests/support/AccountFixture.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/ContentActions.h"
#include "ui/ConversationHeading.h"
#include "ui/ThreadPane.h"
#include "ui/media/ImageViewer.h"
#include "ui/theme/Question.h"
#include "ui/thread/ThreadView.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contentActionsTest {

namespace {

using Kind = ContentAction::Kind;
using Method = HttpRequest::Method;

const ConversationId chat = chatWith(somebody);
const QString filePlace = u"/v1/1001%2B20001/files/f1"_s;
const QString factsPlace = u"/v1/1001%2B20001/fileData"_s;

QString photoPath(int number, const QString& suffix = u"png"_s)
{
    return u"/80x60.%1.%2"_s.arg(suffix).arg(number, 32, 16, QLatin1Char('0'));
}
QUrl photoUrl(int number) { return QUrl(u"https://i.groupme.com"_s + photoPath(number)); }

} // namespace

/// In place of the desktop's programs.
class Desktop : public QObject {
    Q_OBJECT
public:
    Desktop()
    {
        for (const QString& scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Desktop() override
    {
        for (const QString& scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }
    Q_DISABLE_COPY_MOVE(Desktop)
    QList<QUrl> opened;

public slots:
    void open(const QUrl& url) { opened.append(url); }

private:
    const QStringList schemes{u"https"_s, u"http"_s, u"file"_s, u"javascript"_s, u"mailto"_s};
};

class tst_ContentActions : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPictureOpensLargeAmongTheOthers();
    void olderPhotosAreFetchedAtTheOldest();
    void thatThereIsNoOlderPhotoIsSaid();
    void linksOpenUnaskedAndOnlySecureOnes_data();
    void linksOpenUnaskedAndOnlySecureOnes();
    void aFileIsOpenedAfterAskingOnly();
    void aDownloadWaitsForTheFilesName();
    void aFileThatIsNotHereIsNotOpened();
    void aDownloadIsStopped();
    void aPictureOfAnotherHostIsLoadedAfterAClickOnly();
    void aPictureThatFailedIsTriedAgainByAClick();
    void whatMovesStandsWhenThePersonSaysSoUntilAClick();
    void aReactionIsGivenAndTakenBack();

private:
    /// The service knows how the file is called.
    void nameFile()
    {
        m_world->network().handle(Method::Post, factsPlace, [](const HttpRequest&) {
            return FakeTransport::raw(200,
                R"([{"file_id":"f1","meta":200,"file_data":{"file_name":"plan.txt","file_size":5}}])");
        });
    }
    /// The message of that number, from 1, carries a photo of its number.
    void addPhoto(int number);
    void addPicture(int number, const QUrl& url);
    void start();
    [[nodiscard]] MessageId idOf(int number) const
    {
        return {m_world->service.history(somebody).at(number - 1).id};
    }
    void act(const ContentAction& action, const MessageId& message = {u"1"_s})
    {
        emit m_pane->view().contentActivated(action, message);
        m_world->settle();
    }
    template <class T>
    T* shown()
    {
        for (T* each : m_window->findChildren<T*>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString& words)
    {
        const auto labels = shown<ImageViewer>()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void key(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget(), key);
        m_world->settle();
    }
    [[nodiscard]] Picture picture(const QUrl& url) { return m_actions->source().picture(url); }

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<QWidget> m_window;
    ThreadPane* m_pane = nullptr;
    std::unique_ptr<ContentActions> m_actions;
};

void tst_ContentActions::init()
{
    m_desktop = std::make_unique<Desktop>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    m_world->service.pageSize = 20;
}

void tst_ContentActions::cleanup()
{
    m_actions.reset();
    m_window.reset();
    m_account.reset();
    m_world.reset();
    m_desktop.reset();
}

void tst_ContentActions::addPicture(int number, const QUrl& url)
{
    m_world->service.attach(somebody, idOf(number).value,
        {QJsonObject{{u"type"_s, u"image"_s}, {u"url"_s, url.toString()}}});
}

void tst_ContentActions::addPhoto(int number)
{
    addPicture(number, photoUrl(number));
    for (const QString& path : {photoPath(number), photoPath(number) + u".large"_s})
        m_world->network().handle(Method::Get, path, [](const HttpRequest&) {
            return FakeTransport::raw(200, pictures::encoded(pictures::plain({80, 60})));
        });
}

void tst_ContentActions::start()
{
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_pane = new ThreadPane(m_account->thread, m_world->clock, m_window.get());
    m_pane->setGeometry(m_window->rect());
    m_actions = std::make_unique<ContentActions>(m_account->session(), *m_pane);
    m_pane->setConversation(chat, {});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_account->start();
    m_world->pass(2s);
    m_account->thread.open(chat);
    m_world->settle();
    QVERIFY(m_account->thread.count() > 0);
}

void tst_ContentActions::aPictureOpensLargeAmongTheOthers()
{
    m_world->service.receiveMany(somebody, 6);
    for (const int number : {2, 4, 5})
        addPhoto(number);
    start();
    act({Kind::OpenPicture, photoUrl(4), {}}, idOf(4));
    auto* viewer = shown<ImageViewer>();
    QVERIFY(viewer);
    QCOMPARE(viewer->index(), 1);
    QVERIFY(says(u"2 of 3"_s));
    QVERIFY(m_desktop->opened.isEmpty());
    key(Qt::Key_Escape);
    QVERIFY(!shown<ImageViewer>());
}

void tst_ContentActions::olderPhotosAreFetchedAtTheOldest()
{
    m_world->service.receiveMany(somebody, 200);
    addPhoto(199);
    addPhoto(60);
    start();
    m_world->network().hold();
    act({Kind::OpenPicture, photoUrl(199), {}}, idOf(199));
    QVERIFY(says(u"Looking for older photos"_s));
    m_world->network().release();
    m_world->settle();
    QVERIFY(says(u"2 of 2"_s));
    QVERIFY(!says(u"older"_s));
    key(Qt::Key_Left);
    QVERIFY(says(u"1 of 2"_s));
}

void tst_ContentActions::thatThereIsNoOlderPhotoIsSaid()
{
    m_world->service.receiveMany(somebody, 50);
    addPhoto(49);
    start();
    act({Kind::OpenPicture, photoUrl(49), {}}, idOf(49));
    QVERIFY(says(u"There is no older photo."_s));
    const auto asked = m_world->cursors(u"before_id"_s).size();
    key(Qt::Key_Left);
    QVERIFY(says(u"There is no older photo."_s));
    QCOMPARE(m_world->cursors(u"before_id"_s).size(), asked);
}

void tst_ContentActions::linksOpenUnaskedAndOnlySecureOnes_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("opens");
    QTest::newRow("a map") << QUrl(u"https://www.openstreetmap.org/?mlat=1&mlon=2"_s) << true;
    QTest::newRow("a video") << QUrl(u"https://v.groupme.com/1/a.mp4"_s) << true;
    QTest::newRow("plain http") << QUrl(u"http://www.example.org/"_s) << false;
    QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s) << false;
    QTest::newRow("a script") << QUrl(u"javascript:alert(1)"_s) << false;
    QTest::newRow("mail") << QUrl(u"mailto:ava@example.org"_s) << false;
    QTest::newRow("none") << QUrl() << false;
}

void tst_ContentActions::linksOpenUnaskedAndOnlySecureOnes()
{
    QFETCH(QUrl, url);
    QFETCH(bool, opens);
    m_world->service.receiveMany(somebody, 1);
    start();
    act({Kind::OpenLink, url, {}});
    QCOMPARE(m_desktop->opened, opens ? QList{url} : QList<QUrl>());
    QVERIFY(!shown<Question>());
}

void tst_ContentActions::aFileIsOpenedAfterAskingOnly()
{
    m_world->service.receiveMany(somebody, 1);
    nameFile();
    start();
    m_world->network().expect(Method::Get, filePlace, FakeTransport::raw(200, "bytes"));
    act({Kind::Download, {}, u"f1"_s});
    QTRY_COMPARE(m_actions->source().download(u"f1"_s).state, Download::State::Done);
    QVERIFY(m_desktop->opened.isEmpty());
    act({Kind::OpenFile, {}, u"f1"_s});
    QVERIFY(shown<Question>());
    key(Qt::Key_Return); // what is offered first is not to
    QVERIFY(!shown<Question>());
    QVERIFY(m_desktop->opened.isEmpty());
    act({Kind::OpenFile, {}, u"f1"_s});
    for (auto* button : shown<Question>()->findChildren<QPushButton*>()) {
        if (button->text() == u"Open"_s)
            button->click();
    }
    QCOMPARE(m_desktop->opened.size(), 1);
    const QString path = m_desktop->opened.first().toLocalFile();
    QVERIFY2(path.startsWith(m_folder->filePath(u"downloads"_s)), qPrintable(path));
}

void tst_ContentActions::aDownloadWaitsForTheFilesName()
{
    m_world->service.receiveMany(somebody, 1);
    start();
    m_world->network().expect(Method::Post, factsPlace, FakeTransport::raw(503, {}));
    m_world->network().expect(Method::Get, filePlace, FakeTransport::raw(200, "bytes"));
    act({Kind::Download, {}, u"f1"_s});
    QCOMPARE(m_world->asked(Method::Get, filePlace), 0);
    nameFile();
    m_world->pass(10s);
    QTRY_COMPARE(m_actions->source().download(u"f1"_s).state, Download::State::Done);
    QVERIFY(QFile::exists(m_folder->filePath(u"downloads/plan.txt"_s)));
}

void tst_ContentActions::aFileThatIsNotHereIsNotOpened()
{
    m_world->service.receiveMany(somebody, 1);
    start();
    act({Kind::OpenFile, {}, u"f1"_s});
    QVERIFY(!shown<Question>());
    QVERIFY(m_desktop->opened.isEmpty());
}

void tst_ContentActions::aDownloadIsStopped()
{
    m_world->service.receiveMany(somebody, 1);
    nameFile();
    start();
    m_actions->source().want(
        {{.kind = ContentNeed::Kind::File, .conversation = chat, .id = u"f1"_s}});
    m_world->settle();
    m_world->network().expect(Method::Get, filePlace, FakeTransport::raw(200, "bytes"));
    m_world->network().hold();
    act({Kind::Download, {}, u"f1"_s});
    QCOMPARE(m_actions->source().download(u"f1"_s).state, Download::State::Running);
    act({Kind::CancelDownload, {}, u"f1"_s});
    m_world->network().release();
    m_world->settle();
    QCOMPARE(m_actions->source().download(u"f1"_s).state, Download::State::None);
    QCOMPARE(m_world->network().cancelled(), 1);
}

void tst_ContentActions::aPictureOfAnotherHostIsLoadedAfterAClickOnly()
{
    const QUrl foreign(u"https://pictures.example/cat.png"_s);
    m_world->service.receiveMany(somebody, 2);
    addPicture(2, foreign);
    start();
    m_world->pass(5s);
    QCOMPARE(m_world->asked(Method::Get, foreign.path()), 0);
    QCOMPARE(picture(foreign).state, Picture::State::Withheld);
    m_world->network().expect(Method::Get, foreign.path(),
        FakeTransport::raw(200, pictures::encoded(pictures::plain({80, 60}))));
    const int row = m_account->thread.rowOfMessage(idOf(2));
    const auto targets = m_pane->view().list().layoutOf(row).targets();
    QCOMPARE(targets.first().action.kind, Kind::LoadPicture);
    m_pane->view().list().activate(targets.first().action, row);
    QTRY_COMPARE(picture(foreign).state, Picture::State::Ready);
    QCOMPARE(m_world->asked(Method::Get, foreign.path()), 1);
}

void tst_ContentActions::aPictureThatFailedIsTriedAgainByAClick()
{
    m_world->service.receiveMany(somebody, 2);
    addPhoto(2);
    const auto thread = QUrl(photoUrl(2).toString() + u".large"_s);
    for (const QString& path : {photoPath(2), photoPath(2) + u".large"_s})
        m_world->network().expect(Method::Get, path, FakeTransport::failure(404));
    start();
    QTRY_VERIFY((m_world->settle(), picture(thread).state == Picture::State::Failed));
    const int row = m_account->thread.rowOfMessage(idOf(2));
    const auto action = m_pane->view().list().layoutOf(row).targets().first().action;
    QCOMPARE(action.kind, Kind::LoadPicture);
    m_pane->view().list().activate(action, row);
    QTRY_COMPARE(picture(thread).state, Picture::State::Ready);
}

void tst_ContentActions::whatMovesStandsWhenThePersonSaysSoUntilAClick()
{
    const QString path = photoPath(2, u"gif"_s);
    m_world->service.receiveMany(somebody, 2);
    addPicture(2, QUrl(u"https://i.groupme.com"_s + path));
    for (const QString& place : {path, path + u".large"_s})
        m_world->network().handle(Method::Get, place, [](const HttpRequest&) {
            return FakeTransport::raw(200, pictures::gif({80, 60}, {0, 1, 2}));
        });
    start();
    const int row = m_account->thread.rowOfMessage(idOf(2));
    const QUrl url = m_pane->view().list().layoutOf(row).needs().first().url;
    QTRY_COMPARE(picture(url).state, Picture::State::Ready);
    QVERIFY(!picture(url).isStill);
    m_account->settings.set(setting::playAnimations, false);
    QVERIFY(picture(url).isStill);
    const auto action = m_pane->view().list().layoutOf(row).targets().first().action;
    QCOMPARE(action.kind, Kind::PlayPicture);
    m_pane->view().list().activate(action, row);
    QVERIFY(!picture(url).isStill);
    QCOMPARE(m_pane->view().list().layoutOf(row).targets().first().action.kind, Kind::OpenPicture);
}

void tst_ContentActions::aReactionIsGivenAndTakenBack()
{
    m_world->service.receiveMany(somebody, 1);
    start();
    const QString place = u"/v3/messages/1001%2B20001/"_s + idOf(1).value;
    for (const QString& deed : {u"/like"_s, u"/unlike"_s})
        m_world->network().handle(Method::Post, place + deed,
            [](const HttpRequest&) { return FakeTransport::raw(200, {}); });
    const auto asked
        = [&](const QString& deed) { return m_world->asked(Method::Post, place + deed); };
    act({Kind::React, {}, u"👍"_s}, idOf(1));
    QCOMPARE(asked(u"/like"_s), 1);
    QCOMPARE(asked(u"/unlike"_s), 0);
    act({Kind::React, {}, u"👍"_s}, idOf(1));
    QCOMPARE(asked(u"/like"_s), 1);
    QCOMPARE(asked(u"/unlike"_s), 1);
}

SKEIN_TEST(tst_ContentActions)

} // namespace contentActionsTest

#include "tst_ContentActions.moc"
