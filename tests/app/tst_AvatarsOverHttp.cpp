// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/ImageUrl.h"
#include "tests/app/SigningDesk.h"
#include "ui/ChatsPage.h"
#include "ui/media/AvatarPictures.h"

using namespace Qt::StringLiterals;
using namespace skein;

namespace avatarsOverHttpTest {

// The pictures of people, from the demo service's image host to the window.
class tst_AvatarsOverHttp : public SigningDesk {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void theyComeFromTheImageHostWhichNeverGetsTheToken();
    void whoIsAboutToSignInIsPicturedAndNothingOfItIsKept();

private:
    /// How often the picture told as `told` was asked for.
    [[nodiscard]] int asked(const QString& told) const
    {
        return m_service->log().count(u"GET"_s, avatarAddress(told).path());
    }
    void noneOfItHadAToken() const
    {
        QCOMPARE(m_service->log().violations(), QStringList());
        for (const DemoLogEntry& entry : m_service->log().entries()) {
            if (entry.path.startsWith("/i.groupme.com/"_L1))
                QVERIFY(!entry.tokenInHeader && entry.query.isEmpty());
        }
    }
};

void tst_AvatarsOverHttp::theyComeFromTheImageHostWhichNeverGetsTheToken()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    const QString picture = m_service->world().others().at(0).avatarUrl;
    QTRY_COMPARE_WITH_TIMEOUT(asked(picture), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        QDir(m_profile->accountFolder(me()) + u"/media"_s).count() > 2, patience);
    noneOfItHadAToken();

    QTRY_VERIFY(!kept().isEmpty());
    m_service->log().clear();
    start(); // from disk now
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    auto* pictures = m_context->window().chatsPage()->findChild<AvatarPictures*>();
    QTRY_VERIFY_WITH_TIMEOUT(pictures->memory() > 0, patience);
    QCOMPARE(asked(picture), 0);
}

void tst_AvatarsOverHttp::whoIsAboutToSignInIsPicturedAndNothingOfItIsKept()
{
    start();
    sayWhoOneIs(me());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Someone else"_s), patience);
    auto* pictures = m_context->window().signInPage().findChild<AvatarPictures*>();
    QTRY_VERIFY_WITH_TIMEOUT(pictures->memory() > 0, patience);
    QCOMPARE(asked(m_service->world().me().avatarUrl), 1);
    noneOfItHadAToken();
    m_context.reset();
    const QDir kept(m_profile->folder() + u"/signing-in"_s);
    QCOMPARE(kept.entryList(QDir::Files), QStringList());
}

SKEIN_TEST(tst_AvatarsOverHttp)

} // namespace avatarsOverHttpTest

#include "tst_AvatarsOverHttp.moc"
