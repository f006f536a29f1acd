// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/ImageViewer.h"
#include "ui/media/PictureCanvas.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace skein;
using namespace Qt::StringLiterals;

namespace imageViewerTest {
using State = Picture::State;

namespace {

/// Pictures that tests bring when they like.
class FakePictures final : public ViewedPictures {
public:
    [[nodiscard]] Picture picture(const QUrl& url) const override { return pictures.value(url); }
    void want(const QUrl& shown, const QList<QUrl>& beside) override
    {
        wanted.append(shown);
        near = beside;
    }
    void load(const QUrl& url) override { loaded.append(url); }
    void play(const QUrl& url) override { played.append(url); }
    [[nodiscard]] Async<QByteArray> bytes(const QUrl& url) override
    {
        const QImage image = pictures.value(url).image;
        if (image.isNull())
            return later<QByteArray>(
                this, std::unexpected(Error{ErrorKind::NotFound, 404, {}, {}}));
        return later<QByteArray>(this, pictures::encoded(image));
    }
    void bring(const QUrl& url, const Picture& picture)
    {
        pictures[url] = picture;
        emit changed(url);
    }

    QHash<QUrl, Picture> pictures;
    QList<QUrl> wanted;
    QList<QUrl> near;
    QList<QUrl> loaded;
    QList<QUrl> played;
};

QUrl urlOf(int number) { return QUrl(u"https://i.groupme.com/%1"_s.arg(number)); }

QList<ViewedPicture> album(int first, int last)
{
    QList<ViewedPicture> list;
    for (int i = first; i <= last; ++i)
        list.append({urlOf(i), u"Ava"_s, QDateTime({2026, 5, i}, {12, 30})});
    return list;
}

} // namespace

class tst_ImageViewer : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakePictures> m_pictures;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_field = nullptr;
    QPointer<ImageViewer> m_viewer;
    QString m_path;
    QString m_suggested;

    [[nodiscard]] PictureCanvas* canvas() const { return m_viewer->findChild<PictureCanvas*>(); }
    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        for (auto* each : m_viewer->findChildren<QAbstractButton*>()) {
            if (each->accessibleName() == name || each->text() == name)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = m_viewer->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void open(int last = 3, qsizetype index = 1)
    {
        m_viewer = new ImageViewer(*m_pictures, m_window.get(), [this](QWidget*, const QString& s) {
            m_suggested = s;
            return m_path;
        });
        m_viewer->open(album(1, last), index);
    }
    void bring(int number, QSize size)
    {
        m_pictures->bring(urlOf(number), {State::Ready, pictures::twoHalves(size)});
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_pictures = std::make_unique<FakePictures>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_field = new QLineEdit(m_window.get());
        m_window->show();
        m_window->activateWindow();
        m_field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_pictures.reset();
    }

    void itCoversTheWindowAndGoesWithIt()
    {
        open();
        QCOMPARE(m_viewer->geometry(), m_window->rect());
        m_window->resize(500, 400);
        QTRY_COMPARE(m_viewer->geometry(), m_window->rect());
        QCOMPARE(canvas()->geometry(), m_viewer->rect());
    }

    void aPictureIsFittedAndNeverEnlarged()
    {
        open();
        bring(2, {1600, 600});
        QVERIFY(canvas()->isFitted());
        QCOMPARE(canvas()->pictureRect(), QRectF(0, 150, 800, 300));
        bring(2, {100, 50});
        QCOMPARE(canvas()->pictureRect().size(), QSizeF(100, 50));
        QCOMPARE(canvas()->pictureRect().center(), QRectF(canvas()->rect()).center());
    }

    void keysZoomTurnAndFit()
    {
        open();
        bring(2, {1600, 1200});
        const double fitted = canvas()->scale();
        key(Qt::Key_Plus);
        QVERIFY(canvas()->scale() > fitted && !canvas()->isFitted());
        key(Qt::Key_Minus);
        QVERIFY(canvas()->isFitted());
        key(Qt::Key_Minus);
        QCOMPARE(canvas()->scale(), fitted);
        key(Qt::Key_1);
        QCOMPARE(canvas()->scale(), 1.0);
        key(Qt::Key_0);
        QCOMPARE(canvas()->scale(), fitted);
        key(Qt::Key_R);
        QCOMPARE(canvas()->quarterTurns(), 1);
        QVERIFY(canvas()->pictureRect().height() > canvas()->pictureRect().width());
        for (int i = 0; i < 100; ++i)
            key(Qt::Key_Plus);
        QCOMPARE(canvas()->scale(), 16.0);
    }

    void theWheelEnlargesAroundThePointer()
    {
        open();
        bring(2, {1600, 1200});
        const QPointF point(200, 200);
        const auto under
            = [&] { return (point - canvas()->pictureRect().topLeft()) / canvas()->scale(); };
        const QPointF before = under();
        QWheelEvent event(point, m_window->mapToGlobal(point), {}, {0, 360}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas(), &event);
        QVERIFY(!canvas()->isFitted());
        QVERIFY((under() - before).manhattanLength() < 0.01);
    }

    void draggingMovesWhatIsLargerThanTheWindowAndNoFurther()
    {
        open();
        bring(2, {1600, 1200});
        key(Qt::Key_1);
        const auto drag = [&](QPoint from, QPoint to) {
            QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
            QTest::mouseMove(canvas(), to);
            QMouseEvent move(QEvent::MouseMove, to, canvas()->mapToGlobal(to), Qt::LeftButton,
                Qt::LeftButton, {});
            QApplication::sendEvent(canvas(), &move);
            QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
        };
        const QRectF before = canvas()->pictureRect();
        drag({400, 300}, {450, 330});
        QCOMPARE(canvas()->pictureRect(), before.translated(50, 30));
        drag({10, 10}, {790, 590});
        drag({10, 10}, {790, 590});
        QCOMPARE(canvas()->pictureRect().topLeft(), QPointF(0, 0));
        key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(canvas()->pictureRect().left() < 0);
        QVERIFY(m_viewer); // a drag is no click
    }

    void arrowsGoFromPictureToPictureAndStopAtTheEnds()
    {
        open();
        QSignalSpy oldest(m_viewer.data(), &ImageViewer::reachedOldest);
        QCOMPARE(m_pictures->near, (QList<QUrl>{urlOf(3), urlOf(1)}));
        key(Qt::Key_Right);
        QCOMPARE(m_viewer->index(), 2);
        QVERIFY(!button(u"Next photo"_s)->isEnabled());
        key(Qt::Key_Right);
        QCOMPARE(m_viewer->index(), 2);
        key(Qt::Key_Home);
        QCOMPARE(m_viewer->index(), 0);
        QCOMPARE(oldest.count(), 1);
        key(Qt::Key_Left);
        QCOMPARE(m_viewer->index(), 0);
        QCOMPARE(m_pictures->wanted, (QList<QUrl>{urlOf(2), urlOf(3), urlOf(1)}));
        QTest::mouseClick(button(u"Next photo"_s), Qt::LeftButton);
        QCOMPARE(m_viewer->index(), 1);
        QVERIFY(says(u"2 of 3"_s));
        QVERIFY(says(u"Ava"_s));
    }

    void eachPictureBeginsFittedAndUpright()
    {
        open();
        bring(2, {1600, 1200});
        bring(3, {1600, 1200});
        key(Qt::Key_R);
        key(Qt::Key_1);
        key(Qt::Key_Right);
        QVERIFY(canvas()->isFitted());
        QCOMPARE(canvas()->quarterTurns(), 0);
    }

    void theNextFrameKeepsTheView()
    {
        open();
        bring(2, {1600, 1200});
        key(Qt::Key_R);
        key(Qt::Key_1);
        bring(2, {1600, 1200});
        QCOMPARE(canvas()->scale(), 1.0);
        QCOMPARE(canvas()->quarterTurns(), 1);
    }

    void olderPicturesComeInWithoutMovingTheOneThatIsShown()
    {
        open(3, 0);
        m_viewer->setPictures(album(1, 3));
        auto more = album(4, 6) + album(1, 3);
        m_viewer->setPictures(more);
        QCOMPARE(m_viewer->index(), 3);
        QVERIFY(says(u"4 of 6"_s));
        key(Qt::Key_Left);
        QCOMPARE(m_pictures->wanted.last(), urlOf(6));
    }

    void whatIsKnownOfOlderOnesIsSaidAtTheOldest()
    {
        using Older = ImageViewer::Older;
        open();
        QSignalSpy oldest(m_viewer.data(), &ImageViewer::reachedOldest);
        key(Qt::Key_Home);
        QCOMPARE(oldest.count(), 1);
        m_viewer->setOlder(Older::Loading);
        QVERIFY(says(u"Looking for older photos"_s));
        key(Qt::Key_Left);
        QCOMPARE(oldest.count(), 1); // that goes on already
        for (const Older older : {Older::Further, Older::Failed}) {
            m_viewer->setOlder(older);
            QVERIFY(says(u"once more"_s));
            QVERIFY(button(u"Previous photo"_s)->isVisible());
        }
        QTest::mouseClick(button(u"Previous photo"_s), Qt::LeftButton);
        QCOMPARE(oldest.count(), 2);
        m_viewer->setPictures(album(4, 5) + album(1, 3));
        m_viewer->setOlder(Older::Unasked);
        QVERIFY(!says(u"older"_s)); // they are here
        QVERIFY(says(u"3 of 5"_s));
        key(Qt::Key_Home);
        QCOMPARE(oldest.count(), 3);
        m_viewer->setOlder(Older::None);
        QVERIFY(says(u"There is no older photo."_s));
        QVERIFY(!button(u"Previous photo"_s)->isVisible());
        key(Qt::Key_Right);
        QVERIFY(!says(u"There is no older photo."_s));
        key(Qt::Key_Left);
        QVERIFY(says(u"There is no older photo."_s));
        QCOMPARE(oldest.count(), 3); // that will not change
    }

    void whoWentOnMeanwhileIsNotDisturbed()
    {
        open();
        key(Qt::Key_Home);
        m_viewer->setOlder(ImageViewer::Older::Loading);
        key(Qt::Key_Right);
        m_viewer->setOlder(ImageViewer::Older::None);
        QVERIFY(!says(u"older"_s));
        QVERIFY(says(u"2 of 3"_s));
    }

    void waitingIsToldAndTroubleCanBeTriedAgain()
    {
        open();
        QVERIFY(canvas()->accessibleName().contains(u"loading"_s));
        QVERIFY(!button(u"Copy photo"_s)->isEnabled());
        m_pictures->bring(urlOf(2), {State::Failed, {}});
        QVERIFY(says(u"could not be loaded"_s));
        QVERIFY(canvas()->accessibleName().contains(u"could not be loaded"_s));
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button(u"Retry"_s));
        key(Qt::Key_Space);
        QCOMPARE(m_pictures->loaded, QList<QUrl>{urlOf(2)});
        bring(2, {640, 480});
        QVERIFY(!says(u"could not be loaded"_s));
        QCOMPARE(canvas()->accessibleName().count(u"640 by 480"_s), 1);
    }

    void aPictureThatStandsIsPlayedByAClickOrByKeyboard()
    {
        open();
        bring(2, {160, 120});
        key(Qt::Key_Space);
        QVERIFY(m_pictures->played.isEmpty()); // it is none that moves
        m_pictures->bring(urlOf(2), {State::Ready, pictures::twoHalves({160, 120}), true});
        QVERIFY(canvas()->accessibleName().contains(u"Space"_s));
        key(Qt::Key_Space);
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->rect().center());
        QCOMPARE(m_pictures->played, (QList<QUrl>{urlOf(2), urlOf(2)}));
        QVERIFY(m_viewer);
    }

    void aForeignPictureIsLoadedOnlyWhenThePersonSaysSo()
    {
        open();
        m_pictures->bring(urlOf(2), {State::Withheld, {}});
        QVERIFY(says(u"i.groupme.com"_s));
        QVERIFY(m_pictures->loaded.isEmpty());
        QTest::mouseClick(button(u"Load photo"_s), Qt::LeftButton);
        QCOMPARE(m_pictures->loaded, QList<QUrl>{urlOf(2)});
    }

    void aPictureIsCopied()
    {
        open();
        bring(2, {40, 30});
        QGuiApplication::clipboard()->clear();
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(40, 30));
        QVERIFY(says(u"Copied"_s));
    }

    void aPictureIsSavedAsItCame()
    {
        open();
        bring(2, {40, 30});
        m_path = m_dir->filePath(u"here.png"_s);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(says(u"Saved"_s));
        QCOMPARE(QImage(m_path).size(), QSize(40, 30));
        QCOMPARE(m_suggested, u"Photo 2026-05-02 12-30-00.png"_s);
        m_path = m_dir->filePath(u"no/such/folder.png"_s);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(says(u"could not be saved"_s));
    }

    void escapeGivesTheFocusBack()
    {
        open();
        QVERIFY(canvas()->hasFocus());
        QSignalSpy closed(m_viewer.data(), &ImageViewer::closed);
        key(Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(m_field->hasFocus());
        QTRY_VERIFY(!m_viewer);
    }

    void anEmptyListIsNotShown()
    {
        m_viewer = new ImageViewer(*m_pictures, m_window.get());
        m_viewer->open({}, 0);
        QTRY_VERIFY(!m_viewer);
        QVERIFY(m_field->hasFocus());
    }

    void aClickBesideThePictureCloses()
    {
        open();
        bring(2, {40, 30});
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, {400, 300});
        QVERIFY(m_viewer->isVisible());
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, {100, 300});
        QTRY_VERIFY(!m_viewer);
    }

    void noKeyReachesTheWindowBeneath()
    {
        int fired = 0;
        for (const auto& sequence : {QKeySequence(Qt::CTRL | Qt::Key_K),
                 QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_C)}) {
            auto* shortcut = new QShortcut(sequence, m_window.get());
            connect(shortcut, &QShortcut::activated, this, [&fired] { ++fired; });
        }
        open();
        key(Qt::Key_K, Qt::ControlModifier);
        key(Qt::Key_C, Qt::ControlModifier);
        key(Qt::Key_A);
        key(Qt::Key_Escape);
        QCOMPARE(fired, 0);
        QVERIFY(m_field->text().isEmpty());
    }

    void tabGoesRoundInTheViewer()
    {
        open();
        bring(2, {40, 30});
        QSet<QWidget*> stops;
        for (int i = 0; i < 20; ++i) {
            key(Qt::Key_Tab);
            QVERIFY(m_viewer->isAncestorOf(QApplication::focusWidget()));
            QVERIFY(!QApplication::focusWidget()->accessibleName().isEmpty());
            stops.insert(QApplication::focusWidget());
        }
        QCOMPARE(stops.size(), 9); // the picture and eight buttons
    }
};

SKEIN_TEST(tst_ImageViewer)

} // namespace imageViewerTest

#include "tst_ImageViewer.moc"
