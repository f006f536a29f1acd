// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The composer in its pane over a whole account, a service that answers and takes files, and a
// disk: the program may crash at any time. For the tests of tests/ui that write, send, edit and
// take back. Main thread.

#include "tests/fakes/FakeUploads.h"
#include "tests/support/AccountFixture.h"
#include "tests/support/Pictures.h"
#include "ui/ComposerActions.h"
#include "ui/ThreadPane.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Enclosures.h"
#include "ui/composer/MessageField.h"
#include "ui/composer/PurposeBar.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/thread/ThreadView.h"

#include <QDir>
#include <QTest>

namespace skein {

class ComposerDesk : public QObject {
protected:
    static inline const ConversationId ben = chatWith(somebody);
    static inline const ConversationId iris = chatWith(QStringLiteral("20002"));

    void begin();
    void end();
    void start();
    /// The program dies and starts again.
    void crash();
    void go(const ConversationId& id);
    /// To Iris before anything else happens.
    void leave();
    void attach();
    void type(const QString& text) { QTest::keyClicks(&field(), text); }
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    void composeAll();
    void verifyAll();

    Composer& composer() { return m_pane->composer(); }
    MessageField& field() { return *composer().findChild<MessageField*>(); }
    Enclosures& enclosures() { return composer().enclosures(); }
    [[nodiscard]] QStringList bar();
    [[nodiscard]] QStringList copies();
    [[nodiscard]] MessageDraft onDisk(const ConversationId& id);
    [[nodiscard]] MessageId newest();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<FakeUploads> m_uploads;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<ThreadPane> m_pane;
    std::unique_ptr<ComposerActions> m_actions;
    QStringList m_sentences;
};

inline void ComposerDesk::begin()
{
    end();
    m_sentences.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    m_uploads = std::make_unique<FakeUploads>(m_world->service, QList{ben, iris});
    m_world->service.serve(m_world->network());
    m_world->service.receive(somebody, QStringLiteral("who brings the oars?"));
    m_world->service.receive(QStringLiteral("20002"), QStringLiteral("hello"));
    start();
    go(ben);
}

inline void ComposerDesk::end()
{
    m_actions.reset();
    m_pane.reset();
    m_account.reset();
    m_uploads.reset();
    m_world.reset();
}

inline void ComposerDesk::start()
{
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_pane = std::make_unique<ThreadPane>(m_account->thread, m_world->clock);
    m_actions = std::make_unique<ComposerActions>(m_account->session(), *m_pane);
    connect(m_actions.get(), &ComposerActions::refused, this,
        [this](const QString& sentence) { m_sentences.append(sentence); });
    m_pane->resize(700, 600);
    m_pane->show();
    m_world->staged().sweep();
    m_account->start();
    m_world->pass(std::chrono::seconds(2));
}

inline void ComposerDesk::crash()
{
    m_actions.reset();
    m_pane.reset();
    m_account.reset();
    m_world->restart();
    start();
}

inline void ComposerDesk::go(const ConversationId& id)
{
    m_account->thread.open(id);
    m_pane->setConversation(id, {.title = QStringLiteral("Somebody")});
    m_world->settle();
}

inline void ComposerDesk::leave()
{
    m_account->thread.open(iris);
    m_pane->setConversation(iris, {.title = QStringLiteral("Iris")});
}

/// A photo and a file.
inline void ComposerDesk::attach()
{
    QFile paper(m_folder->filePath(QStringLiteral("tides.txt")));
    QVERIFY(paper.open(QIODevice::WriteOnly));
    paper.write("low at nine");
    paper.close();
    enclosures().addImage(pictures::plain({64, 48}));
    enclosures().addPaths({paper.fileName()});
    QTRY_VERIFY(!enclosures().isBusy());
    m_world->settle();
}

/// Words, files and an answer, in the conversation in front.
inline void ComposerDesk::composeAll()
{
    emit m_pane->view().replyRequested(newest());
    attach();
    type(QStringLiteral("me, look"));
}

inline void ComposerDesk::verifyAll()
{
    QCOMPARE(composer().text(), QStringLiteral("me, look"));
    QCOMPARE(
        bar().value(0), QStringLiteral("Reply to ") + m_account->thread.row(0).message.senderName);
    QCOMPARE(bar().value(1), QStringLiteral("who brings the oars?"));
    const QList<OutgoingFile> files = enclosures().files();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(0).pixels, QSize(64, 48));
    QCOMPARE(files.at(1).name, QStringLiteral("tides.txt"));
    QTRY_VERIFY(!enclosures().all().first().thumbnail.isNull());
    QCOMPARE(copies().size(), 2);
}

inline QStringList ComposerDesk::bar()
{
    QStringList lines;
    const auto* bar = composer().findChild<PurposeBar*>();
    for (const ElidedLabel* label : bar->findChildren<ElidedLabel*>()) {
        if (!bar->isHidden())
            lines.append(label->text());
    }
    return lines;
}

inline QStringList ComposerDesk::copies()
{
    m_world->settle();
    return QDir(m_world->store().outgoingFolder()).entryList(QDir::Files | QDir::Hidden);
}

inline MessageDraft ComposerDesk::onDisk(const ConversationId& id)
{
    return m_world->look([id](Stores& stores) { return stores.drafts.load(id); });
}

inline MessageId ComposerDesk::newest()
{
    const auto& thread = m_account->thread;
    return thread.count() > 0 ? thread.row(thread.count() - 1).message.id : MessageId{};
}

} // namespace skein
