/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tohu.kura.testing.Configs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class FilesystemKeystoreTest {

    @TempDir
    Path directory;

    private final Map<String, String> kept = new HashMap<>();
    private final List<Object> changes = new ArrayList<>();
    private final List<FilesystemKeystore> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(FilesystemKeystore::deactivate);
    }

    private FilesystemKeystore keystore(Object... settings) {
        EventAdmin events = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                changes.add(event.getProperty("sender.pid"));
            }

            @Override
            public void sendEvent(Event event) {
                throw new UnsupportedOperationException();
            }
        };
        FilesystemKeystore keystore =
                new FilesystemKeystore(crypto(), events, config(settings), Map.of("kura.service.pid", "store"));
        open.add(keystore);
        return keystore;
    }

    private KeystoreConfig config(Object... settings) {
        Map<String, Object> given = new HashMap<>(Map.of("keystore.path", path("store.ks")));
        for (int i = 0; i < settings.length; i += 2) {
            given.put((String) settings[i], settings[i + 1]);
        }
        return Configs.of(KeystoreConfig.class, given);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", path("made.p12"), "-storepass", "secret", "-alias", "key"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    private KeyStore.PrivateKeyEntry key() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test");
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(path("made.p12")))) {
            made.load(in, "secret".toCharArray());
        }
        return (KeyStore.PrivateKeyEntry) made.getEntry("key", new KeyStore.PasswordProtection("secret".toCharArray()));
    }

    private X509CRL revocationList(int serial) throws Exception {
        keytool("-gencrl", "-id", String.valueOf(serial), "-file", path("crl"));
        byte[] bytes = Files.readAllBytes(Path.of(path("crl")));
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    }

    @Test
    void aFileThatIsNotThereIsCreatedWithTheConfiguredPassword() throws Exception {
        assertThat(keystore("keystore.password", "mine").getAliases()).isEmpty();

        assertThat(kept).containsEntry(path("store.ks"), "mine");
        assertThat(KeyStore.getInstance(Path.of(path("store.ks")).toFile(), "mine".toCharArray())
                        .size())
                .isZero();
    }

    @Test
    void keysAndTrustedCertificatesStayAndEachChangeIsAnEvent() throws Exception {
        KeyStore.PrivateKeyEntry key = key();
        FilesystemKeystore keystore = keystore();
        keystore.setEntry("key", key);
        keystore.setEntry("root", new KeyStore.TrustedCertificateEntry(key.getCertificate()));

        FilesystemKeystore again = keystore();
        assertThat(again.getEntries()).containsOnlyKeys("key", "root");
        assertThat(((KeyStore.PrivateKeyEntry) again.getEntry("key")).getPrivateKey())
                .isEqualTo(key.getPrivateKey());
        assertThat(again.getKeyManagers("SunX509")).hasSize(1);
        again.deleteEntry("key");
        again.deleteEntry("nothing");
        assertThat(again.getEntry("key")).isNull();
        assertThat(changes).containsExactly("store", "store", "store");
    }

    @Test
    void aChangedPasswordIsGivenToFileAndKeysAndTheOldOneNoLongerOpensThem() throws Exception {
        FilesystemKeystore keystore = keystore();
        keystore.setEntry("key", key());

        keystore.modified(config("keystore.password", "other"));

        assertThat(keystore.getEntry("key")).isInstanceOf(KeyStore.PrivateKeyEntry.class);
        kept.clear();
        assertThatExceptionOfType(KuraException.class)
                .isThrownBy(() -> keystore().getAliases());
        assertThat(keystore("keystore.password", "other").getEntry("key")).isNotNull();
    }

    @Test
    void aListOfRevokedCertificatesIsDroppedWhereTheyAreNotManaged() throws Exception {
        key();
        FilesystemKeystore keystore = keystore();

        keystore.addCRL(revocationList(1));

        assertThat(keystore.getCRLs()).isEmpty();
    }

    @Test
    void thereIsRoomForOneListThatWasAdded() throws Exception {
        key();
        FilesystemKeystore keystore = keystore("crl.management.enabled", true);
        X509CRL second = revocationList(2);

        keystore.addCRL(revocationList(1));
        keystore.addCRL(second);

        assertThat(keystore.getCRLs()).hasSize(1);
        assertThat(keystore.getCRLStore().getCRLs(null)).hasSize(1);
        assertThat(changes).isEmpty();
    }

    @Test
    void aListIsWrittenLaterSoThatAPowerCutLosesIt() throws Exception {
        key();
        Path file = directory.resolve("lists");
        List<Runnable> later = new ArrayList<>();
        new RevocationLists(file, later::add).add(revocationList(1));
        assertThat(file).doesNotExist();

        later.get(0).run();

        assertThat(new RevocationLists(file, later::add).all()).hasSize(1);
    }

    /** Passwords in a map; nothing is encrypted. */
    private CryptoService crypto() {
        return (CryptoService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CryptoService.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "decryptAes" -> args[0];
                    case "getKeyStorePassword" -> kept.containsKey(args[0])
                            ? kept.get(args[0]).toCharArray()
                            : null;
                    default -> kept.put((String) args[0], new String((char[]) args[1]));
                });
    }
}
