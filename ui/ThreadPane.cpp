// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ThreadPane.h"

#include "ui/NoticeBar.h"
#include "ui/PinnedBar.h"
#include "ui/composer/Composer.h"
#include "ui/keys/Commands.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/Theme.h"
#include "ui/thread/ThreadJumps.h"
#include "ui/thread/ThreadView.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int headerHeight = 60;

}

ThreadPane::ThreadPane(ThreadModel& model, Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_empty(new QLabel(this))
    , m_thread(new QWidget(this))
    , m_header(new QWidget(m_thread))
    , m_back(new IconButton(Icon::Back, tr("Back to the chats"), m_header))
    , m_title(new ElidedLabel(m_header))
    , m_subtitle(new ElidedLabel(m_header))
    , m_details(new IconButton(Icon::Info, tr("Details"), m_header))
    , m_request(new NoticeBar(NoticeBar::Closing::ByProgram, m_thread, NoticeBar::Tone::Calm))
    , m_pinned(new PinnedBar(m_thread))
    , m_view(new ThreadView(model, clock, {}, m_thread))
    , m_composer(new Composer(m_thread))
    , m_pages(new QStackedLayout(this))
{
    buildHeader();
    auto* column = new QVBoxLayout(m_thread);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_request);
    column->addWidget(m_pinned);
    column->addWidget(m_view, 1);
    m_view->list().setAnimated(mayMove());
    column->addWidget(m_composer);
    m_composer->acceptDropsOn(*m_thread);

    m_empty->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_thread);

    connect(m_back, &QAbstractButton::clicked, this, &ThreadPane::backRequested);
    connect(m_details, &QAbstractButton::clicked, this, &ThreadPane::detailsRequested);
    connect(m_view, &ThreadView::composerRequested, this, &ThreadPane::focusComposer);
    connect(m_request, &NoticeBar::buttonPressed, this, &ThreadPane::acceptRequested);
    connect(m_composer, &Composer::barDeedRequested, this, &ThreadPane::barDeedRequested);
    connect(m_pinned, &PinnedBar::chosen, this, &ThreadPane::goToPinned);
    setBack({});
    applyTheme();
}

void ThreadPane::goToPinned(const MessageId& message)
{
    if (m_pinned->hasFocus()) // the keyboard goes along
        m_view->list().setFocus(Qt::OtherFocusReason);
    m_view->jumps().goTo(message);
}

void ThreadPane::buildHeader()
{
    auto* lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addStretch();
    lines->addWidget(m_title);
    lines->addWidget(m_subtitle);
    lines->addStretch();
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(metrics::unit, 0, 14, 1);
    row->setSpacing(metrics::unit);
    row->addWidget(m_back);
    row->addSpacing(12);
    row->addLayout(lines, 1);
    row->addWidget(m_details);
    m_header->setFixedHeight(headerHeight);
    m_subtitle->hide();
}

void ThreadPane::setConversation(const ConversationId& id, const ConversationHeading& heading)
{
    m_heading = heading;
    m_title->setText(heading.title);
    showMarks();
    showSubtitle();
    if (heading.request.isEmpty())
        m_request->clear();
    else
        m_request->say(heading.request, tr("Accept"));
    m_view->list().setTellsArrivals(!heading.isMuted);
    m_view->list().setShowsNames(id.kind != ConversationId::Kind::Direct);
    m_composer->setConversation(id, heading.title);
    sayWhoMayWrite();
    m_pages->setCurrentWidget(id.isEmpty() ? static_cast<QWidget*>(m_empty) : m_thread);
}

void ThreadPane::showMarks()
{
    QList<Icon> marks;
    QStringList words;
    if (m_heading.isLocked) {
        marks.append(Icon::Lock);
        words.append(tr("only admins write"));
    }
    if (m_heading.isMuted) {
        marks.append(Icon::BellOff);
        words.append(tr("muted"));
    }
    m_title->setMarks(marks);
    m_title->setAccessibleDescription(words.join(u", "_s));
}

void ThreadPane::sayWhoMayWrite()
{
    m_composer->setBarred(m_heading.bar, m_heading.barDeed);
    m_view->list().setMayWrite(m_heading.bar.isEmpty());
}

void ThreadPane::setTrouble(const QString& words)
{
    m_trouble = words;
    showSubtitle();
}

void ThreadPane::showSubtitle()
{
    const QString& words = m_trouble.isEmpty() ? m_heading.subtitle : m_trouble;
    m_subtitle->setText(words);
    m_subtitle->setVisible(!words.isEmpty());
}

void ThreadPane::setBack(const QString& name)
{
    m_back->setVisible(!name.isEmpty());
    if (!name.isEmpty())
        m_back->setDrawing(Icon::Back, name);
}

void ThreadPane::focusComposer() { m_composer->focusField(); }

void ThreadPane::sayKeys(const Commands& commands)
{
    const QString search = commands.keys(Command::Search).toString(QKeySequence::NativeText);
    m_empty->setText(search.isEmpty() ? tr("No chat is open") : tr("%1 finds a chat").arg(search));
    m_composer->setButtonTips(commands.withKeys(tr("Attach"), Command::Attach),
        commands.withKeys(tr("Emoji"), Command::Emoji));
}

void ThreadPane::keyPressEvent(QKeyEvent* event)
{
    const bool paging = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (!paging || m_paging)
        return QWidget::keyPressEvent(event);
    // What the list ignores comes back here.
    const QScopedValueRollback once(m_paging, true);
    QKeyEvent copy(event->type(), event->key(), event->modifiers());
    QCoreApplication::sendEvent(&m_view->list(), &copy);
}

void ThreadPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        m_view->list().setAnimated(mayMove());
        emit motionChanged();
    }
}

bool ThreadPane::mayMove() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void ThreadPane::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    m_subtitle->setFont(scaledFont(font(), 0.92));
    m_header->setFixedHeight(std::max(headerHeight, 3 * fontMetrics().height()));
    m_subtitle->setPalette(inked(palette(), theme.meta));
    m_empty->setPalette(inked(palette(), theme.meta));
    update();
}

void ThreadPane::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    if (m_pages->currentWidget() == m_thread)
        painter.fillRect(0, m_header->height() - 1, width(), 1, theme.hairline);
}

} // namespace skein
