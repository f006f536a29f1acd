// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/MainWindow.h"

#include "core/models/ChatListModel.h"
#include "core/platform/Settings.h"
#include "ui/ChatsPage.h"
#include "ui/UnreadWords.h"
#include "ui/signin/SignInPage.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Question.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>

namespace skein {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), m_pages(new QStackedWidget(this))
{
    setWindowIcon(appIcon());
    showTitle();
    setCentralWidget(m_pages);
    setMinimumSize(360, 480);
    resize(1120, 760);
    qApp->installEventFilter(this);
    applyTheme();
}

MainWindow::~MainWindow() { endSession(); }

void MainWindow::showSignIn(SignIn& signIn, const QString& notice)
{
    endSession();
    signInPage().start(signIn, notice);
    m_pages->setCurrentWidget(m_signInPage);
}

SignInPage& MainWindow::signInPage()
{
    if (!m_signInPage) {
        m_signInPage = new SignInPage(m_pages);
        m_pages->addWidget(m_signInPage);
        emit signInPageMade(*m_signInPage);
    }
    return *m_signInPage;
}

void MainWindow::showSession(const Session& session)
{
    endSession();
    m_settings = &session.settings;
    restoreShape(session.settings);
    if (m_signInPage)
        m_signInPage->clear();
    m_chatsPage = new ChatsPage(session, m_pages);
    m_pages->addWidget(m_chatsPage);
    m_pages->setCurrentWidget(m_chatsPage);
    connect(m_chatsPage, &ChatsPage::titleChanged, this, &MainWindow::showTitle);
    connect(m_chatsPage, &ChatsPage::quitRequested, this, &MainWindow::quit);
    connect(m_chatsPage, &ChatsPage::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_chatsPage, &ChatsPage::keepTokenRequested, this, &MainWindow::keepTokenRequested);
    connect(m_chatsPage, &ChatsPage::signInAgainRequested, this, &MainWindow::signInAgainRequested);
    connect(m_chatsPage, &ChatsPage::frontRequested, this, &MainWindow::comeToFront);
    connect(&session.chats, &ChatListModel::unreadChanged, m_chatsPage,
        [this](const UnreadTotals& totals) { showUnread(totals); });
    showUnread(session.chats.unreadTotals());
    m_chatsPage->takeKeyboard();
    noteAttention();
}

void MainWindow::endSession()
{
    if (!m_chatsPage)
        return;
    keep();
    m_settings = nullptr;
    delete std::exchange(m_chatsPage, nullptr);
    showUnread({});
}

void MainWindow::restoreShape(const Settings& settings)
{
    if (!m_hasShape)
        m_hasShape = restoreGeometry(settings.value(setting::windowGeometry));
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::stepAside()
{
    keep();
    hide();
    emit steppedAside();
}

void MainWindow::quit()
{
    m_isQuitting = true;
    if (close())
        QCoreApplication::quit();
}

void MainWindow::showTitle()
{
    setWindowTitle(titleWords(m_chatsPage ? m_chatsPage->title() : QString(), m_unread));
}

void MainWindow::showUnread(const UnreadTotals& totals)
{
    m_unread = totals;
    showTitle();
    emit unreadChanged(totals);
}

void MainWindow::noteAttention()
{
    if (m_chatsPage)
        m_chatsPage->setAttention(isVisible() && !isMinimized(), isActiveWindow());
}

void MainWindow::keep()
{
    if (m_settings && windowHandle()) // without, it was never on the screen
        m_settings->set(setting::windowGeometry, saveGeometry());
    if (m_chatsPage)
        m_chatsPage->flush();
}

bool MainWindow::event(QEvent* event)
{
    const bool handled = QMainWindow::event(event);
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
    case QEvent::ActivationChange:
        noteAttention();
        break;
    default:
        break;
    }
    return handled;
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyTheme();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange)
        applyTheme();
    if (watched == qApp && event->type() == QEvent::Quit)
        m_isQuitting = true; // every window is now asked to close: for the session's end, too
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::applyTheme()
{
    const QPalette system = QApplication::palette();
    setPalette(Theme::from(system).applied(system));
}

void MainWindow::askBeforeLosingText()
{
    m_isQuitting = false;
    if (findChild<Question*>())
        return;
    comeToFront();
    auto* question = new Question({.question = tr("Close Skein and lose what you typed?"),
                                      .meaning = tr("It cannot be kept on this computer now."),
                                      .agree = tr("Close and lose it"),
                                      .decline = tr("Stay")},
        this);
    connect(question, &Question::agreed, this, [this] {
        m_mayLoseText = true;
        quit();
    });
    question->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_chatsPage && !m_isQuitting && m_mayHide && m_mayHide()) {
        event->ignore();
        return stepAside();
    }
    keep();
    if (m_chatsPage && m_chatsPage->wouldLoseText() && !m_mayLoseText) {
        event->ignore();
        return askBeforeLosingText();
    }
    QMainWindow::closeEvent(event);
}

} // namespace skein
