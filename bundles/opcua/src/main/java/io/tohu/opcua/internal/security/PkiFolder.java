/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.security;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a driver instance keeps its key, and the server certificates that it refused: {@code client.p12}, {@code
 * client.der} for the server's trust list, {@code rejected/<fingerprint>.der}.
 */
public final class PkiFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PkiFolder.class);
    private static final int MAX_REJECTED = 32;

    private final Path folder;
    private final String instance;
    private final Sealer sealer;

    /** @param root folder of all instances */
    public PkiFolder(Path root, String instance, Sealer sealer) {
        this.folder = root.resolve(URLEncoder.encode(instance, StandardCharsets.UTF_8));
        this.instance = instance;
        this.sealer = sealer;
    }

    /**
     * The client's key and certificate, made when there is none or when it has expired.
     *
     * @throws PkiException when there is one that cannot be read
     */
    public ClientIdentity identity() throws PkiException {
        return new IdentityFile(folder, instance, sealer).loadOrCreate();
    }

    /** Keeps a refused certificate for the operator to look at; of many, the latest ones. */
    public void reject(X509Certificate certificate) {
        Path rejected = folder.resolve("rejected");
        try {
            Files.createDirectories(rejected);
            removeOldest(rejected);
            Files.write(
                    rejected.resolve(Fingerprint.of(certificate).replace(":", "") + ".der"), certificate.getEncoded());
        } catch (IOException | CertificateEncodingException e) {
            LOG.warn("{}: the refused certificate cannot be kept in {}", instance, rejected, e);
        }
    }

    private static void removeOldest(Path rejected) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(rejected)) {
            files = found.sorted(Comparator.comparingLong(PkiFolder::time)).toList();
        }
        for (int i = 0; i <= files.size() - MAX_REJECTED; i++) {
            Files.delete(files.get(i));
        }
    }

    private static long time(Path file) {
        return file.toFile().lastModified();
    }
}
