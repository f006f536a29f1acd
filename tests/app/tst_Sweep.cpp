// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Sweep.h"
#include "tests/support/SkeinTest.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace sweepTest {

class tst_Sweep : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> window;

    template <class T>
    T* add(T* widget)
    {
        window->layout()->addWidget(widget);
        return widget;
    }
    QStringList faults()
    {
        window->show();
        window->resize(window->sizeHint());
        QCoreApplication::processEvents();
        QImage picture(window->size() * 2, QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(2);
        window->render(&picture);
        return faultsOf(*window, picture);
    }
    static void ink(QWidget& widget, const QColor& colour)
    {
        QPalette palette = widget.palette();
        palette.setColor(widget.foregroundRole(), colour);
        widget.setPalette(palette);
    }

private slots:
    void init()
    {
        window = std::make_unique<QWidget>();
        QPalette palette;
        palette.setColor(QPalette::Window, Qt::white);
        palette.setColor(QPalette::WindowText, Qt::black);
        window->setPalette(palette);
        new QVBoxLayout(window.get());
    }

    void namedControlsAndLegibleWordsAreNoFault()
    {
        add(new QPushButton(u"Send"_s));
        add(new QLineEdit)->setAccessibleName(u"Message"_s);
        add(new QLabel(u"A quiet sentence"_s));
        QCOMPARE(faults(), QStringList());
    }

    void aControlWithoutANameIsAFault()
    {
        add(new QToolButton);
        add(new QLineEdit);
        QCOMPARE(faults(), QStringList({u"QToolButton has no name"_s, u"QLineEdit has no name"_s}));
    }

    void whatIsHiddenIsNoFault()
    {
        add(new QToolButton)->hide();
        QCOMPARE(faults(), QStringList());
    }

    void whatLiesUnderSomethingElseIsNoFault()
    {
        ink(*add(new QLabel(u"Hardly to be read"_s)), QColor(0xaaaaaa));
        QVERIFY(!faults().isEmpty());
        auto* cover = new QLabel(window.get());
        cover->setAutoFillBackground(true);
        cover->setGeometry(window->rect());
        cover->show();
        QCOMPARE(faults(), QStringList());
    }

    void faintWordsAreAFaultUnlessTheyCannotBeUsed()
    {
        ink(*add(new QLabel(u"Hardly to be read"_s)), QColor(0xaaaaaa));
        QLabel* unusable = add(new QLabel(u"Not now"_s));
        ink(*unusable, QColor(0xaaaaaa));
        unusable->setEnabled(false);
        const QStringList found = faults();
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].startsWith(u"QLabel has a contrast of 2."), qPrintable(found[0]));
    }
};

SKEIN_TEST(tst_Sweep)

} // namespace sweepTest

#include "tst_Sweep.moc"
