// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Drafts.h"
#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace draftsTest {

namespace {

const ConversationId here = chatWith(somebody);
const ConversationId there = chatWith(u"20002"_s);

QString onDisk(SyncFixture& f, const ConversationId& id)
{
    return f.look([id](Stores& stores) { return stores.drafts.load(id).content.text; });
}

QString loaded(SyncFixture& f, Drafts& drafts, const ConversationId& id)
{
    const auto draft = drafts.load(id);
    f.settle();
    return draft.result().value().content.text;
}

MessageDraft loadedWhole(SyncFixture& f, Drafts& drafts)
{
    const auto draft = drafts.load(here);
    f.settle();
    return draft.result().value();
}

BegunEdit editOf(const QString& message, const QString& text)
{
    return {.message = MessageId{message}, .text = text, .emoji = {}};
}

QList<BegunEdit> sentOnDisk(SyncFixture& f)
{
    return f.look([](Stores& stores) { return stores.drafts.sentEdits(here); });
}

} // namespace

class tst_Drafts : public QObject {
    Q_OBJECT

private slots:
    void aDraftIsOnDiskWithinHalfASecondEvenOfSteadyTyping()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        QString text;
        for (int n = 0; n < 10; ++n) {
            text += u'x';
            drafts.save(here, draftOf(text));
            f.pass(100ms, 50ms);
        }
        QVERIFY(onDisk(f, here).size() >= 5);
        f.pass(500ms, 50ms);
        QCOMPARE(onDisk(f, here), text);
    }

    void loadGivesWhatWasTypedLast()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        drafts.save(here, draftOf(u"first"_s));
        drafts.save(here, draftOf(u"second"_s));
        QCOMPARE(loaded(f, drafts, here), u"second"_s); // the clock stood still
    }

    void eachConversationHasItsOwn()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        drafts.save(here, draftOf(u"to one"_s));
        drafts.save(there, draftOf(u"to another"_s));
        QCOMPARE(loaded(f, drafts, here), u"to one"_s);
        QCOMPARE(loaded(f, drafts, there), u"to another"_s);
        drafts.save(here, {});
        QCOMPARE(loaded(f, drafts, here), QString());
        QCOMPARE(loaded(f, drafts, there), u"to another"_s);
    }

    void anUnknownConversationHasNone()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        QCOMPARE(loaded(f, drafts, here), QString());
    }

    void flushWritesAtOnceAndARestartReadsItBack()
    {
        SyncFixture f;
        {
            Drafts drafts(f.store(), f.clock);
            drafts.save(here, draftOf(u"unfinished"_s));
            drafts.flush();
        }
        f.restart();
        Drafts drafts(f.store(), f.clock);
        QCOMPARE(loaded(f, drafts, here), u"unfinished"_s);
    }

    void whatTheDiskDoesNotTakeStaysUntilItDoes()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        drafts.save(there, draftOf(u"kept before"_s));
        f.pass(1s);
        QVERIFY(drafts.areKept());
        {
            const FullDisk full;
            drafts.save(here, draftOf(u"typed"_s));
            drafts.save(there, draftOf(u"typed over it"_s));
            f.pass(20s);
            QVERIFY(!drafts.areKept());
            QCOMPARE(loaded(f, drafts, here), u"typed"_s);
            drafts.save(here, draftOf(u"typed on"_s));
            f.pass(1s);
            QCOMPARE(loaded(f, drafts, here), u"typed on"_s);
            QCOMPARE(loaded(f, drafts, there), u"typed over it"_s);
            QCOMPARE(onDisk(f, there), u"kept before"_s);
        }
        f.pass(Drafts::retryPause + 1s);
        QVERIFY(drafts.areKept());
        QCOMPARE(onDisk(f, here), u"typed on"_s);
        QCOMPARE(onDisk(f, there), u"typed over it"_s);
        QCOMPARE(loaded(f, drafts, here), u"typed on"_s);
    }

    void whatTheOutboxHasIsNotWrittenAgain()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        drafts.save(here, draftOf(u"sent"_s));
        drafts.save(there, draftOf(u"unsent"_s));
        drafts.handedOver(here);
        f.pass(1s);
        QVERIFY(drafts.areKept());
        QCOMPARE(onDisk(f, here), QString());
        QCOMPARE(onDisk(f, there), u"unsent"_s);
    }

    void aDraftKnowsTheMessagesItSpeaksOf()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        const auto message = [](const QString& id, const QString& text) {
            return Message{.id = MessageId{id}, .senderId = UserId{somebody}, .text = text};
        };
        Message gone = message(u"3"_s, u"gone"_s);
        gone.deletedAt = 5;
        f.now([=](Stores& stores, Changes& changes) {
            stores.messages.take(here,
                {.messages = {message(u"1"_s, u"one"_s), message(u"2"_s, u"two"_s), gone},
                    .complete = {}},
                changes);
            return true;
        });
        MessageDraft draft;
        draft.replyTo = MessageId{u"1"_s};
        draft.edit.message = MessageId{u"2"_s};
        const auto subjects = [&] {
            const auto found = drafts.subjects(here, draft);
            f.settle();
            return found.result().value();
        };
        QCOMPARE(subjects().answered->text, u"one"_s);
        QCOMPARE(subjects().edited->text, u"two"_s);
        draft.replyTo = MessageId{u"3"_s}; // deleted
        draft.edit.message = MessageId{u"4"_s}; // never seen
        QVERIFY(!subjects().answered);
        QVERIFY(!subjects().edited);
    }

    void anEditOnItsWayIsOnDiskAndInNoComposerUntilItIsSettled()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        const BegunEdit edit = editOf(u"2"_s, u"better"_s);
        drafts.keepEdit(here, edit);
        drafts.save(here, draftOf(u"half"_s));
        f.pass(1s);
        QCOMPARE(sentOnDisk(f), QList{edit});
        QCOMPARE(loadedWhole(f, drafts), draftOf(u"half"_s));
        drafts.handedOver(here); // the outbox took the rest
        f.now([](Stores& stores, Changes& changes) {
            stores.drafts.save(here, {}, changes);
            return true;
        });
        f.pass(1s);
        QCOMPARE(sentOnDisk(f), QList{edit});
        drafts.settleEdit(here, MessageId{u"3"_s}); // another one
        f.pass(1s);
        QCOMPARE(sentOnDisk(f), QList{edit});
        drafts.settleEdit(here, edit.message);
        f.pass(1s);
        QVERIFY(sentOnDisk(f).isEmpty() && drafts.areKept());
    }

    void severalEditsOnTheirWayComeBackOneAfterTheOther()
    {
        SyncFixture f;
        const BegunEdit first = editOf(u"2"_s, u"better"_s);
        const BegunEdit second = editOf(u"3"_s, u"best"_s);
        {
            Drafts drafts(f.store(), f.clock);
            drafts.keepEdit(here, first);
            drafts.keepEdit(here, second);
            drafts.save(here, draftOf(u"half"_s));
            drafts.flush();
            f.settle();
        }
        f.restart(); // no answer came
        Drafts drafts(f.store(), f.clock);
        MessageDraft draft = draftOf(u"half"_s);
        draft.edit = first;
        QCOMPARE(loadedWhole(f, drafts), draft);
        f.pass(1s); // it stands in the draft now, and nowhere else
        QCOMPARE(loadedWhole(f, drafts), draft);
        QCOMPARE(sentOnDisk(f), QList{second});
        drafts.save(here, draftOf(u"half"_s)); // given up
        f.pass(1s);
        draft.edit = second;
        QCOMPARE(loadedWhole(f, drafts), draft);
        f.pass(1s);
        QVERIFY(sentOnDisk(f).isEmpty());
    }

    void theLastEditOfAMessageCounts()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        drafts.keepEdit(here, editOf(u"2"_s, u"better"_s));
        f.pass(1s);
        drafts.keepEdit(here, editOf(u"2"_s, u"best"_s));
        f.pass(1s);
        QCOMPARE(sentOnDisk(f), QList{editOf(u"2"_s, u"best"_s)});
    }

    void anEditThatWasRefusedWhileAnotherIsWrittenWaitsForThatOne()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        const BegunEdit refused = editOf(u"2"_s, u"better"_s);
        MessageDraft draft = draftOf(u"half"_s);
        draft.edit = editOf(u"3"_s, u"another"_s);
        drafts.keepEdit(here, refused);
        drafts.save(here, draft);
        drafts.putOffEdit(here, refused.message);
        f.pass(1s);
        QCOMPARE(loadedWhole(f, drafts), draft);
        QCOMPARE(sentOnDisk(f), QList{refused});
        drafts.save(here, draftOf(u"half"_s));
        f.pass(1s);
        QCOMPARE(loadedWhole(f, drafts).edit, refused);
    }

    void anEditThatIsTakenBackStaysInItsDraft()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        MessageDraft draft = draftOf(u"half"_s);
        draft.edit = editOf(u"2"_s, u"better"_s);
        drafts.keepEdit(here, draft.edit);
        drafts.save(here, draftOf(u"half"_s));
        f.pass(1s);
        drafts.save(here, draft);
        drafts.tookBackEdit(here, draft.edit.message);
        f.pass(1s);
        QVERIFY(drafts.areKept() && sentOnDisk(f).isEmpty());
        QCOMPARE(loadedWhole(f, drafts), draft);
        drafts.save(here, draftOf(u"half"_s)); // given up
        f.pass(1s);
        QCOMPARE(loadedWhole(f, drafts), draftOf(u"half"_s));
    }

    void theListShowsTheDraft()
    {
        SyncFixture f;
        Drafts drafts(f.store(), f.clock);
        bool published = false;
        connect(&f.feed(), &ChangeFeed::published, this,
            [&](const Changes& changes) { published |= changes.conversations.contains(here); });
        drafts.save(here, draftOf(u"unfinished"_s));
        f.pass(1s);
        QVERIFY(published);
        QCOMPARE(f.look([](Stores& stores) { return stores.conversations.one(here)->draft; }),
            u"unfinished"_s);
    }
};

SKEIN_TEST(tst_Drafts)

} // namespace draftsTest

#include "tst_Drafts.moc"
