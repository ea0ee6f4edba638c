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

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.X509CRL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.security.keystore.KeystoreChangedEvent;
import org.eclipse.kura.security.keystore.KeystoreService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A keystore in a file, with the lists of revoked certificates that are added to it; none are fetched. Keys are made with
 * other tools: key pairs and signing requests are not offered.
 */
@Designate(ocd = KeystoreConfig.class, factory = true)
@Component(
        name = FilesystemKeystore.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, KeystoreService.class})
public final class FilesystemKeystore implements ConfigurableComponent, KeystoreService {

    static final String PID = "org.eclipse.kura.core.keystore.FilesystemKeystoreServiceImpl";

    private static final Logger LOG = LoggerFactory.getLogger(FilesystemKeystore.class);
    private static final int WRITE_SECONDS = 5;

    private final String pid;
    private final CryptoService crypto;
    private final EventAdmin events;
    private final ScheduledExecutorService writer;
    private KeystoreFile file;
    private RevocationLists revoked;

    /**
     * @param crypto keeps passwords
     * @param events where changes are told
     * @param config the settings
     * @param properties holds the component's name
     */
    @Activate
    public FilesystemKeystore(
            @Reference CryptoService crypto,
            @Reference EventAdmin events,
            KeystoreConfig config,
            Map<String, Object> properties) {
        this.pid = (String) properties.get(ConfigurationService.KURA_SERVICE_PID);
        this.crypto = crypto;
        this.events = events;
        this.writer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "keystore-" + pid));
        modified(config);
    }

    @Modified
    synchronized void modified(KeystoreConfig config) {
        char[] password = plain(config.keystore_password());
        Path path = Path.of(config.keystore_path()).normalize();
        boolean same = file != null && file.path().equals(path);
        file = new KeystoreFile(path, password, crypto);
        attempt(same ? () -> file.changePassword(password) : file::createIfMissing);
        Path lists = config.crl_store_path().isBlank() ? Path.of(path + ".crl") : Path.of(config.crl_store_path());
        revoked = config.crl_management_enabled()
                ? new RevocationLists(lists, task -> writer.schedule(task, WRITE_SECONDS, TimeUnit.SECONDS))
                : null;
    }

    @Deactivate
    void deactivate() {
        writer.shutdown();
    }

    private char[] plain(String password) {
        try {
            return crypto.decryptAes(password.toCharArray());
        } catch (KuraException e) {
            return password.toCharArray();
        }
    }

    private interface Attempt {
        void run() throws KuraException;
    }

    /** As in Kura a keystore that cannot be opened is there all the same, and fails at every access. */
    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (KuraException e) {
            LOG.error("Keystore {} cannot be used: {}", pid, e.getMessage());
        }
    }

    private interface Access<T> {
        T on(KeystoreFile.Opened opened) throws GeneralSecurityException, IOException;
    }

    private synchronized <T> T access(Access<T> access) throws KuraException {
        KeystoreFile.Opened opened = file.open();
        try {
            return access.on(opened);
        } catch (GeneralSecurityException | IOException e) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e, "keystore " + pid);
        }
    }

    @Override
    public KeyStore getKeyStore() throws KuraException {
        return access(KeystoreFile.Opened::store);
    }

    /** Null when there is none. */
    @Override
    public KeyStore.Entry getEntry(String alias) throws KuraException {
        Objects.requireNonNull(alias, "alias");
        return access(opened -> entry(opened, alias));
    }

    private static KeyStore.Entry entry(KeystoreFile.Opened opened, String alias) throws GeneralSecurityException {
        return opened.store().getEntry(alias, opened.store().isKeyEntry(alias) ? opened.protection() : null);
    }

    @Override
    public void setEntry(String alias, KeyStore.Entry entry) throws KuraException {
        if (alias == null || alias.isBlank() || entry == null) {
            throw new IllegalArgumentException("an entry needs an alias and content");
        }
        access(opened -> {
            boolean trusted = entry instanceof KeyStore.TrustedCertificateEntry;
            opened.store().setEntry(alias, entry, trusted ? null : opened.protection());
            file.save(opened);
            return null;
        });
        changed();
    }

    @Override
    public Map<String, KeyStore.Entry> getEntries() throws KuraException {
        return access(opened -> {
            Map<String, KeyStore.Entry> entries = new HashMap<>();
            for (String alias : Collections.list(opened.store().aliases())) {
                entries.put(alias, entry(opened, alias));
            }
            return entries;
        });
    }

    @Override
    public void deleteEntry(String alias) throws KuraException {
        if (getEntry(alias) == null) {
            return;
        }
        access(opened -> {
            opened.store().deleteEntry(alias);
            file.save(opened);
            return null;
        });
        changed();
    }

    private void changed() {
        events.postEvent(new KeystoreChangedEvent(pid));
    }

    @Override
    public List<String> getAliases() throws KuraException {
        return access(opened -> Collections.list(opened.store().aliases()));
    }

    @Override
    public List<KeyManager> getKeyManagers(String algorithm) throws KuraException {
        return access(opened -> managers(opened, KeyManagerFactory.getInstance(algorithm)));
    }

    @Override
    public List<KeyManager> getKeyManagers(String algorithm, String provider) throws KuraException {
        return access(opened -> managers(opened, KeyManagerFactory.getInstance(algorithm, provider)));
    }

    private static List<KeyManager> managers(KeystoreFile.Opened opened, KeyManagerFactory factory)
            throws GeneralSecurityException {
        factory.init(opened.store(), opened.password());
        return Arrays.asList(factory.getKeyManagers());
    }

    @Override
    public synchronized Collection<CRL> getCRLs() {
        return revoked == null ? List.of() : revoked.all();
    }

    @Override
    public CertStore getCRLStore() throws KuraException {
        try {
            return CertStore.getInstance("Collection", new CollectionCertStoreParameters(getCRLs()));
        } catch (GeneralSecurityException e) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, e);
        }
    }

    /** As in Kura a list is taken unverified, and dropped without a word when {@code crl.management.enabled} is not set. */
    @Override
    public synchronized void addCRL(X509CRL list) {
        if (revoked != null) {
            revoked.add(list);
        }
    }
}
