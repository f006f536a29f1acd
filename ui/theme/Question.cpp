// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Question.h"

#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace skein {

namespace {

constexpr int questionWidth = 400;

}

Question::Question(const Words& words, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_WindowPropagation);
    setWindowTitle(words.question);
    setAccessibleDescription(words.meaning);

    auto* question = new QLabel(words.question, this);
    question->setFont(scaledFont(font(), 1.15, QFont::DemiBold));
    auto* meaning = new QLabel(words.meaning, this);
    for (QLabel* label : {question, meaning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* option = new QCheckBox(words.option, this);
    option->setAccessibleName(words.option);
    option->setVisible(!words.option.isEmpty());
    auto* decline = new QPushButton(words.decline, this);
    auto* agree = new QPushButton(words.agree, this);
    decline->setDefault(true);
    decline->setFocus();
    connect(decline, &QPushButton::clicked, this, &QDialog::reject);
    connect(agree, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this, option] { emit agreed(option->isChecked()); });

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addStretch();
    buttons->addWidget(agree);
    buttons->addWidget(decline);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(metrics::unit);
    column->addWidget(question);
    column->addWidget(meaning);
    column->addWidget(option);
    column->addSpacing(metrics::unit);
    column->addStretch();
    column->addLayout(buttons);
    setFixedSize(questionWidth, column->totalHeightForWidth(questionWidth));
}

} // namespace skein
