// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace draftStoreTest {

class tst_DraftStore : public QObject {
    Q_OBJECT

private slots:
    void aDraftStaysInItsConversationOverARestart();
    void anEmptyDraftIsNone();
    void theListShowsIt();
};

void tst_DraftStore::aDraftStaysInItsConversationOverARestart()
{
    StoreFolder folder;
    auto open = folder.open();
    const QString text = u"  half a\nthought \U0001F9F6 "_s;
    open->stores.drafts.save(fixtureChat(1), text, open->changes);
    open->stores.drafts.save(fixtureChat(2), u"another"_s, open->changes);
    open->stores.drafts.save(fixtureChat(2), u"another one"_s, open->changes);
    open.reset();
    open = folder.open();
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)), text);
    QCOMPARE(open->stores.drafts.load(fixtureChat(2)), u"another one"_s);
    QCOMPARE(open->stores.drafts.load(fixtureChat(3)), QString());
}

void tst_DraftStore::anEmptyDraftIsNone()
{
    StoreFolder folder;
    const auto open = folder.open();
    open->stores.drafts.save(fixtureChat(), u"x"_s, open->changes);
    open->stores.drafts.save(fixtureChat(), {}, open->changes);
    QCOMPARE(open->stores.drafts.load(fixtureChat()), QString());
}

void tst_DraftStore::theListShowsIt()
{
    StoreFolder folder;
    const auto open = folder.open();
    open->stores.drafts.save(fixtureChat(), u"half"_s, open->changes);
    QVERIFY(open->changes.conversations.contains(fixtureChat()));
    QCOMPARE(open->stores.conversations.one(fixtureChat())->draft, u"half"_s);
}

SKEIN_TEST(tst_DraftStore)

} // namespace draftStoreTest

#include "tst_DraftStore.moc"
