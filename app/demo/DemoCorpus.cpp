// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoCorpus.h"

#include <QFile>

#include <algorithm>
#include <utility>

// Outside any namespace, as the macro demands. A static library's resources are linked only when
// somebody asks for them.
static void loadCorpusResource() { Q_INIT_RESOURCE(demo); }

namespace skein {

using namespace Qt::StringLiterals;

namespace {

using Slots = QHash<QString, QStringList>;

QStringList words(const QString& list) { return list.split(u'|'); }

const Slots& slotWords()
{
    static const Slots all{
        {u"day"_s, words(u"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|tomorrow"_s)},
        {u"time"_s,
            words(u"6:15|6:45|7:30|9:00|11:20|13:00|16:40|17:30|18:00|19:15|20:00|half past "
                  "eight"_s)},
        {u"latetime"_s, words(u"quarter to ten|noon|half past two|nine"_s)},
        {u"seat"_s, words(u"bow|two|three|stroke"_s)},
        {u"name"_s, words(u"Ines|Tobias|Runa|Malik|Oskar|Yara|Petra|Jun|Celeste|Anton|Freya"_s)},
        {u"food"_s,
            words(u"lentil soup|apple pie|pancakes|risotto|dumplings|pickled lemons|rye "
                  "bread|that soft cheese|plum cake|noodles"_s)},
        {u"thing"_s,
            words(u"umbrella|red scarf|water bottle|charger|jacket|torch|blue mug|"
                  "cap|notebook|bicycle pump"_s)},
        {u"place"_s,
            words(u"Lisbon|Ghent|the north coast|Bergen|the mountains|Trieste|Porto|"
                  "the lake|Gdansk"_s)},
        {u"month"_s, words(u"May|June|September|October"_s)},
        {u"street"_s, words(u"Kiln Lane|Harbour Street|Mill Road|Orchard Row"_s)},
        {u"detag"_s, words(u"am Montag|am Mittwoch|am Freitag|am Samstag|morgen|heute Abend"_s)},
        {u"dething"_s, words(u"Regenschirm|Ladekabel|Senfglas|Fahrradschloss"_s)},
        {u"frjour"_s, words(u"lundi|mercredi|vendredi|samedi|demain"_s)},
        {u"frthing"_s, words(u"parapluie|chargeur|bonnet|carnet"_s)},
        {u"esdia"_s, words(u"lunes|miércoles|viernes|sábado|domingo"_s)},
        {u"elmera"_s, words(u"Δευτέρα|Τετάρτη|Παρασκευή"_s)},
    };
    return all;
}

QString slotValue(const QString& slot, DemoDice& dice)
{
    if (slot == "number"_L1)
        return QString::number(dice.between(3, 340));
    if (slot == "price"_L1)
        return u"%1.%2 €"_s.arg(dice.between(4, 260)).arg(dice.between(1, 9) * 10);
    if (slot == "decimal"_L1)
        return u"0.%1"_s.arg(dice.between(101, 989));
    if (slot == "ergtime"_L1)
        return u"7:%1.%2"_s.arg(dice.between(10, 59)).arg(dice.below(10));
    const QStringList& choices = slotWords()[slot];
    return choices.isEmpty() ? slot : dice.pick(choices);
}

bool begins(const QString& text, std::initializer_list<QLatin1StringView> openings)
{
    return std::ranges::any_of(openings,
        [&](QLatin1StringView opening) { return text.startsWith(opening, Qt::CaseInsensitive); });
}

/// Which sort of answer a text wants, in English; other languages have one sort each.
QString sortOfAnswer(const QString& text)
{
    if (text.endsWith(u'?'))
        return u"answer-question"_s;
    if (begins(text, {"thank"_L1, "thx"_L1}))
        return u"answer-thanks"_s;
    if (text.size() < 20 && begins(text, {"hi"_L1, "hey"_L1, "hello"_L1, "good morning"_L1}))
        return u"answer-greeting"_s;
    return u"answer-en"_s;
}

} // namespace

DemoCorpus::DemoCorpus()
{
    loadCorpusResource();
    for (const QString& name : {u":/demo/corpus.txt"_s, u":/demo/corpus-languages.txt"_s}) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the demo service's corpus is missing");
        read(QString::fromUtf8(file.readAll()));
    }
}

void DemoCorpus::read(const QString& text)
{
    QString subject;
    bool open = false; // a dialogue is under way
    for (const QString& line : text.split(u'\n')) {
        if (line.startsWith(u'#'))
            continue;
        if (line.isEmpty()) {
            open = false;
        } else if (line.startsWith("= "_L1)) {
            subject = line.mid(2);
        } else {
            // Of answers and openings every line stands alone.
            const bool alone = subject.startsWith("answer"_L1) || subject == "opening"_L1;
            if (!std::exchange(open, !alone))
                m_dialogues[subject].append(DemoDialogue());
            QString words = line.mid(2);
            words.replace("\\n"_L1, "\n"_L1);
            m_dialogues[subject].last().append({line.startsWith(u'>'), words});
        }
    }
}

const QList<DemoDialogue>& DemoCorpus::dialogues(const QString& subject) const
{
    const auto found = m_dialogues.constFind(subject);
    Q_ASSERT_X(found != m_dialogues.cend(), "DemoCorpus", "no such subject in corpus.txt");
    return *found;
}

QStringList DemoCorpus::subjects() const { return m_dialogues.keys(); }

QString DemoCorpus::answerTo(const QString& text, const QString& language, DemoDice& dice) const
{
    const bool english = language == "en"_L1;
    const auto& choices = dialogues(english ? sortOfAnswer(text) : u"answer-"_s + language);
    return filled(dice.pick(choices).first().text, dice);
}

QString DemoCorpus::filled(const QString& text, DemoDice& dice)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', from)) {
        const qsizetype close = text.indexOf(u'}', open);
        result += QStringView(text).mid(from, open - from);
        result += slotValue(text.mid(open + 1, close - open - 1), dice);
        from = close + 1;
    }
    result += QStringView(text).mid(from);
    return result;
}

} // namespace skein
