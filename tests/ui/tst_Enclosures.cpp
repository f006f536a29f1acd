// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/composer/Enclosures.h"

#include <QBuffer>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace skein;
using namespace Qt::StringLiterals;

namespace enclosuresTest {

namespace {

QByteArray picture(const char* format, QSize size = {30, 20})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

// What can go along with a message, in which order, and what is said of the rest.
class tst_Enclosures : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aPictureIsAPhotoWhateverItsNameSays();
    void anotherFileStaysWhereItIs();
    void aDrawingIsAFile();
    void theyKeepTheirOrder();
    void whatCannotGoIsRefusedWithASentence_data();
    void whatCannotGoIsRefusedWithASentence();
    void whatIsRefusedTakesNothingElseAlong();
    void noMoreThanTenGoAtOnce();
    void whatWasRemovedWhileItWasReadStaysAway();
    void theClipboardsPictureIsTaken();
    void theClipboardsOwnBytesWinOverTheirDrawing();
    void textWinsOverThePictureOfIt();
    void filesWinOverTheirNames();
    void linksAreText();
    void placesStandAmongTheFiles();
    void eachIsCopiedOnceAndReadyWhenItIs();
    void whatCannotBeCopiedIsRefused();
    void aCopyThatIsTakenOutIsDiscarded();
    void aCopyThatComesTooLateIsDiscarded();
    void whatIsReadForAnotherConversationGoesThere();
    void filesOfADraftComeBackWithTheirPictures();
    void aLostCopyIsSaid();
    void aDraftNamesWhatIsStillCopied();
    void whatWasNeverCopiedIsSaid();
    void whatIsStillReadIsNotSaidToBeMissing();

private:
    FileKeeper keeper();
    QString write(const QString& name, const QByteArray& bytes);
    bool isRead()
    {
        return QTest::qWaitFor([this] { return !m_enclosures->isBusy(); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Enclosures> m_enclosures;
    std::unique_ptr<QSignalSpy> m_refused;
    QList<TakenFile> m_taken; ///< what was to be copied
    QStringList m_discarded;
    bool m_isFull = false;
};

void tst_Enclosures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_taken.clear();
    m_discarded.clear();
    m_isFull = false;
    m_enclosures = std::make_unique<Enclosures>();
    m_enclosures->setKeeper(keeper());
    m_refused = std::make_unique<QSignalSpy>(m_enclosures.get(), &Enclosures::refused);
}

/// Keeps copies in the folder, as "copy1", "copy2"...
FileKeeper tst_Enclosures::keeper()
{
    return {.keep =
                [this](const TakenFile& taken) {
                    m_taken.append(taken);
                    OutgoingFile file = taken.file;
                    file.staged = u"copy%1"_s.arg(m_taken.size());
                    write(file.staged, taken.bytes.isEmpty() ? "x" : taken.bytes);
                    return later(this,
                        m_isFull ? Result<OutgoingFile>(std::unexpected(
                                       Error{ErrorKind::Storage, 0, u"no space"_s, {}}))
                                 : Result<OutgoingFile>(file));
                },
        .pathOf = [this](const OutgoingFile& file) { return m_folder->filePath(file.staged); },
        .discard = [this](const OutgoingFile& file) { m_discarded.append(file.staged); }};
}

QString tst_Enclosures::write(const QString& name, const QByteArray& bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void tst_Enclosures::aPictureIsAPhotoWhateverItsNameSays()
{
    m_enclosures->addPaths({write(u"notes.txt"_s, picture("PNG"))});
    QVERIFY(m_enclosures->isBusy());
    QCOMPARE(m_enclosures->all().first().name, u"notes.txt"_s);
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->all().first().kind, Enclosure::Kind::Photo);
    QVERIFY(!m_enclosures->all().first().thumbnail.isNull());
    const TakenFile taken = m_taken.value(0);
    QCOMPARE(taken.file.kind, OutgoingFile::Kind::Image);
    QCOMPARE(taken.file.mimeType, QByteArray("image/png"));
    QCOMPARE(taken.file.pixels, QSize(30, 20));
    QCOMPARE(taken.file.size, taken.bytes.size());
    QCOMPARE(taken.path, QString());
}

void tst_Enclosures::anotherFileStaysWhereItIs()
{
    const QString path = write(u"photo.jpg"_s, "only words");
    m_enclosures->addPaths({path});
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->all().first().kind, Enclosure::Kind::File);
    const TakenFile taken = m_taken.value(0);
    QCOMPARE(taken.file.kind, OutgoingFile::Kind::File);
    QCOMPARE(taken.path, path);
    QCOMPARE(taken.bytes, QByteArray());
    QCOMPARE(taken.file.name, u"photo.jpg"_s);
    QCOMPARE(taken.file.size, 10);
}

void tst_Enclosures::aDrawingIsAFile()
{
    m_enclosures->addPaths(
        {write(u"a.png"_s, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")});
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->files().value(0).kind, OutgoingFile::Kind::File);
}

void tst_Enclosures::theyKeepTheirOrder()
{
    m_enclosures->addPaths({write(u"large.png"_s, picture("PNG", {900, 900})),
        write(u"b.txt"_s, "b"), write(u"c.png"_s, picture("PNG"))});
    m_enclosures->addImage(QImage(3, 3, QImage::Format_RGB32));
    QVERIFY(isRead());
    QStringList names;
    for (const OutgoingFile& file : m_enclosures->files())
        names.append(file.name);
    QCOMPARE(names, (QStringList{u"large.png"_s, u"b.txt"_s, u"c.png"_s, u"Photo"_s}));
}

void tst_Enclosures::whatCannotGoIsRefusedWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << u"empty.txt"_s << QByteArray() << u"empty.txt is empty."_s;
    QTest::newRow("damaged") << u"half.png"_s << picture("PNG").first(40)
                             << u"half.png is damaged: it cannot be read as a picture."_s;
    QTest::newRow("heic of tomorrow")
        << u"IMG_1.heic"_s << pictures::heicOfUnknownKind()
        << u"IMG_1.heic is a HEIC photo of a kind that Skein cannot read here. Saved as JPEG it "
           "can be sent."_s;
    QTest::newRow("large") << u"film.bin"_s << QByteArray(50'000'001, 'x')
                           << u"film.bin is larger than 50 MB."_s;
    QTest::newRow("folder") << u"."_s << QByteArray()
                            << u" is not a file. Only files can be sent."_s;
    QTest::newRow("gone") << u"gone.txt"_s << QByteArray() << u"gone.txt is not there any more."_s;
}

void tst_Enclosures::whatCannotGoIsRefusedWithASentence()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    const bool isWritten = name != u"."_s && name != u"gone.txt"_s;
    m_enclosures->addPaths({isWritten ? write(name, bytes) : m_folder->filePath(name)});
    QVERIFY(isRead());
    QVERIFY(m_enclosures->isEmpty());
    QCOMPARE(m_refused->size(), 1);
    QVERIFY2(m_refused->at(0).at(0).toString().endsWith(words),
        qPrintable(m_refused->at(0).at(0).toString()));
}

void tst_Enclosures::whatIsRefusedTakesNothingElseAlong()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a"), m_folder->path(), write(u"b.txt"_s, "b")});
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->files().size(), 2);
    QCOMPARE(m_refused->size(), 1);
}

void tst_Enclosures::noMoreThanTenGoAtOnce()
{
    QStringList paths;
    for (int i = 0; i < Enclosures::most + 2; ++i)
        paths.append(write(u"%1.txt"_s.arg(i), "x"));
    m_enclosures->addPaths(paths);
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->files().size(), Enclosures::most);
    QCOMPARE(m_refused->size(), 1);
    QVERIFY(m_refused->at(0).at(0).toString().contains(u"10"_s));
}

void tst_Enclosures::whatWasRemovedWhileItWasReadStaysAway()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a"), write(u"b.txt"_s, "b")});
    m_enclosures->remove(m_enclosures->all().first().id);
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->files().size(), 1);
    QCOMPARE(m_enclosures->files().first().name, u"b.txt"_s);
    m_enclosures->clear();
    QVERIFY(m_enclosures->isEmpty());
}

void tst_Enclosures::theClipboardsPictureIsTaken()
{
    QMimeData data;
    QImage image(7, 5, QImage::Format_RGB32);
    image.fill(Qt::red);
    data.setImageData(image);
    QVERIFY(Enclosures::canAdd(data));
    m_enclosures->addFrom(data);
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->files().value(0).pixels, QSize(7, 5));
    QCOMPARE(m_enclosures->files().value(0).mimeType, QByteArray("image/png"));
}

void tst_Enclosures::theClipboardsOwnBytesWinOverTheirDrawing()
{
    QMimeData data;
    data.setImageData(QImage(7, 5, QImage::Format_RGB32));
    data.setData(u"image/jpeg"_s, picture("JPG"));
    m_enclosures->addFrom(data);
    QVERIFY(isRead());
    QCOMPARE(m_taken.value(0).bytes, picture("JPG"));
    QCOMPARE(m_enclosures->files().value(0).mimeType, QByteArray("image/jpeg"));
}

void tst_Enclosures::textWinsOverThePictureOfIt()
{
    QMimeData cells; // as spreadsheets copy them
    cells.setText(u"1\t2"_s);
    cells.setImageData(QImage(7, 5, QImage::Format_RGB32));
    QVERIFY(!Enclosures::canAdd(cells));
}

void tst_Enclosures::filesWinOverTheirNames()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(u"a.txt"_s, "a")), QUrl(u"https://example.org/"_s)});
    data.setText(u"a.txt"_s);
    QVERIFY(Enclosures::canAdd(data));
    m_enclosures->addFrom(data);
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->files().size(), 1);
}

void tst_Enclosures::linksAreText()
{
    QMimeData data;
    data.setUrls({QUrl(u"https://example.org/a.png"_s)});
    QVERIFY(!Enclosures::canAdd(data));
}

void tst_Enclosures::placesStandAmongTheFiles()
{
    const QJsonObject place{{u"type"_s, u"location"_s}, {u"name"_s, u"Boathouse"_s}};
    m_enclosures->addPlace(place);
    QCOMPARE(m_enclosures->all().value(0).name, u"Boathouse"_s);
    QCOMPARE(m_enclosures->places(), QJsonArray{place});
    QVERIFY(m_enclosures->files().isEmpty());
    QVERIFY(!m_enclosures->isBusy());
}

void tst_Enclosures::eachIsCopiedOnceAndReadyWhenItIs()
{
    m_enclosures->addPaths({write(u"a.png"_s, picture("PNG")), write(u"b.txt"_s, "b")});
    QVERIFY(isRead());
    QCOMPARE(m_taken.size(), 2);
    QCOMPARE(m_enclosures->files().value(0).staged, u"copy1"_s);
    QCOMPARE(m_enclosures->files().value(1).staged, u"copy2"_s);
}

void tst_Enclosures::whatCannotBeCopiedIsRefused()
{
    m_isFull = true;
    m_enclosures->addPaths({write(u"b.txt"_s, "b")});
    QVERIFY(isRead());
    QVERIFY(m_enclosures->isEmpty());
    QCOMPARE(m_refused->value(0).value(0), u"no space"_s);
}

void tst_Enclosures::aCopyThatIsTakenOutIsDiscarded()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a"), write(u"b.txt"_s, "b")});
    QVERIFY(isRead());
    m_enclosures->remove(m_enclosures->all().first().id);
    QCOMPARE(m_discarded, QStringList{u"copy1"_s});
    m_enclosures->clear(); // they are with a message now
    QCOMPARE(m_discarded.size(), 1);
}

void tst_Enclosures::aCopyThatComesTooLateIsDiscarded()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a")});
    QTRY_COMPARE(m_taken.size(), 1); // being copied
    m_enclosures->remove(m_enclosures->all().first().id);
    QTRY_COMPARE(m_discarded, QStringList{u"copy1"_s});
}

void tst_Enclosures::whatIsReadForAnotherConversationGoesThere()
{
    QStringList late;
    m_enclosures->addPaths({write(u"a.txt"_s, "a"), write(u"b.txt"_s, "b")});
    m_enclosures->leave([&](const OutgoingFile& file) { late.append(file.staged); });
    QVERIFY(m_enclosures->isEmpty());
    QTRY_COMPARE(late, (QStringList{u"copy1"_s, u"copy2"_s}));
    QVERIFY(m_enclosures->isEmpty());
    QVERIFY(m_discarded.isEmpty());
}

void tst_Enclosures::filesOfADraftComeBackWithTheirPictures()
{
    const QJsonObject place{{u"type"_s, u"location"_s}, {u"name"_s, u"Boathouse"_s}};
    m_enclosures->addPaths({write(u"a.png"_s, picture("PNG")), write(u"b.txt"_s, "b")});
    QVERIFY(isRead());
    const QList<OutgoingFile> files = m_enclosures->files();
    Enclosures again;
    again.setKeeper(keeper());
    again.show({{}, {place}, files});
    QVERIFY(!again.isBusy());
    QCOMPARE(again.files(), files); // at once: what is saved now must not lack them
    QCOMPARE(again.places(), QJsonArray{place});
    QTRY_VERIFY(!again.all().first().thumbnail.isNull());
    QCOMPARE(again.files(), files);
    QCOMPARE(m_taken.size(), 2); // nothing is copied again
}

void tst_Enclosures::aLostCopyIsSaid()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a"), write(u"b.txt"_s, "b")});
    QVERIFY(isRead());
    const QList<OutgoingFile> files = m_enclosures->files();
    QVERIFY(QFile::remove(m_folder->filePath(u"copy1"_s)));
    m_enclosures->show({{}, {}, files});
    QTRY_COMPARE(m_refused->size(), 1);
    QCOMPARE(m_refused->at(0).at(0), u"a.txt is not there any more."_s);
    QCOMPARE(m_enclosures->files(), files.mid(1));
}

void tst_Enclosures::aDraftNamesWhatIsStillCopied()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a")});
    QVERIFY(m_enclosures->files().isEmpty());
    QCOMPARE(m_enclosures->draftFiles().value(0).name, u"a.txt"_s);
    QVERIFY(!hasCopy(m_enclosures->draftFiles().value(0)));
    QVERIFY(isRead());
    QCOMPARE(m_enclosures->draftFiles(), m_enclosures->files());
}

void tst_Enclosures::whatWasNeverCopiedIsSaid()
{
    const OutgoingFile named{.kind = OutgoingFile::Kind::File, .name = u"a.txt"_s};
    m_enclosures->show({{}, {}, {named}});
    QTRY_COMPARE(m_refused->size(), 1);
    QCOMPARE(m_refused->at(0).at(0), u"a.txt could not be copied in time. Attach it again."_s);
    QVERIFY(m_enclosures->isEmpty());
}

void tst_Enclosures::whatIsStillReadIsNotSaidToBeMissing()
{
    m_enclosures->addPaths({write(u"a.txt"_s, "a")});
    const QList<OutgoingFile> named = m_enclosures->draftFiles();
    m_enclosures->show({{}, {}, named}); // while it is in front
    QCOMPARE(m_enclosures->all().size(), 1);
    int late = 0;
    m_enclosures->leave([&](const OutgoingFile&) { ++late; });
    m_enclosures->show({{}, {}, named}); // and on returning
    QVERIFY(m_enclosures->isEmpty());
    QTRY_COMPARE(late, 1);
    QVERIFY(m_refused->isEmpty());
}

SKEIN_TEST(tst_Enclosures)

} // namespace enclosuresTest

#include "tst_Enclosures.moc"
