// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A life with Skein, and then every byte that it left: what it logged, with all categories on, and
// every file under the folders that it could reach. The token, phone numbers and addresses are
// nowhere; texts and names are where messages are kept and nowhere else (design.md 7).

#include "app/AppContext.h"
#include "app/demo/DemoService.h"
#include "core/base/Logging.h"
#include "core/models/MessageThreadModel.h"
#include "core/sync/GroupDetails.h"
#include "core/sync/StagedFiles.h"
#include "tests/support/LeakSearch.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/chats/ChatListPane.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace skein;

namespace nothingLeaksTest {

namespace {

constexpr int patience = 20'000; // ms, for what crosses real sockets
const QString phone = u"5550100000"_s; // as DemoGroupJson tells it of every member who mutes
const QString mail = u"@example.org"_s;

} // namespace

class tst_NothingLeaks : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_context.reset(); }
    void whatIsPlantedIsFound();
    void aWholeLifeLeavesNothingBehind();

private:
    [[nodiscard]] Session view() const { return m_context->session()->view(); }
    void makePlaces();
    void open(const ConversationId& id);
    /// The row with this text; an empty one when there is none.
    [[nodiscard]] ThreadRow rowOf(const QString& text) const;
    [[nodiscard]] bool stands(const QString& text, ThreadRow::Delivery delivery) const;
    void signIn();
    void readAndWrite(const ConversationId& id, const QString& heard);
    void failToWrite(const ConversationId& id);
    void uploadTo(const ConversationId& id);
    void changeThings(const ConversationId& id);
    void liveInTheGroup();
    void meetErrors(const ConversationId& id);
    /// A text that is nowhere else.
    [[nodiscard]] QString words();

    QTemporaryDir m_place;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<AppContext> m_context;
    ConversationId m_direct;
    ConversationId m_group;
    ConversationId m_topic;
    QStringList m_texts;
    QStringList m_names;
};

void tst_NothingLeaks::initTestCase()
{
    QVERIFY(moveHome(m_place.path()));
    m_service = std::make_unique<DemoService>(DemoOptions{.histories = false});
    QVERIFY(m_service->start());
    m_profile = std::make_unique<Profile>(m_place.filePath(u"profile"_s), false);
    makePlaces();
}

void tst_NothingLeaks::makePlaces()
{
    DemoWorld& world = m_service->world();
    const DemoPerson me = world.me();
    const QList<DemoPerson> others = world.others();
    DemoGroup group{.name = u"Quillwort Society"_s,
        .description = u"Who gathers quillworts"_s,
        .creator = me.id,
        .createdAt = world.now() / 1000};
    group.members.append({.user = me.id, .nickname = u"Fernwalker"_s});
    for (int n = 0; n < 4; ++n)
        group.members.append({.user = others.at(n).id, .nickname = others.at(n).name});
    const QString id = world.addGroup(group);
    const QString topic = world.addTopic(id, {.title = u"Bogbean evenings"_s, .creator = me.id});
    m_group = ConversationId::group(id);
    m_topic = ConversationId::topic(topic, m_group);
    m_direct = ConversationId::direct({me.id}, {others.at(0).id});
    m_names = {group.name, group.description, u"Fernwalker"_s, u"Bogbean evenings"_s, me.name};
    for (const DemoPerson& each : others)
        m_names.append(each.name);
    QVERIFY(!world.say(others.at(0).id, me.id, words()).isEmpty());
    QVERIFY(!world.sayIn(id, others.at(1).id, words()).isEmpty());
    QVERIFY(!world.sayIn(topic, others.at(2).id, words()).isEmpty());
}

QString tst_NothingLeaks::words()
{
    m_texts.append(u"sedge warbler no. %1"_s.arg(4711 + m_texts.size()));
    return m_texts.last();
}

void tst_NothingLeaks::whatIsPlantedIsFound()
{
    const QTemporaryDir folder;
    const QStringList secrets{u"Grete Hölz"_s, u"not here"_s, u"5550100000"_s};
    const auto plant = [&folder](const QString& name, const QByteArray& bytes) {
        QDir().mkpath(folder.filePath(u"deep/er"_s));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const QString name = secrets.first();
    plant(u"utf-8"_s, "noise" + name.toUtf8() + "noise");
    plant(u"deep/utf-16"_s,
        QByteArray(reinterpret_cast<const char*>(name.utf16()), name.size() * 2).prepend('x'));
    plant(u"deep/er/.hidden"_s, "?q=" + QUrl::toPercentEncoding(name));
    plant(u"in the name 5550100000"_s, {});
    plant(u"kept/"_s.chopped(1), name.toUtf8());
    QStringList all
        = found(folder.path(), secrets, [](const QString& file) { return file == "kept"_L1; });
    all.sort();
    QCOMPARE(all,
        (QStringList{u"deep/er/.hidden: Grete Hölz"_s, u"deep/utf-16: Grete Hölz"_s,
            u"in the name 5550100000: 5550100000"_s, u"utf-8: Grete Hölz"_s}));

    const Overheard log;
    qCDebug(logStore) << "a draft of" << name;
    QCOMPARE(heard(log.words(), secrets), QStringList{name});
}

void tst_NothingLeaks::open(const ConversationId& id)
{
    emit m_context->window().chatsPage()->findChild<ChatListPane*>()->picked(id);
    QTRY_VERIFY_WITH_TIMEOUT(
        view().thread.conversation() == id && view().thread.count() > 0, patience);
}

ThreadRow tst_NothingLeaks::rowOf(const QString& text) const
{
    const MessageThreadModel& thread = view().thread;
    for (int row = thread.count() - 1; row >= 0; --row) {
        if (thread.row(row).message.text == text)
            return thread.row(row);
    }
    return {};
}

bool tst_NothingLeaks::stands(const QString& text, ThreadRow::Delivery delivery) const
{
    const ThreadRow row = rowOf(text);
    return row.message.text == text && row.delivery == delivery;
}

void tst_NothingLeaks::signIn()
{
    m_context = std::make_unique<AppContext>(
        Options{.server = QUrl(m_service->url())}, *m_profile, m_service->token());
    m_context->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_context->session() && view().chats.rowCount() >= 2, patience);
}

void tst_NothingLeaks::readAndWrite(const ConversationId& id, const QString& heard)
{
    open(id);
    QTRY_VERIFY_WITH_TIMEOUT(stands(heard, ThreadRow::Delivery::Received), patience);
    view().receipts.shown(id, rowOf(heard).message.id);
    view().receipts.flush();
    const QString text = words();
    QVERIFY(!view().outbox.send(id, text).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(stands(text, ThreadRow::Delivery::Sent), patience);
    MessageDraft draft;
    draft.content.text = words();
    view().drafts.save(id, draft);
    view().drafts.flush();
}

void tst_NothingLeaks::failToWrite(const ConversationId& id)
{
    m_service->faults().add({.method = u"POST"_s,
        .path = u"(direct_messages|groups/[0-9]+/messages)$"_s,
        .status = 400});
    const QString text = words();
    QVERIFY(!view().outbox.send(id, text).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(stands(text, ThreadRow::Delivery::Failed), patience);
}

void tst_NothingLeaks::uploadTo(const ConversationId& id)
{
    const QString name = words(); // of a file: somebody's words as well
    for (const bool isPicture : {true, false}) {
        const QString text = words();
        OutgoingFile facts{.kind = isPicture ? OutgoingFile::Kind::Image : OutgoingFile::Kind::File,
            .name = name,
            .mimeType = isPicture ? "image/png" : "application/pdf",
            .pixels = isPicture ? QSize(8, 8) : QSize()};
        const QByteArray bytes
            = isPicture ? pictures::encoded(pictures::plain({8, 8})) : "%PDF " + words().toUtf8();
        const auto kept = view().staged.keep(facts, bytes);
        QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), patience);
        QVERIFY(kept.result());
        OutgoingContent content{.text = text, .attachments = {}, .files = {*kept.result()}};
        QVERIFY(!view().outbox.send(id, content).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(stands(text, ThreadRow::Delivery::Sent), patience);
    }
}

void tst_NothingLeaks::changeThings(const ConversationId& id)
{
    const QString before = words();
    QVERIFY(!view().outbox.send(id, before).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(stands(before, ThreadRow::Delivery::Sent), patience);
    const MessageId message = rowOf(before).message.id;
    const QString text = words();
    view().actions.edit(id, message, text, {});
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(text).message.id, message, patience);
    view().actions.react(id, message, {.code = u"\u2764\ufe0f"_s});
    view().actions.pin(id, message);
    const auto isDone = [&] {
        for (const DemoMessage& each : m_service->world().messages(id.id)) {
            if (each.id == message.value)
                return each.text == text && !each.reactions.isEmpty() && each.pinnedAt != 0;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), patience);
}

void tst_NothingLeaks::liveInTheGroup()
{
    QSignalSpy told(&view().groupDetails, &GroupDetails::told);
    view().groupDetails.refresh(m_group);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), patience);
    // Its answer tells the own phone number and address (protocol.md D2).
    const QString renamed = u"Fernwalker the second"_s;
    m_names.append(renamed);
    TopicDraft topic;
    topic.title = u"Sundew mornings"_s;
    m_names.append(topic.title);
    const auto made = view().groupActions.createTopic(m_group, topic);
    for (const auto& step : {view().groupActions.mute(m_group, std::chrono::hours(1)),
             view().groupActions.mute(m_topic, std::nullopt),
             view().groupActions.setNickname(m_group, renamed)}) {
        QTRY_VERIFY_WITH_TIMEOUT(step.isFinished(), patience);
        QVERIFY(step.result());
    }
    QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), patience);
    QVERIFY(made.result());
    const auto members = view().groupDetails.members(m_group);
    QTRY_VERIFY_WITH_TIMEOUT(members.isFinished(), patience);
    QCOMPARE(members.result()->size(), 5);
}

void tst_NothingLeaks::meetErrors(const ConversationId& id)
{
    open(id);
    using Kind = DemoFault::Kind;
    for (const Kind kind : {Kind::Status, Kind::Foreign, Kind::Truncate, Kind::CutOff,
             Kind::MalformedRows, Kind::DropAfter, Kind::WrongType, Kind::Deep}) {
        m_service->faults().clear();
        m_service->faults().add({.kind = kind, .method = u"GET"_s, .times = 2, .status = 502});
        m_service->world().say(id.related, m_service->world().me().id, words());
        view().sync.lookNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_service->faults().struck() > 0, patience);
    }
    m_service->faults().clear();
    view().sync.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(stands(m_texts.last(), ThreadRow::Delivery::Received), patience);
}

void tst_NothingLeaks::aWholeLifeLeavesNothingBehind()
{
    const QString account = u"profile/accounts/"_s + m_service->world().me().id;
    const auto keepsMessages = [&account](const QString& file) {
        const QString inAccount = file.mid(account.size() + 1);
        return file.startsWith(account + u'/')
            && (inAccount.startsWith("skein.sqlite"_L1)
                || inAccount.startsWith("skein-unsent.sqlite"_L1)
                || inAccount.startsWith("outgoing/"_L1) || inAccount == "person.ini"_L1
                || inAccount.startsWith("media/"_L1));
    };
    const Overheard log;
    signIn();
    const QStringList heardBefore = m_texts;
    for (const ConversationId& id : {m_direct, m_group, m_topic}) {
        const qsizetype place = id == m_direct ? 0 : id == m_group ? 1 : 2;
        readAndWrite(id, heardBefore.at(place));
        changeThings(id);
        failToWrite(id);
        uploadTo(id);
        if (QTest::currentTestFailed())
            return;
    }
    liveInTheGroup();
    meetErrors(m_direct);
    if (QTest::currentTestFailed())
        return;

    const QStringList never{m_service->token(), phone, mail};
    const QStringList elsewhere = m_texts + m_names;
    const auto look = [&] {
        QCOMPARE(found(m_place.path(), never), QStringList());
        QCOMPARE(found(m_place.path(), elsewhere, keepsMessages), QStringList());
        QCOMPARE(heard(log.words(), never + elsewhere), QStringList());
    };
    look();
    if (QTest::currentTestFailed())
        return;
    // It looked where there was something to see.
    QVERIFY(found(m_place.path(), m_texts).size() > m_texts.size() / 2);
    QVERIFY(log.words().contains("no usable answer"));

    emit m_context->window().signOutRequested(false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_context->session(), patience);
    look();
    QCOMPARE(found(m_place.path(), elsewhere), QStringList());
    m_context.reset();
    look();
}

SKEIN_TEST(tst_NothingLeaks)

} // namespace nothingLeaksTest

#include "tst_NothingLeaks.moc"
