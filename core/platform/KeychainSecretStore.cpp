// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/KeychainSecretStore.h"

#include "core/base/Logging.h"
#include "core/platform/SystemSecretStore.h"

#include <qt6keychain/keychain.h>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"Skein"_s;

} // namespace

std::shared_ptr<SecretStore> makeSystemSecretStore()
{
    return std::make_shared<KeychainSecretStore>();
}

template <class T>
Async<T> KeychainSecretStore::run(
    QKeychain::Job* job, const QString& key, std::function<T(QKeychain::Job&)> outcome)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->setParent(this);
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never a plain file
    connect(job, &QKeychain::Job::finished, this,
        [promise, outcome = std::move(outcome)](QKeychain::Job* done) {
            const auto error = done->error();
            if (error == QKeychain::NoError)
                promise->addResult(outcome(*done));
            else if (error == QKeychain::EntryNotFound)
                promise->addResult(T{}); // nothing is kept there: an answer, not a failure
            else
                promise->addResult(std::unexpected(errorOf(*done)));
            promise->finish();
        });
    // Not from here: some backends fail at once, and callers count on the event loop.
    QMetaObject::invokeMethod(job, [job] { job->start(); }, Qt::QueuedConnection);
    return promise->future();
}

Error KeychainSecretStore::errorOf(const QKeychain::Job& job)
{
    qCWarning(logApp) << "the keychain refused, error" << int(job.error());
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorKind::Storage, 0,
            tr("This computer offers no keychain to programs (such as GNOME Keyring or KWallet)."),
            {}};
    case QKeychain::AccessDenied:
        return {ErrorKind::Storage, 0,
            tr("The keychain is locked, or does not let Skein in. Unlock it and try again."), {}};
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::Storage, 0,
            tr("The keychain was asked, and access was refused. Allow it and try again."), {}};
    default:
        return {ErrorKind::Storage, 0,
            tr("The keychain of this computer (such as GNOME Keyring or KWallet) cannot be used "
               "now."),
            {}};
    }
}

Async<QString> KeychainSecretStore::read(const QString& key)
{
    return run<QString>(new QKeychain::ReadPasswordJob(service), key, [](QKeychain::Job& job) {
        return static_cast<QKeychain::ReadPasswordJob&>(job).textData();
    });
}

Async<std::monostate> KeychainSecretStore::write(const QString& key, const QString& secret)
{
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setTextData(secret);
    return run<std::monostate>(job, key, [](QKeychain::Job&) { return std::monostate{}; });
}

Async<std::monostate> KeychainSecretStore::remove(const QString& key)
{
    return run<std::monostate>(new QKeychain::DeletePasswordJob(service), key,
        [](QKeychain::Job&) { return std::monostate{}; });
}

} // namespace skein
