// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/WindowsSecretStore.h"

#include "core/base/Background.h"
#include "core/base/Logging.h"
#include "core/platform/SystemSecretStore.h"

#include <windows.h>

#include <wincred.h>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// As Credential Manager lists it.
std::wstring targetOf(const QString& key) { return (u"Skein/"_s + key).toStdWString(); }

} // namespace

std::shared_ptr<SecretStore> makeSystemSecretStore()
{
    return std::make_shared<WindowsSecretStore>();
}

Error WindowsSecretStore::errorOf(unsigned long code)
{
    qCWarning(logApp) << "the keychain refused, error" << code;
    if (code == ERROR_NO_SUCH_LOGON_SESSION)
        return {ErrorKind::Storage, 0,
            tr("Windows keeps no credentials for this way of signing in."), {}};
    return {ErrorKind::Storage, 0, tr("Windows' Credential Manager cannot be used now."), {}};
}

Async<QString> WindowsSecretStore::read(const QString& key)
{
    return inBackground(m_thread, [target = targetOf(key)]() -> Result<QString> {
        CREDENTIALW* found = nullptr;
        if (CredReadW(target.c_str(), CRED_TYPE_GENERIC, 0, &found)) {
            const auto* bytes = reinterpret_cast<const char*>(found->CredentialBlob);
            const QString secret = QString::fromUtf8(bytes, qsizetype(found->CredentialBlobSize));
            CredFree(found);
            return secret;
        }
        if (const auto code = GetLastError(); code != ERROR_NOT_FOUND)
            return std::unexpected(errorOf(code));
        return QString(); // nothing is kept there: an answer, not a failure
    });
}

Async<std::monostate> WindowsSecretStore::write(const QString& key, const QString& secret)
{
    return inBackground(m_thread,
        [target = targetOf(key), bytes = secret.toUtf8()]() mutable -> Result<std::monostate> {
            std::wstring person = L"Skein"; // shown beside the target; whose it is stands elsewhere
            CREDENTIALW credential{};
            credential.Type = CRED_TYPE_GENERIC;
            credential.TargetName = target.data();
            credential.CredentialBlobSize = DWORD(bytes.size());
            credential.CredentialBlob = reinterpret_cast<BYTE*>(bytes.data());
            credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
            credential.UserName = person.data();
            if (!CredWriteW(&credential, 0))
                return std::unexpected(errorOf(GetLastError()));
            return std::monostate{};
        });
}

Async<std::monostate> WindowsSecretStore::remove(const QString& key)
{
    return inBackground(m_thread, [target = targetOf(key)]() -> Result<std::monostate> {
        if (CredDeleteW(target.c_str(), CRED_TYPE_GENERIC, 0))
            return std::monostate{};
        if (const auto code = GetLastError(); code != ERROR_NOT_FOUND)
            return std::unexpected(errorOf(code));
        return std::monostate{};
    });
}

} // namespace skein
