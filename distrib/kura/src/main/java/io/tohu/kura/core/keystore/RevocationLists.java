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

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of revoked certificates, each under the points it is distributed at, in a file of JSON. As in Kura a list that is
 * added has no such points, so that there is room for one; and it is written some time later.
 */
final class RevocationLists {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final String POINTS = "dps";
    private static final String BODY = "body";

    private final Path file;
    private final Executor later;
    private final Map<JsonElement, X509CRL> lists = new HashMap<>();

    RevocationLists(Path file, Executor later) {
        this.file = file;
        this.later = later;
        if (Files.exists(file)) {
            load();
        }
    }

    private void load() {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (JsonElement each :
                    JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
                byte[] body = Base64.getDecoder()
                        .decode(each.getAsJsonObject().get(BODY).getAsString());
                X509CRL list = (X509CRL) factory.generateCRL(new ByteArrayInputStream(body));
                lists.put(each.getAsJsonObject().get(POINTS), list);
            }
        } catch (IOException | GeneralSecurityException | JsonParseException | IllegalStateException e) {
            LOG.warn("{} holds no lists of revoked certificates: {}", file, e.toString());
        }
    }

    synchronized void add(X509CRL list) {
        lists.put(new JsonArray(), list);
        later.execute(this::store);
    }

    synchronized Collection<CRL> all() {
        return new ArrayList<>(lists.values());
    }

    private synchronized void store() {
        JsonArray all = new JsonArray();
        try {
            for (Map.Entry<JsonElement, X509CRL> each : lists.entrySet()) {
                JsonObject list = new JsonObject();
                list.add(POINTS, each.getKey());
                list.addProperty(
                        BODY, Base64.getEncoder().encodeToString(each.getValue().getEncoded()));
                all.add(list);
            }
            Path written = file.resolveSibling(file.getFileName() + "_");
            Files.writeString(written, all.toString());
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | CRLException e) {
            LOG.error("{}: the lists of revoked certificates are not written: {}", file, e.toString());
        }
    }
}
